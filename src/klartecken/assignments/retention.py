"""Forgetting assignments that came to nothing, when their clock has run out."""

from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from klartecken.assignments.models import Assignment, Clearance
from klartecken.core.journey import CLOSED
from klartecken.ledger import actions as ledger
from klartecken.parties import retention as parties


def closed_before(moment: datetime) -> QuerySet[Assignment]:
    """Return the declined and withdrawn assignments that ended before a moment."""
    return Assignment.objects.filter(state__in=sorted(CLOSED), closed_at__lt=moment)


def erase(assignment: Assignment) -> None:
    """Erase an assignment, everything that hangs on it, and parties that nothing else needs; call it inside a step.

    The ledger keeps who did what and when to a number that now means nothing, and its commitments.
    """
    party_ids = [assignment.client_id, *assignment.parties.values_list("party_id", flat=True)]
    assignment_id: UUID = assignment.pk
    assignment.delete()
    ledger.erase_payloads(subject=assignment_id)
    parties.forget_unused(party_ids)


def erase_lost_clearances(*, granted_before: datetime) -> int:
    """Erase clearances that a later change took back: nothing points at them, and their reasons may name somebody."""
    return Clearance.objects.filter(assignment__isnull=True, granted_at__lt=granted_before).delete()[0]
