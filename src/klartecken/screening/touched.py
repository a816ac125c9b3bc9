"""Which assignments a change in the world touches."""

from datetime import date
from uuid import UUID

from django.db.models import Q

from klartecken.assignments.models import Assignment
from klartecken.core.journey import CLOSED, State
from klartecken.parties.models import Ownership
from klartecken.screening.models import Run
from klartecken.screening.rests_on import fingerprint_of

AT_REST = frozenset({*CLOSED, State.ENDED, State.DRAFT})
"""Cases that no change in the world concerns: a draft is screened when it circulates."""


def touched_by_party(party_id: UUID) -> list[UUID]:
    """Return the open assignments that have the party in any role, among the owners, or across a hit that all see.

    Across a hidden hit a change waits for the night, when everything open is screened: a check that ran anew at the
    minute when somebody tended a garden would tell of the garden.
    """
    owned = _owned_by(party_id)
    involved = Q(client__in=owned) | Q(parties__party__in=owned)
    across = Q(hits__run__is_current=True, hits__for_resolver_only=False, hits__other__client__in=owned)
    rows = Assignment.objects.exclude(state__in=sorted(AT_REST)).filter(involved | across)
    return list(rows.order_by("pk").values_list("pk", flat=True).distinct())


def everything_open() -> list[UUID]:
    """Return every assignment that the world can still change something for."""
    return list(Assignment.objects.exclude(state__in=sorted(AT_REST)).order_by("pk").values_list("pk", flat=True))


def out_of_date(on: date) -> list[UUID]:
    """Return the open assignments whose run no longer rests on what is known: another register, policy or owner."""
    rows = Run.objects.filter(is_current=True).exclude(assignment__state__in=sorted(AT_REST))
    return [
        run.assignment_id
        for run in rows.select_related("assignment")
        if run.fingerprint != fingerprint_of(run.assignment, on=on)
    ]


def _owned_by(party_id: UUID) -> set[UUID]:
    found: set[UUID] = set()
    level = {party_id}
    while level:
        found |= level
        links = Ownership.objects.filter(owner__in=level, ended_on__isnull=True)
        level = set(links.values_list("owned_id", flat=True)) - found
    return found
