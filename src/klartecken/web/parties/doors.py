"""Which party a page may show, and who may change what is known of it."""

from datetime import datetime
from uuid import UUID

from django.db.models import Q
from django.http import Http404, HttpRequest
from django.utils import timezone

from klartecken.assignments import queries as assignments
from klartecken.assignments.models import Assignment
from klartecken.core.journey.sight import Sight
from klartecken.core.refusals import NotAllowed
from klartecken.parties.models import Party
from klartecken.people.models import Person
from klartecken.prospects import queries as prospects
from klartecken.web.visitor import visitor


def seen(request: HttpRequest, party_id: UUID) -> Party:
    """Return a party that something visible leads to; any other does not exist."""
    visible = assignments.visible_parties(visitor(request), now=timezone.now())
    found = visible.prefetch_related("identifiers", "other_names", "sectors").filter(pk=party_id).first()
    if found is None:
        raise Http404
    return found


def seen_with(person: Person, party: Party, *, now: datetime) -> list[Assignment]:
    """Return the assignments that a person sees the party on, the latest changed first."""
    whole = assignments.visible_to(person, now=now).filter(Q(sight=Sight.EVERYTHING.value))
    rows = whole.filter(Q(client=party) | Q(parties__party=party)).distinct()
    return list(rows.select_related("client", "responsible").order_by("-changed_at"))


def may_change(person: Person, party: Party, *, on: list[Assignment]) -> bool:
    """Tell whether a person looks after the party: as responsible, on the team of a draft, or in the own garden."""
    if any(assignments.may_edit(person, assignment) for assignment in on):
        return True
    return prospects.garden(person).filter(party=party).exists()


def look_after(person: Person, party: Party, *, now: datetime) -> None:
    """Refuse whoever does not look after the party."""
    if not may_change(person, party, on=seen_with(person, party, now=now)):
        raise NotAllowed
