"""The quote gate, the start, and what comes after."""

from datetime import datetime

from klartecken.assignments import actions as assignments
from klartecken.assignments.errors import NoSuchMove, NotYourAssignment
from klartecken.assignments.models import Assignment
from klartecken.core.journey import State
from klartecken.deciding import queries
from klartecken.deciding.errors import OnlyTheCeo, QuoteGateClosed, ReasonsNeeded, StartGateClosed
from klartecken.ledger.actions import record, step
from klartecken.people.models import Person


def quote(assignment: Assignment, *, by: Person, now: datetime, expected_version: int | None = None) -> Assignment:
    """Let the quote leave; raises QuoteGateClosed with everything that is missing."""
    with step():
        held = _held(assignment, by, now=now, expected_version=expected_version)
        missing = queries.missing_for_quote(held, now=now)
        if missing:
            raise QuoteGateClosed(missing=missing)
        assignments.move(held, State.QUOTED, by=by, now=now)
        record("deciding.quoted", subject=held.pk, actor=by.pk, now=now)
    return held


def start(assignment: Assignment, *, by: Person, now: datetime, expected_version: int | None = None) -> Assignment:
    """Start the work on an accepted quote; lobbying is published in the same transaction (by reaction)."""
    with step():
        held = _held(assignment, by, now=now, expected_version=expected_version)
        if held.state != State.QUOTED:
            raise NoSuchMove
        missing = queries.missing_for_start(held, now=now)
        if missing:
            raise StartGateClosed(missing=missing)
        held.started_at = now
        assignments.move(held, State.ONGOING, by=by, now=now)
        record("deciding.started", subject=held.pk, actor=by.pk, now=now)
    return held


def suspend(
    assignment: Assignment, *, by: Person, now: datetime, reason: str, expected_version: int | None = None
) -> Assignment:
    """Put ongoing work on hold, with a reason."""
    with step():
        held = _held(assignment, by, now=now, expected_version=expected_version)
        if not reason.strip():
            raise ReasonsNeeded(field="reason")
        assignments.move(held, State.SUSPENDED, by=by, now=now, reason=reason.strip())
        record("deciding.suspended", subject=held.pk, actor=by.pk, now=now, payload={"reason": reason.strip()})
    return held


def resume(
    assignment: Assignment, *, by: Person, now: datetime, reasons: str, expected_version: int | None = None
) -> Assignment:
    """Let suspended work go on: the CEO's decision, with reasons, and only through the start's own gate."""
    with step():
        held = assignments.hold(assignment.pk, expected_version)
        if not queries.may_decide(by, held, now=now):
            raise OnlyTheCeo
        if not reasons.strip():
            raise ReasonsNeeded(field="reasons")
        if held.state != State.SUSPENDED:
            raise NoSuchMove
        missing = queries.missing_for_start(held, now=now)
        if missing:
            raise StartGateClosed(missing=missing)
        if held.clearance is not None:
            held.clearance.weighed = queries.rules_to_weigh(held)
            held.clearance.save()
        assignments.move(held, State.ONGOING, by=by, now=now, reason=reasons.strip())
        record("deciding.resumed", subject=held.pk, actor=by.pk, now=now, payload={"reasons": reasons.strip()})
    return held


def end(
    assignment: Assignment, *, by: Person, now: datetime, reason: str = "", expected_version: int | None = None
) -> Assignment:
    """End the work; its public entry gets an end date (by reaction)."""
    with step():
        held = _held(assignment, by, now=now, expected_version=expected_version)
        assignments.move(held, State.ENDED, by=by, now=now, reason=reason.strip())
        record("deciding.ended", subject=held.pk, actor=by.pk, now=now, payload={"reason": reason.strip()})
    return held


def _held(assignment: Assignment, by: Person, *, now: datetime, expected_version: int | None) -> Assignment:
    held = assignments.hold(assignment.pk, expected_version)
    if held.responsible_id != by.pk and not queries.may_decide(by, held, now=now):
        raise NotYourAssignment
    return held
