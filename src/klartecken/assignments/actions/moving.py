"""Moves of the journey: the one place that changes an assignment's state."""

from datetime import datetime
from uuid import UUID

from django.db.models import F

from klartecken.assignments import queries
from klartecken.assignments.errors import AlreadyClosed, Blocked, NoSuchMove, NotYourAssignment
from klartecken.assignments.models import Assignment, Clearance, Step
from klartecken.core.journey import AFTER_CLEARANCE, CLOSED, OPEN_TO_ALL, State
from klartecken.core.journey.moves import may_move
from klartecken.core.refusals import Missing, NotFound, Stale
from klartecken.ledger.actions import record, step
from klartecken.people import queries as people
from klartecken.people.models import Person

WITHDRAWN_BECAUSE = frozenset({"openness", "policy", "other"})


def hold(assignment_id: UUID, expected_version: int | None = None) -> Assignment:
    """Lock and read one assignment inside a step; raise Stale if somebody else saved first."""
    held = Assignment.objects.select_for_update(of=("self",)).select_related("client", "responsible", "clearance")
    assignment = held.filter(pk=assignment_id).first()
    if assignment is None:
        raise NotFound
    if expected_version is not None and assignment.version != expected_version:
        raise Stale
    return assignment


def store(assignment: Assignment, *, now: datetime) -> None:
    """Save a held assignment as its next version."""
    assignment.changed_at = now
    assignment.version += 1
    assignment.save()


def move(assignment: Assignment, to: State, *, by: Person | None, now: datetime, reason: str = "") -> None:
    """Move a held assignment and keep the step; the caller records the act in the ledger.

    Raises NoSuchMove where the journey has no such way, and Blocked while a higher room has raised a block.
    """
    came_from = State(assignment.state)
    if not may_move(came_from, to):
        raise NoSuchMove
    blocks = list(queries.open_blocks(assignment))
    if blocks and to not in CLOSED:
        raise Blocked(missing=[Missing(code=block.code, message=block.message) for block in blocks])
    if to not in AFTER_CLEARANCE:
        assignment.clearance = None
    assignment.state = to.value
    if to in CLOSED or to is State.ENDED:
        assignment.closed_at = now
    Step.objects.create(assignment=assignment, from_state=came_from, to_state=to, at=now, by=by, reason=reason)
    store(assignment, now=now)


def grant(
    assignment: Assignment, *, kind: str, by: Person | None, now: datetime, reasons: str, weighed: list[str]
) -> Clearance:
    """Give a held assignment its clearance and move it to cleared; `deciding` alone calls this."""
    clearance = Clearance.objects.create(kind=kind, granted_by=by, granted_at=now, reasons=reasons, weighed=weighed)
    assignment.clearance = clearance
    move(assignment, State.CLEARED, by=by, now=now, reason=reasons)
    return clearance


def withdraw(
    assignment: Assignment,
    *,
    because: str,
    words: str = "",
    by: Person,
    now: datetime,
    expected_version: int | None = None,
) -> Assignment:
    """Record that the enquirer drew back, and whether it was on meeting our openness or our policy."""
    with step():
        held = hold(assignment.pk, expected_version)
        if held.state in CLOSED or held.state in OPEN_TO_ALL:
            raise AlreadyClosed
        if held.responsible_id != by.pk and by not in people.deciders(now.date()):
            raise NotYourAssignment
        held.closing_reason = because if because in WITHDRAWN_BECAUSE else "other"
        held.closing_words = words.strip()[:5000]
        move(held, State.WITHDRAWN, by=by, now=now, reason=held.closing_words)
        record(
            "assignment.withdrawn",
            subject=held.pk,
            actor=by.pk,
            now=now,
            payload={"because": held.closing_reason, "words": held.closing_words},
        )
    return held


def touch(assignment: Assignment, *, now: datetime) -> None:
    """Count a change beside the row (an answer, a word) as a new version, without saving the row's columns."""
    Assignment.objects.filter(pk=assignment.pk).update(version=F("version") + 1, changed_at=now)
