"""Forgetting that another case's screening met a case that is erased."""

from klartecken.assignments.models import Assignment
from klartecken.screening.models import Hit, Resolution


def forget_mentions(assignment: Assignment) -> None:
    """Erase the hits of other cases on this one, and what was made of them; call it inside a step."""
    mentions = Hit.objects.filter(other=assignment)
    for case_id, key in mentions.values_list("assignment_id", "key").distinct():
        Resolution.objects.filter(assignment=case_id, key=key).delete()
    mentions.delete()
