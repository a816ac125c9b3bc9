"""Rows of assignments for lists and searches: one query for the page, one for its length, whatever there is."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.db.models import Q, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from klartecken.assignments import queries as assignments
from klartecken.assignments.models import Assignment, TeamMember
from klartecken.core.journey import CLOSED, PROPOSED, State
from klartecken.core.journey.sight import Sight
from klartecken.people.models import Person
from klartecken.web.assignments.words import LOBBYING, STATES, Words

PER_PAGE = 30
LONGEST_SEARCH = 200
Narrow = Callable[[QuerySet[Assignment], Person], QuerySet[Assignment]]


@dataclass(frozen=True, slots=True)
class Row:
    """One assignment in a list: its name, or what the mask lets through."""

    id: UUID
    name: str
    is_masked: bool
    summary: str
    responsible: str
    state: str
    state_words: Words
    lobbying: Words
    at: datetime


def _ongoing(rows: QuerySet[Assignment], _person: Person) -> QuerySet[Assignment]:
    return rows.filter(state__in=(State.ONGOING, State.SUSPENDED))


def _proposed(rows: QuerySet[Assignment], _person: Person) -> QuerySet[Assignment]:
    return rows.filter(state__in=sorted(PROPOSED))


def _own(rows: QuerySet[Assignment], person: Person) -> QuerySet[Assignment]:
    return rows.filter(Q(responsible=person) | Q(pk__in=TeamMember.objects.filter(person=person).values("assignment")))


def _ended(rows: QuerySet[Assignment], _person: Person) -> QuerySet[Assignment]:
    return rows.filter(state__in=[State.ENDED.value, *sorted(CLOSED)])


FILTERS: dict[str, tuple[Promise, Narrow]] = {
    "foreslagna": (_("Föreslagna"), _proposed),
    "pagaende": (_("Pågående"), _ongoing),
    "mina": (_("Mina"), _own),
    "avslutade": (_("Avslutade"), _ended),
}
"""What the list can be narrowed to."""


def listing(person: Person, *, chosen: str, words: str, number: str, now: datetime) -> Page[Assignment]:
    """Return one page of what the person sees, the latest changed first."""
    rows = assignments.visible_to(person, now=now)
    if chosen in FILTERS:
        rows = FILTERS[chosen][1](rows, person)
    if words:
        rows = assignments.named_like(rows, words[:LONGEST_SEARCH])
    ordered = rows.select_related("client", "responsible").order_by("-changed_at", "pk")
    return Paginator(ordered, PER_PAGE).get_page(number)


def row_of(assignment: Assignment) -> Row:
    """Read a row; a mask keeps the name and the sentence back."""
    masked = assignment.sight == Sight.MASK or assignment.is_masked
    return Row(
        id=assignment.pk,
        name="" if masked else assignment.client.name,
        is_masked=masked,
        summary=assignment.masked_summary if masked else assignment.summary,
        responsible=assignment.responsible.name,
        state=assignment.state,
        state_words=STATES[assignment.state],
        lobbying="" if masked else LOBBYING[assignment.lobbying],
        at=assignment.changed_at,
    )
