"""Masked circulation: an exception that the CEO approves, never for lobbying, lifted before the quote."""

from datetime import datetime

from klartecken.assignments import actions as assignments
from klartecken.assignments.actions.moving import store
from klartecken.assignments.errors import NotADraft, NotYourAssignment
from klartecken.assignments.models import Assignment, Lobbying, Mask
from klartecken.circulation import queries
from klartecken.circulation.actions.informing import mark_informed
from klartecken.circulation.errors import NeverMaskLobbying, NoMask, OnlyTheCeo, ReasonNeeded
from klartecken.circulation.models import Informed, Round
from klartecken.core.journey import CLOSED, State
from klartecken.ledger.actions import record, step
from klartecken.people import queries as people
from klartecken.people.models import Person


def request_mask(assignment: Assignment, *, by: Person, now: datetime, masked_summary: str, reason: str) -> None:
    """Ask the CEO to let a draft circulate without the name; the CEO is let in to judge it."""
    if not masked_summary.strip() or not reason.strip():
        raise ReasonNeeded(field="masked_summary" if not masked_summary.strip() else "reason")
    with step():
        held = assignments.hold(assignment.pk)
        if held.responsible_id != by.pk:
            raise NotYourAssignment
        if held.state != State.DRAFT:
            raise NotADraft
        if held.lobbying != Lobbying.NO:
            raise NeverMaskLobbying
        held.mask = Mask.REQUESTED
        held.masked_summary = masked_summary.strip()[:300]
        store(held, now=now)
        for decider in people.deciders(now.date()):
            assignments.let_in(held, decider, by=by, now=now, reason=reason)
        record("circulation.mask_requested", subject=held.pk, actor=by.pk, now=now, payload={"reason": reason})


def approve_mask(assignment: Assignment, *, by: Person, now: datetime) -> None:
    """Let it circulate masked."""
    _settle(assignment, Mask.APPROVED, verb="circulation.mask_approved", by=by, now=now)


def refuse_mask(assignment: Assignment, *, by: Person, now: datetime) -> None:
    """Say no to the mask; the draft can circulate with its name."""
    _settle(assignment, Mask.NONE, verb="circulation.mask_refused", by=by, now=now)


def lift_mask(assignment: Assignment, *, by: Person, now: datetime) -> None:
    """Tell everyone the name; all are informed anew before a quote can leave."""
    with step():
        held = assignments.hold(assignment.pk)
        if held.mask != Mask.APPROVED or held.state in CLOSED:
            raise NoMask
        if held.responsible_id != by.pk and by not in people.deciders(now.date()):
            raise NotYourAssignment
        held.mask = Mask.LIFTED
        store(held, now=now)
        valid = queries.current_round(held)
        if valid is not None:
            _inform_anew(valid, by=by, now=now)
        record("circulation.mask_lifted", subject=held.pk, actor=by.pk, now=now)


def _inform_anew(valid: Round, *, by: Person, now: datetime) -> None:
    Informed.objects.filter(round=valid).delete()
    mark_informed(valid, by, how=Informed.How.PAGE, now=now)


def _settle(assignment: Assignment, mask: Mask, *, verb: str, by: Person, now: datetime) -> None:
    with step():
        held = assignments.hold(assignment.pk)
        if by not in people.deciders(now.date()):
            raise OnlyTheCeo
        if held.mask != Mask.REQUESTED:
            raise NoMask
        held.mask = mask
        store(held, now=now)
        record(verb, subject=held.pk, actor=by.pk, now=now)
