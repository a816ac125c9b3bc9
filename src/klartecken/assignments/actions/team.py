"""Nobody works on what they do not stand behind: each team member's own word."""

from datetime import datetime

from klartecken.assignments import queries
from klartecken.assignments.actions.moving import hold, touch
from klartecken.assignments.errors import AlreadyClosed, NotOnTheTeam
from klartecken.assignments.models import Assignment, TeamMember
from klartecken.core.journey import CLOSED, State
from klartecken.ledger.actions import record, step
from klartecken.people.models import Person


def stand_behind(assignment: Assignment, *, by: Person, now: datetime, words: str = "") -> TeamMember:
    """Record that a team member stands behind the assignment; words are optional."""
    with step():
        held = hold(assignment.pk)
        if held.state in CLOSED or held.state == State.ENDED:
            raise AlreadyClosed
        if not queries.is_on_team(by, held):
            raise NotOnTheTeam
        member = TeamMember.objects.get(assignment=held, person=by)
        member.stands_behind_at = now
        member.words = words.strip()[:300]
        member.save()
        touch(held, now=now)
        record("assignment.stood_behind", subject=held.pk, actor=by.pk, now=now, payload={"words": member.words})
    return member


def renew_own_word(held: Assignment, *, by: Person | None, now: datetime) -> None:
    """Take the responsible consultant's own sending or changing of it as their word: they just wrote it."""
    if by is not None and by.pk == held.responsible_id:
        TeamMember.objects.update_or_create(assignment=held, person=by, defaults={"stands_behind_at": now})
