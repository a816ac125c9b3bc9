"""Reading the garden: everybody sees their own, and nobody else's."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db.models import F, OuterRef, QuerySet, Subquery

from klartecken.core.refusals import NotFound
from klartecken.people.models import Person
from klartecken.prospects.models import Note, Prospect

SOON = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Garden:
    """One person's prospects, by when they are to be contacted."""

    due: tuple[Prospect, ...]
    soon: tuple[Prospect, ...]
    later: tuple[Prospect, ...]
    resting: tuple[Prospect, ...]

    def __bool__(self) -> bool:
        """Tell whether anything grows here."""
        return any((self.due, self.soon, self.later, self.resting))


def garden(person: Person) -> QuerySet[Prospect]:
    """Return a person's open prospects with `.last_note`, the next contact first and those without a date last."""
    return _listed(Prospect.objects.filter(owner=person, closed_at__isnull=True)).order_by(
        F("next_contact").asc(nulls_last=True), "party__search_name"
    )


def grouped(prospects: Iterable[Prospect], *, today: date) -> Garden:
    """Sort prospects by when they are to be contacted, in one walk."""
    groups: dict[str, list[Prospect]] = {"due": [], "soon": [], "later": [], "resting": []}
    for prospect in prospects:
        groups[_group(prospect.next_contact, today)].append(prospect)
    return Garden(**{name: tuple(members) for name, members in groups.items()})


def laid_aside(person: Person) -> QuerySet[Prospect]:
    """Return a person's closed prospects, the latest first."""
    return _listed(Prospect.objects.filter(owner=person, closed_at__isnull=False)).order_by("-closed_at")


def contacts_due(person: Person, on: date) -> QuerySet[Prospect]:
    """Return the prospects whose owner wanted to be in touch on this day or before it."""
    return garden(person).filter(next_contact__lte=on)


def get_own(person: Person, prospect_id: UUID | str) -> Prospect:
    """Return a prospect of one's own with its party fetched, or raise NotFound."""
    found = Prospect.objects.select_related("party").filter(owner=person, pk=_as_uuid(prospect_id)).first()
    if found is None:
        raise NotFound
    return found


def _listed(prospects: QuerySet[Prospect]) -> QuerySet[Prospect]:
    newest = Note.objects.filter(prospect=OuterRef("pk")).order_by("-at")
    return prospects.select_related("party").annotate(
        last_note=Subquery(newest.values("words")[:1]), last_note_at=Subquery(newest.values("at")[:1])
    )


def _group(next_contact: date | None, today: date) -> str:
    if next_contact is None:
        return "resting"
    if next_contact <= today:
        return "due"
    return "soon" if next_contact <= today + SOON else "later"


def _as_uuid(text: UUID | str) -> UUID:
    try:
        return text if isinstance(text, UUID) else UUID(text)
    except ValueError:
        raise NotFound from None
