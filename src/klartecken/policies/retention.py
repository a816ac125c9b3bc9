"""Forgetting what the policy said about a case."""

from uuid import UUID

from klartecken.policies.models import Evaluation, FindingAnswer


def forget_case(case_id: UUID) -> None:
    """Erase a case's facts, findings and answers; call it inside a step."""
    Evaluation.objects.filter(case=case_id).delete()
    FindingAnswer.objects.filter(case=case_id).delete()
