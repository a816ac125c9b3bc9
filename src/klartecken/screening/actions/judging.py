"""Judging a case by the policy from what is stored, without searching again."""

from datetime import datetime
from uuid import UUID

from django.utils.timezone import localdate

from klartecken.assignments.models import Assignment
from klartecken.ledger.events import Event
from klartecken.policies import actions as policies
from klartecken.policies.models import Evaluation
from klartecken.screening.facts import facts_of
from klartecken.screening.models import Run


def judge(assignment: Assignment, *, now: datetime) -> Evaluation:
    """Let the policy in force judge what is known of a case now."""
    facts, not_obtainable = facts_of(assignment, on=localdate(now))
    return policies.evaluate(assignment.pk, facts, not_obtainable=not_obtainable, now=now)


def judge_again(event: Event) -> None:
    """Judge anew after a resolution or a consultation (a reaction); a case that was never screened waits for that."""
    case = UUID(event.subject)
    if Run.objects.filter(assignment=case, is_current=True).exists():
        judge(Assignment.objects.select_related("client").get(pk=case), now=event.at)
