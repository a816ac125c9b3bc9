"""What a person settles about themselves; nobody else's business, so nothing of it is in the ledger."""

from datetime import date, datetime
from uuid import UUID

from django.utils.timezone import localdate

from klartecken.ledger.actions import step
from klartecken.notices import actions as notices
from klartecken.people.errors import AreaIsTooLong, DateIsPast, UnknownLanguage
from klartecken.people.models import Area, Language, Person

LONGEST_AREA = 80


def add_area(person: Person, words: str) -> Area:
    """Add an area of engagement in the person's own words; the same words twice are one area."""
    words = " ".join(words.split())
    if not words or len(words) > LONGEST_AREA:
        raise AreaIsTooLong(field="words")
    return Area.objects.get_or_create(person=person, words=words)[0]


def remove_area(person: Person, area_id: UUID) -> None:
    """Delete one of the person's own areas; nothing remains of it."""
    Area.objects.filter(person=person, pk=area_id).delete()


def show_areas(person: Person, *, show: bool) -> None:
    """Let colleagues find the person by their areas, or stop it."""
    person.shows_areas = show
    person.save(update_fields=["shows_areas"])


def set_language(person: Person, language: str) -> None:
    """Choose the language of pages and mail."""
    if language not in Language.values:
        raise UnknownLanguage(field="language")
    person.language = language
    person.save(update_fields=["language"])


def set_away(person: Person, until: date | None, *, now: datetime) -> None:
    """Be away until a day, included; no reason is asked for, and nothing chases the person until then."""
    if until is not None and until < localdate(now):
        raise DateIsPast(field="away_until")
    with step():
        person.away_until = until
        person.save(update_fields=["away_until"])
        notices.be_quiet(person.pk, until=until)
