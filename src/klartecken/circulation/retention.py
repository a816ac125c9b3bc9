"""Forgetting what colleagues said, when its clock has run out."""

from datetime import datetime
from uuid import UUID

from django.db.models import Q

from klartecken.circulation.models import Round, Viewpoint
from klartecken.ledger import actions as ledger

SPOKEN = ("circulation.viewpoint", "circulation.replied")


def assignments_spoken_of(*, decided_before: datetime) -> list[UUID]:
    """Return the assignments with viewpoints that were decided before a moment: cleared, declined or withdrawn."""
    decided = Q(assignment__clearance__granted_at__lt=decided_before) | Q(assignment__closed_at__lt=decided_before)
    spoken = Round.objects.filter(decided, viewpoints__isnull=False)
    return list(spoken.order_by().values_list("assignment_id", flat=True).distinct())


def erase_viewpoints(assignment_id: UUID) -> int:
    """Erase every viewpoint on an assignment, with its history and its thread; return how many.

    Call it inside a step. The ledger keeps its commitments to them, not their words.
    """
    count = Viewpoint.objects.filter(round__assignment=assignment_id).count()
    Viewpoint.objects.filter(round__assignment=assignment_id).delete()
    ledger.erase_payloads(subject=assignment_id, verbs=SPOKEN)
    return count
