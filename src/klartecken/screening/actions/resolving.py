"""What a person makes of a hit; on a binding sanctions list, what two people make of it."""

from datetime import datetime
from uuid import UUID

from klartecken.assignments import actions as assignments
from klartecken.ledger.actions import record, step
from klartecken.people.models import Person
from klartecken.screening import permissions
from klartecken.screening.errors import (
    MayNotSecond,
    NoSuchHit,
    NothingToSecond,
    NotTheResolver,
    ReasonMissing,
    SecondMustBeSomebodyElse,
    UnknownOutcome,
)
from klartecken.screening.models import Hit, Resolution
from klartecken.screening.settled import needs_second
from klartecken.screening.views import HitView

LONGEST_REASON = 20_000


def resolve(hit: Hit | HitView, *, outcome: str, reason: str, by: Person, now: datetime) -> Resolution:
    """Settle a hit of the current run, with a reason; it stands while the facts in its key do.

    A second person who says the same of a hit on a binding sanctions list confirms the first one's judgement.
    """
    with step():
        held = _current(hit.pk)
        assignments.hold(held.assignment_id)
        standing = _standing(held.assignment_id, held.key)
        if standing and _confirms(held, standing, outcome, by=by, now=now):
            return second(standing, by=by, now=now)
        if not permissions.may_resolve(by, now=now):
            raise NotTheResolver
        _check(outcome, reason)
        return _keep(held, outcome, reason.strip()[:LONGEST_REASON], by=by, now=now)


def second(resolution: Resolution, *, by: Person, now: datetime) -> Resolution:
    """Confirm somebody else's judgement of a hit on a sanctions list."""
    with step():
        held = Resolution.objects.select_for_update().get(pk=resolution.pk)
        assignments.hold(held.assignment_id)
        if not permissions.may_second(by, now=now):
            raise MayNotSecond
        if held.superseded_at is not None or held.seconded_by_id is not None:
            raise NothingToSecond
        if held.by_id == by.pk:
            raise SecondMustBeSomebodyElse
        held.seconded_by, held.seconded_at = by, now
        held.save(update_fields=["seconded_by", "seconded_at"])
        payload = {"key": held.key, "outcome": held.outcome}
        record("screening.seconded", subject=held.assignment_id, actor=by.pk, now=now, payload=payload)
    return held


def _current(hit_id: UUID) -> Hit:
    found = Hit.objects.filter(pk=hit_id, run__is_current=True).first()
    if found is None:
        raise NoSuchHit
    return found


def _standing(assignment_id: UUID, key: str) -> Resolution | None:
    return Resolution.objects.filter(assignment=assignment_id, key=key, superseded_at__isnull=True).first()


def _confirms(hit: Hit, standing: Resolution, outcome: str, *, by: Person, now: datetime) -> bool:
    waiting = needs_second(hit) and standing.seconded_by_id is None
    return waiting and standing.by_id != by.pk and standing.outcome == outcome and permissions.may_second(by, now=now)


def _check(outcome: str, reason: str) -> None:
    if outcome not in Resolution.Outcome.values:
        raise UnknownOutcome(field="outcome")
    if not reason.strip():
        raise ReasonMissing(field="reason")


def _keep(hit: Hit, outcome: str, reason: str, *, by: Person, now: datetime) -> Resolution:
    former = Resolution.objects.filter(assignment=hit.assignment_id, key=hit.key, superseded_at__isnull=True)
    former.update(superseded_at=now)
    kept = Resolution.objects.create(
        assignment_id=hit.assignment_id,
        key=hit.key,
        pair=hit.pair,
        kind=hit.kind,
        outcome=outcome,
        reason=reason,
        by=by,
        at=now,
    )
    payload = {"key": hit.key, "outcome": outcome, "reason": reason}
    record("screening.resolved", subject=hit.assignment_id, actor=by.pk, now=now, payload=payload)
    return kept
