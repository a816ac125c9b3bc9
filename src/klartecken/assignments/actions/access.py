"""Letting in by name, walls, blocks raised by higher rooms, and handing over."""

from datetime import datetime

from klartecken.assignments import queries
from klartecken.assignments.actions.moving import hold, store
from klartecken.assignments.errors import NotYourAssignment
from klartecken.assignments.models import Access, Assignment, Block, TeamMember
from klartecken.core.journey import CLOSED, State
from klartecken.ledger.actions import SYSTEM, record, step
from klartecken.people import queries as people
from klartecken.people.models import Person, Role

MAY_WALL = frozenset({Role.CEO, Role.DEPUTY, Role.CONFLICT_RESOLVER})
"""Who puts up an ethical wall, and takes it away."""


def let_in(assignment: Assignment, person: Person, *, by: Person, now: datetime, reason: str = "") -> Access:
    """Let somebody read a draft or see through a mask."""
    with step():
        held = hold(assignment.pk)
        if not queries.may_edit(by, held) and by not in people.deciders(now.date()):
            raise NotYourAssignment
        return _give(held, person, level=Access.Level.EVERYTHING, by=by, now=now, reason=reason)


def wall(assignment: Assignment, person: Person, *, by: Person, now: datetime, reason: str = "") -> Access:
    """Put a person behind an ethical wall: for them the assignment does not exist."""
    with step():
        _check_may_wall(by, now=now)
        return _give(hold(assignment.pk), person, level=Access.Level.NOTHING, by=by, now=now, reason=reason)


def lift_wall(assignment: Assignment, person: Person, *, by: Person, now: datetime) -> None:
    """Take a wall away."""
    with step():
        _check_may_wall(by, now=now)
        rows = Access.objects.filter(assignment=assignment, person=person, level=Access.Level.NOTHING)
        if rows.delete()[0]:
            record("assignment.wall_lifted", subject=assignment.pk, actor=by.pk, now=now)


def block(assignment: Assignment, *, code: str, message: str, now: datetime) -> Block:
    """Stop every further move until the block is lifted; raising it twice is raising it once."""
    with step():
        raised, created = Block.objects.get_or_create(
            assignment=assignment, code=code, lifted_at=None, defaults={"message": message, "raised_at": now}
        )
        if created:
            record("assignment.blocked", subject=assignment.pk, actor=SYSTEM, now=now, payload={"code": code})
    return raised


def lift_block(assignment: Assignment, *, code: str, now: datetime) -> None:
    """Lift a block; lifting one that is not there does nothing."""
    with step():
        if Block.objects.filter(assignment=assignment, code=code, lifted_at=None).update(lifted_at=now):
            record("assignment.unblocked", subject=assignment.pk, actor=SYSTEM, now=now, payload={"code": code})


def hand_over(leaver: Person, *, to: Person, by: Person | None, now: datetime) -> int:
    """Give a leaver's assignments to a colleague and take the leaver off open teams; return how many."""
    with step():
        ended = [*sorted(CLOSED), State.ENDED.value]
        mine = Assignment.objects.filter(responsible=leaver).exclude(state__in=ended)
        keys = list(mine.values_list("pk", flat=True))
        for key in keys:
            held = hold(key)
            held.responsible = to
            TeamMember.objects.get_or_create(assignment=held, person=to)
            store(held, now=now)
            record("assignment.handed_over", subject=key, actor=by.pk if by else SYSTEM, now=now)
        TeamMember.objects.filter(person=leaver).exclude(assignment__state__in=ended).delete()
    return len(keys)


def _check_may_wall(by: Person, *, now: datetime) -> None:
    if not MAY_WALL & people.roles_of(by, now.date()):
        raise NotYourAssignment


def _give(held: Assignment, person: Person, *, level: str, by: Person, now: datetime, reason: str) -> Access:
    access, created = Access.objects.get_or_create(
        assignment=held, person=person, level=level, defaults={"from_at": now, "reason": reason[:200]}
    )
    if created:
        record("assignment.access_given", subject=held.pk, actor=by.pk, now=now, payload={"level": str(level)})
    return access
