"""The fields of an assignment that people change, how each is checked, and how it is put in place."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import cast

from django.utils.translation import gettext_noop as _

from klartecken.assignments.errors import CannotBeChanged
from klartecken.assignments.models import (
    Assignment,
    AssignmentParty,
    Lobbying,
    Mask,
    PartyWork,
    Position,
    TeamMember,
)
from klartecken.core.refusals import Invalid
from klartecken.parties.models import Issue, Party
from klartecken.people.models import Person
from klartecken.prospects.models import Origin

LINE = 300
PAGE = 20_000
MOST_STANCE = 2
MOST_WORDS = 50
COUNTRY_CODE = 2
FORBIDDEN = {chr(0)}


def _text(limit: int, *, required: bool = False) -> Callable[[object, str], object]:
    def check(value: object, field: str) -> str:
        words = str(value or "").strip()
        if required and not words:
            raise Invalid(_("Fältet behöver fyllas i. Det du har skrivit i övrigt finns kvar."), field=field)
        if len(words) > limit:
            raise Invalid(_("Texten är för lång. Korta den och spara igen; inget har sparats."), field=field)
        if FORBIDDEN & set(words):
            raise Invalid(_("Texten innehåller tecken som inte går att spara."), field=field)
        return words

    return check


def _one_of(choices: Sequence[str], *, required: bool = False) -> Callable[[object, str], object]:
    def check(value: object, field: str) -> str:
        chosen = str(value or "")
        if chosen in choices or (not chosen and not required):
            return chosen
        raise Invalid(_("Välj ett av alternativen. Inget har sparats."), field=field)

    return check


def _yes_no_or_unasked(value: object, field: str) -> bool | None:
    if value is None or isinstance(value, bool):
        return value
    raise Invalid(_("Svara ja eller nej, eller lämna frågan öppen."), field=field)


def _whole_amount(value: object, field: str) -> int | None:
    if value is None or value == "":
        return None
    if isinstance(value, int) and 0 <= value < 10**12:
        return value
    raise Invalid(_("Skriv beloppet i hela kronor, med siffror."), field=field)


def _day(value: object, field: str) -> date | None:
    if value is None or value == "":
        return None
    if isinstance(value, date):
        return value
    raise Invalid(_("Skriv datumet som ÅÅÅÅ-MM-DD."), field=field)


def _words(value: object, field: str) -> list[str]:
    if not isinstance(value, list | tuple) or len(value) > MOST_WORDS or any(len(str(each)) > LINE for each in value):
        raise Invalid(_("Listan är för lång eller har fel form."), field=field)
    return [str(each).strip() for each in value if str(each).strip()]


def _countries(value: object, field: str) -> list[str]:
    codes = [code.upper() for code in _words(value, field)]
    if any(len(code) != COUNTRY_CODE or not code.isascii() or not code.isalpha() for code in codes):
        raise Invalid(_("Skriv länder med två bokstäver, till exempel SE eller NO (EU för hela unionen)."), field=field)
    return codes


def _party(value: object, field: str) -> Party:
    if isinstance(value, Party):
        return value
    raise Invalid(_("Ange vem uppdragsgivaren är."), field=field)


def _person(value: object, field: str) -> Person:
    if isinstance(value, Person) and value.is_active:
        return value
    raise Invalid(_("Ange en kollega som arbetar här."), field=field)


COLUMNS: dict[str, Callable[[object, str], object]] = {
    "client": _party,
    "summary": _text(LINE, required=True),
    "responsible": _person,
    "lobbying": _one_of(Lobbying.values, required=True),
    "origin": _one_of(Origin.values),
    "purpose": _text(PAGE),
    "services": _words,
    "party_work": _one_of(PartyWork.values),
    "intermediary": _yes_no_or_unasked,
    "market": _text(120),
    "geography": _countries,
    "fee_estimate": _whole_amount,
    "starts_on": _day,
    "ends_on": _day,
    "question_to_colleagues": _text(LINE),
    "may_ask_affected": _yes_no_or_unasked,
    "public_title": _text(200),
    "public_text": _text(PAGE),
    "masked_summary": _text(LINE),
}
"""Fields that stand in the assignment's own row, each with its check."""

Parties = Sequence[tuple[Party, str]]
Positions = Sequence[tuple[Issue, int, str]]


def checked(changes: Mapping[str, object]) -> dict[str, object]:
    """Return the changes in their stored form; raise Invalid (naming the field) before anything is written."""
    clean: dict[str, object] = {}
    for field, value in changes.items():
        if field in COLUMNS:
            clean[field] = COLUMNS[field](value, field)
        elif field in ROWS:
            clean[field] = value
        else:
            raise CannotBeChanged(field=field)
    return clean


def check_dates(assignment: Assignment) -> None:
    """Refuse a period that ends before it starts."""
    if assignment.starts_on and assignment.ends_on and assignment.ends_on < assignment.starts_on:
        raise Invalid(
            _("Perioden slutar innan den börjar. Ändra något av datumen; inget har sparats."), field="ends_on"
        )


def put(assignment: Assignment, changes: Mapping[str, object]) -> None:
    """Put checked changes in place: columns on the object (not saved), rows in their tables."""
    for field, value in changes.items():
        if field in COLUMNS:
            setattr(assignment, field, value)
        else:
            ROWS[field](assignment, value)
    check_dates(assignment)
    _check_mask(assignment)


def _check_mask(assignment: Assignment) -> None:
    """Refuse a mask over what is lobbying, or may be: also before the CEO has answered, and in a draft."""
    if assignment.lobbying != Lobbying.NO and assignment.mask in (Mask.REQUESTED, Mask.APPROVED):
        raise Invalid(_("Lobbying får aldrig maskeras. Lyft masken först; inget har sparats."), field="lobbying")


def as_words(assignment: Assignment, field: str) -> object:
    """Return a field's present value in a form that can be stored in the ledger and shown in the history."""
    if field == "parties":
        return sorted(f"{row.role}: {row.party.name}" for row in assignment.parties.select_related("party"))
    if field == "positions":
        return sorted(f"{row.issue.name_sv}: {row.stance:+d}" for row in assignment.positions.select_related("issue"))
    if field == "team":
        return sorted(row.person.name for row in assignment.team.select_related("person"))
    value = getattr(assignment, field)
    return value if isinstance(value, bool | int | list | None.__class__) else str(value)


def _put_parties(assignment: Assignment, value: object) -> None:
    rows = cast("Parties", value)
    roles = set(AssignmentParty.PartyRole.values)
    if any(role not in roles for _party_, role in rows):
        raise Invalid(_("Ange om parten är förmedlare, huvudman eller motpart."), field="parties")
    assignment.parties.all().delete()
    AssignmentParty.objects.bulk_create(
        AssignmentParty(assignment=assignment, party=party, role=role) for party, role in dict.fromkeys(rows)
    )


def _put_positions(assignment: Assignment, value: object) -> None:
    rows = cast("Positions", value)
    if any(not -MOST_STANCE <= stance <= MOST_STANCE for _issue, stance, _words_ in rows):
        raise Invalid(_("Ståndpunkten anges från −2 (helt emot) till +2 (helt för)."), field="positions")
    if len({issue.pk for issue, _stance, _words_ in rows}) != len(rows):
        raise Invalid(_("Samma fråga står två gånger."), field="positions")
    assignment.positions.all().delete()
    Position.objects.bulk_create(
        Position(assignment=assignment, issue=issue, stance=stance, words=words[:LINE]) for issue, stance, words in rows
    )


def _put_team(assignment: Assignment, value: object) -> None:
    people = {person.pk: person for person in cast("Sequence[Person]", value)}
    people[assignment.responsible_id] = assignment.responsible
    if any(not person.is_active for person in people.values()):
        raise Invalid(_("Någon i teamet arbetar inte längre här."), field="team")
    assignment.team.exclude(person__in=people).delete()
    present = set(assignment.team.values_list("person_id", flat=True))
    TeamMember.objects.bulk_create(
        TeamMember(assignment=assignment, person=person) for key, person in people.items() if key not in present
    )


ROWS: dict[str, Callable[[Assignment, object], None]] = {
    "parties": _put_parties,
    "positions": _put_positions,
    "team": _put_team,
}
"""Fields that are tables of their own, each with what puts them in place."""
