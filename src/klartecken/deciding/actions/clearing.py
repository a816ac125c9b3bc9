"""Clearance where nobody disagrees, and escalation where somebody does."""

from datetime import datetime
from uuid import UUID

from klartecken.assignments import actions as assignments
from klartecken.assignments.errors import NoSuchMove, NotYourAssignment
from klartecken.assignments.models import Assignment, Clearance
from klartecken.assignments.queries import open_blocks
from klartecken.circulation import queries as circulation
from klartecken.core.journey import State
from klartecken.deciding import queries
from klartecken.deciding.errors import NeedsTheCeo, NotReadyForClearance, TheLawStops
from klartecken.ledger.actions import SYSTEM, record, step
from klartecken.ledger.events import Event
from klartecken.people.models import Person
from klartecken.screening import queries as screening


def confirm(
    assignment: Assignment, *, by: Person, now: datetime, words: str = "", expected_version: int | None = None
) -> Assignment:
    """Let the responsible consultant clear an assignment that nobody disagrees on, with their own word for it.

    Raises NotReadyForClearance (with all that is missing), NeedsTheCeo, TheLawStops.
    """
    with step():
        held = assignments.hold(assignment.pk, expected_version)
        if held.responsible_id != by.pk:
            raise NotYourAssignment
        if held.state != State.CIRCULATING:
            raise NeedsTheCeo if held.state == State.ESCALATED else NoSuchMove
        check_ready(held, now=now)
        if queries.goes_to_the_ceo(held):
            raise NeedsTheCeo
        assignments.stand_behind(held, by=by, now=now, words=words)
        held = assignments.hold(held.pk)
        assignments.grant(held, kind=Clearance.Kind.AGREED, by=by, now=now, reasons=words.strip(), weighed=[])
        record("deciding.confirmed", subject=held.pk, actor=by.pk, now=now, payload={"words": words.strip()})
    return held


def check_ready(held: Assignment, *, now: datetime) -> None:
    """Raise what keeps anybody from clearing the assignment now."""
    if screening.hard_stop(held):
        raise TheLawStops
    missing = queries.missing_for_clearance(held, now=now)
    if missing:
        raise NotReadyForClearance(missing=missing)


def escalate(assignment: Assignment, *, by: Person | None, now: datetime, reason: str = "") -> Assignment:
    """Hand a closed round to the CEO; the responsible consultant may also ask for it."""
    with step():
        held = assignments.hold(assignment.pk)
        if by is not None and held.responsible_id != by.pk:
            raise NotYourAssignment
        valid = circulation.current_round(held)
        if valid is None or valid.closed_at is None:
            raise NotReadyForClearance(missing=queries.missing_for_clearance(held, now=now))
        assignments.move(held, State.ESCALATED, by=by, now=now, reason=reason)
        record("deciding.escalated", subject=held.pk, actor=by.pk if by else SYSTEM, now=now)
    return held


def review(event: Event) -> None:
    """Look again after a closed round, a screening or a resolution (a reaction).

    A closed round with disagreement goes to the CEO. A clearance that rests on a world that has changed for the
    worse is taken back, and the case goes to the CEO. Ongoing work that the law has come to stop is suspended.
    """
    with step():
        held = assignments.hold(UUID(event.subject))
        if held.state in {State.CLEARED, State.QUOTED}:
            _take_back_if_worse(held, now=event.at)
        if held.state == State.ONGOING and screening.hard_stop(held):
            _suspend_by_law(held, now=event.at)
        valid = circulation.current_round(held)
        closed = valid is not None and valid.closed_at is not None
        if held.state == State.CIRCULATING and closed and queries.goes_to_the_ceo(held):
            escalate(held, by=None, now=event.at)


def _suspend_by_law(held: Assignment, *, now: datetime) -> None:
    if open_blocks(held).exists():  # what is blocked is looked at already, and whoever lifts the block meets the stop
        return
    assignments.move(held, State.SUSPENDED, by=None, now=now)
    record("deciding.suspended_by_law", subject=held.pk, actor=SYSTEM, now=now)


def _take_back_if_worse(held: Assignment, *, now: datetime) -> None:
    weighed = set(held.clearance.weighed) if held.clearance else set()
    if set(queries.rules_to_weigh(held)) - weighed:
        assignments.move(held, State.CIRCULATING, by=None, now=now)
        record("deciding.clearance_taken_back", subject=held.pk, actor=SYSTEM, now=now)
