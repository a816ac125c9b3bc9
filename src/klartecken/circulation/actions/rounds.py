"""Opening and closing rounds."""

from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils import timezone

from klartecken.assignments import actions as assignments
from klartecken.assignments.errors import NotYourAssignment
from klartecken.assignments.models import Assignment, Mask
from klartecken.circulation import queries
from klartecken.circulation.actions.informing import mark_informed
from klartecken.circulation.errors import (
    AlreadyCirculating,
    MaskNotDecided,
    NoRound,
    NotALaterTime,
    NotEveryoneInformed,
    OnlyTheCeo,
    ReasonNeeded,
    WindowStillOpen,
)
from klartecken.circulation.models import Informed, Round
from klartecken.core.calendar import window_end
from klartecken.core.journey import ROUND_IN, State
from klartecken.core.refusals import Refused
from klartecken.ledger.actions import SYSTEM, record, step
from klartecken.ledger.events import Event
from klartecken.people import queries as people
from klartecken.people.models import Person


def circulate(assignment: Assignment, *, by: Person, now: datetime, expected_version: int | None = None) -> Round:
    """Tell all colleagues of a proposal and open the window; to send it is the sender's own word for it."""
    with step():
        held = assignments.hold(assignment.pk, expected_version)
        if held.state != State.DRAFT:
            raise AlreadyCirculating
        if held.responsible_id != by.pk:
            raise NotYourAssignment
        if held.mask == Mask.REQUESTED:
            raise MaskNotDecided
        held.circulated_at = now
        assignments.renew_own_word(held, by=by, now=now)
        assignments.move(held, State.CIRCULATING, by=by, now=now)
        return _open_round(held, by=by, now=now)


def reopen_if_voided(event: Event) -> None:
    """Open a new round after an amendment that voided the circulation (a reaction).

    Begun work that was suspended by it is circulated too: nobody works for a client that colleagues were not told of.
    """
    held = assignments.hold(_subject(event))
    amendment = held.amendments.order_by("-at").first()
    if amendment is None or "circulation" not in amendment.voided or held.state not in ROUND_IN:
        return
    Round.objects.filter(assignment=held, voided_at__isnull=True).update(voided_at=event.at)
    _open_round(held, by=amendment.by, now=event.at)


def shorten_window(assignment: Assignment, *, by: Person, now: datetime, closes_at: datetime, reason: str) -> Round:
    """Let the CEO shorten the window, with a reason that everyone who can read the case reads."""
    with step():
        held = assignments.hold(assignment.pk)
        valid = _open(held)
        if by not in people.deciders(now.date()):
            raise OnlyTheCeo
        if not reason.strip():
            raise ReasonNeeded(field="reason")
        if not now <= closes_at < valid.closes_at:
            raise NotALaterTime(field="closes_at")
        valid.closes_at = closes_at
        valid.shortened_by = by
        valid.shortened_reason = reason.strip()
        valid.save()
        payload = {"closes_at": closes_at, "reason": valid.shortened_reason}
        record("circulation.shortened", subject=held.pk, actor=by.pk, now=now, payload=payload)
    return valid


def close_round(assignment: Assignment, *, by: Person | None, now: datetime, reason: str = "") -> Round:
    """Close a round whose window has ended and of which everyone was informed.

    The CEO may close it earlier with a reason. Raises WindowStillOpen, NotEveryoneInformed.
    """
    with step():
        held = assignments.hold(assignment.pk)
        valid = _open(held)
        if now < valid.closes_at:
            if by is None or not reason.strip() or by not in people.deciders(now.date()):
                raise WindowStillOpen
            valid = shorten_window(held, by=by, now=now, closes_at=now, reason=reason)
        if not queries.everyone_informed(valid, now=now):
            raise NotEveryoneInformed
        valid.closed_at = now
        valid.save()
        record("circulation.closed", subject=held.pk, actor=by.pk if by else SYSTEM, now=now)
    return valid


def close_due(now: datetime) -> int:
    """Close every round whose window has ended; return how many. A round that cannot close yet stays open."""
    due = Round.objects.filter(closed_at__isnull=True, voided_at__isnull=True, closes_at__lte=now)
    closed = 0
    for valid in due.select_related("assignment").filter(assignment__state__in=sorted(ROUND_IN)):
        try:
            close_round(valid.assignment, by=None, now=now)
        except Refused:
            continue
        closed += 1
    return closed


def _open_round(held: Assignment, *, by: Person | None, now: datetime) -> Round:
    days = people.firm().business_days
    closes_at = window_end(timezone.localtime(now), business_days=days, tz=ZoneInfo(settings.TIME_ZONE))
    opened = Round.objects.create(assignment=held, number=held.rounds.count() + 1, opened_at=now, closes_at=closes_at)
    if by is not None:
        mark_informed(opened, by, how=Informed.How.PAGE, now=now)
    payload = {
        "round": opened.number,
        "closes_at": closes_at,
        "client": held.client.name,
        "summary": held.summary,
        "public_text": held.public_text,
        "lobbying": held.lobbying,
    }
    record("circulation.opened", subject=held.pk, actor=by.pk if by else SYSTEM, now=now, payload=payload)
    return opened


def _open(held: Assignment) -> Round:
    valid = queries.current_round(held)
    if valid is None or valid.closed_at is not None or held.state not in ROUND_IN:
        raise NoRound
    return valid


def _subject(event: Event) -> UUID:
    return UUID(event.subject)
