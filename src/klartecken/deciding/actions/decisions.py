"""The CEO's decisions: yes with conditions, no, veto."""

from collections.abc import Sequence
from datetime import datetime

from klartecken.assignments import actions as assignments
from klartecken.assignments.errors import AlreadyClosed, NotYourAssignment
from klartecken.assignments.models import Assignment, Clearance
from klartecken.core.journey import CLOSED, OPEN_TO_ALL, State
from klartecken.deciding import queries
from klartecken.deciding.actions.clearing import check_ready
from klartecken.deciding.errors import (
    AlreadyDecided,
    NotYourOwnCase,
    OnlyTheCeo,
    ReasonsNeeded,
    TooLateForVeto,
)
from klartecken.deciding.models import Condition, Decision
from klartecken.ledger.actions import record, step
from klartecken.people import queries as people
from klartecken.people.models import Person

LONGEST_CONDITION = 300


def decide(
    assignment: Assignment,
    *,
    by: Person,
    now: datetime,
    outcome: str,
    reasons: str,
    conditions: Sequence[tuple[str, str]] = (),
    expected_version: int | None = None,
) -> Decision:
    """Decide an escalated case, with written reasons and conditions as (words, due) pairs.

    Raises AlreadyDecided for the second of two decisions sent at the same moment.
    """
    with step():
        held = assignments.hold(assignment.pk, expected_version)
        acting = _capacity(by, held, now=now)
        if held.state != State.ESCALATED:
            raise AlreadyDecided
        written = _written(reasons)
        accepts = outcome == Decision.Outcome.ACCEPT
        if accepts:
            check_ready(held, now=now)
        weighed = queries.rules_to_weigh(held)
        kept = Decision.Outcome.ACCEPT if accepts else Decision.Outcome.DECLINE
        decision = _keep(held, kept, by=by, capacity=acting, reasons=written, now=now)
        _ask_for(decision, conditions if accepts else ())
        if accepts:
            kind = Clearance.Kind.DECIDED
            assignments.grant(held, kind=kind, by=by, now=now, reasons=written, weighed=weighed)
        else:
            _close(held, by=by, now=now, reasons=written)
        payload = {"outcome": str(kept), "reasons": written, "conditions": [words for words, _due in conditions]}
        record("deciding.decided", subject=held.pk, actor=by.pk, now=now, payload=payload)
    return decision


def decline(
    assignment: Assignment, *, by: Person, now: datetime, reasons: str, expected_version: int | None = None
) -> Assignment:
    """Say no to an enquirer without a disagreement to decide: the responsible consultant's or the CEO's act."""
    with step():
        held = assignments.hold(assignment.pk, expected_version)
        if held.responsible_id != by.pk and not queries.may_decide(by, held, now=now):
            raise NotYourAssignment
        if held.state in CLOSED or held.state in OPEN_TO_ALL:
            raise AlreadyClosed
        written = _written(reasons)
        _close(held, by=by, now=now, reasons=written)
        record("deciding.declined", subject=held.pk, actor=by.pk, now=now, payload={"reasons": written})
    return held


def veto(
    assignment: Assignment, *, by: Person, now: datetime, reasons: str, expected_version: int | None = None
) -> Decision:
    """Stop an assignment before it is ongoing, with reasons: the CEO alone."""
    with step():
        held = assignments.hold(assignment.pk, expected_version)
        acting = _capacity(by, held, now=now)
        if held.state in OPEN_TO_ALL:
            raise TooLateForVeto
        if held.state in CLOSED:
            raise AlreadyClosed
        written = _written(reasons)
        decision = _keep(held, Decision.Outcome.VETO, by=by, capacity=acting, reasons=written, now=now)
        _close(held, by=by, now=now, reasons=written)
        record("deciding.vetoed", subject=held.pk, actor=by.pk, now=now, payload={"reasons": written})
    return decision


def meet_condition(condition: Condition, *, by: Person, now: datetime, evidence: str) -> Condition:
    """Record that a decision's condition is met, and by what it shows."""
    with step():
        held = assignments.hold(condition.decision.assignment_id)
        if held.responsible_id != by.pk and not queries.may_decide(by, held, now=now):
            raise NotYourAssignment
        condition.met_at = now
        condition.met_by = by
        condition.evidence = _written(evidence)[:LONGEST_CONDITION]
        condition.save()
        payload = {"condition": condition.words, "evidence": condition.evidence}
        record("deciding.condition_met", subject=held.pk, actor=by.pk, now=now, payload=payload)
    return condition


def _capacity(by: Person, held: Assignment, *, now: datetime) -> str:
    acting = queries.capacity(by, held, now=now)
    if acting is not None:
        return acting
    raise NotYourOwnCase if by in people.deciders(now.date()) else OnlyTheCeo


def _written(reasons: str) -> str:
    written = reasons.strip()
    if not written:
        raise ReasonsNeeded(field="reasons")
    return written[:20_000]


def _keep(held: Assignment, outcome: str, *, by: Person, capacity: str, reasons: str, now: datetime) -> Decision:
    return Decision.objects.create(
        assignment=held, outcome=outcome, reasons=reasons, decided_by=by, capacity=capacity, at=now
    )


def _ask_for(decision: Decision, conditions: Sequence[tuple[str, str]]) -> None:
    dues = set(Condition.Due.values)
    Condition.objects.bulk_create(
        Condition(
            decision=decision,
            words=words.strip()[:LONGEST_CONDITION],
            due=due if due in dues else Condition.Due.BEFORE_QUOTE,
        )
        for words, due in conditions
        if words.strip()
    )


def _close(held: Assignment, *, by: Person, now: datetime, reasons: str) -> None:
    held.closing_reason = "declined"
    held.closing_words = reasons
    assignments.move(held, State.DECLINED, by=by, now=now, reason=reasons)
