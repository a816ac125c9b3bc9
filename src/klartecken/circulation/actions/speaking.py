"""Viewpoints, answers to them, and the private opt-out."""

from datetime import datetime

from django.db import transaction

from klartecken.assignments import actions as assignments
from klartecken.assignments import queries as seen
from klartecken.assignments.models import Assignment
from klartecken.circulation import queries
from klartecken.circulation.actions.informing import mark_informed
from klartecken.circulation.errors import NoRound, TooLong, UnknownStance, ViewpointAfterWindow
from klartecken.circulation.models import EarlierViewpoint, Informed, OptOut, Reply, Round, Viewpoint
from klartecken.core.journey import CLOSED, OPEN_TO_ALL, ROUND_IN, Stance
from klartecken.core.journey.sight import Sight
from klartecken.core.refusals import NotFound
from klartecken.ledger.actions import record, step
from klartecken.ledger.events import Event
from klartecken.people.models import Person

LONGEST = 10_000


def give_viewpoint(assignment: Assignment, *, by: Person, now: datetime, stance: str, words: str = "") -> Viewpoint:
    """Say what one thinks; until the window ends it can be changed, and what it said before is kept."""
    spoken = _checked(words)
    if stance not in set(Stance):
        raise UnknownStance(field="stance")
    with step():
        valid = _open_round(assignment, by=by, now=now)
        viewpoint = Viewpoint.objects.filter(round=valid, person=by).first()
        if viewpoint is None:
            viewpoint = Viewpoint(round=valid, person=by, at=now)
        else:
            _keep_earlier(viewpoint)
            viewpoint.changed_at = now
        viewpoint.stance = stance
        viewpoint.words = spoken
        viewpoint.save()
        mark_informed(valid, by, how=Informed.How.PAGE, now=now)
        payload = {"stance": stance, "words": spoken}
        record("circulation.viewpoint", subject=assignment.pk, actor=by.pk, now=now, payload=payload)
    return viewpoint


def reply(viewpoint: Viewpoint, *, by: Person, now: datetime, words: str) -> Reply:
    """Answer somebody's viewpoint in its thread."""
    spoken = _checked(words)
    if not spoken:
        raise TooLong("Skriv något först.", field="words")
    with step():
        valid = _open_round(viewpoint.round.assignment, by=by, now=now)
        if viewpoint.round_id != valid.pk:
            raise NoRound
        answer = Reply.objects.create(viewpoint=viewpoint, person=by, words=spoken, at=now)
        record(
            "circulation.replied",
            subject=valid.assignment_id,
            actor=by.pk,
            now=now,
            payload={"words": spoken},
        )
    return answer


def opt_out(assignment: Assignment, *, by: Person) -> None:
    """Decline, privately and without a reason, to work on it; no ledger entry, no time, no log."""
    if assignment.state in CLOSED or assignment.state in OPEN_TO_ALL:
        raise NoRound
    with transaction.atomic():
        OptOut.objects.get_or_create(assignment=assignment, person=by)


def take_back_opt_out(assignment: Assignment, *, by: Person) -> None:
    """Take back one's own opt-out."""
    OptOut.objects.filter(assignment=assignment, person=by).delete()


def forget_opt_outs(event: Event) -> None:
    """Delete all opt-outs once the assignment is staffed or has come to nothing (a reaction)."""
    OptOut.objects.filter(assignment_id=event.subject).delete()


def _open_round(assignment: Assignment, *, by: Person, now: datetime) -> Round:
    held = assignments.hold(assignment.pk)
    if seen.sight_of(by, held, now=now) is Sight.NOTHING:
        raise NotFound
    valid = queries.current_round(held)
    if valid is None:
        raise NoRound
    if valid.closed_at is not None or now >= valid.closes_at:
        raise ViewpointAfterWindow
    if held.state not in ROUND_IN:
        raise NoRound
    return valid


def _keep_earlier(viewpoint: Viewpoint) -> None:
    EarlierViewpoint.objects.create(
        viewpoint=viewpoint,
        stance=viewpoint.stance,
        words=viewpoint.words,
        at=viewpoint.changed_at or viewpoint.at,
    )


def _checked(words: str) -> str:
    spoken = words.replace(chr(0), "").strip()
    if len(spoken) > LONGEST:
        raise TooLong(field="words")
    return spoken
