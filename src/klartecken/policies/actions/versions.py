"""Versions of the policy: a draft, revised until it compiles, then activated from a day."""

from datetime import date, datetime

from django.db.models import Max
from django.utils.timezone import localdate

from klartecken.core.refusals import Missing
from klartecken.ledger.actions import SYSTEM, record, step
from klartecken.people import queries as people
from klartecken.people.models import Person, Role
from klartecken.policies import queries
from klartecken.policies.errors import (
    AlreadyInForce,
    DateHasPassed,
    DateIsTaken,
    DraftHasErrors,
    NotThePolicyOwner,
    TextIsMissing,
)
from klartecken.policies.models import PolicyVersion

LONGEST_WHY = 20_000
LONGEST_RULEBOOK = 400_000


def may_write(person: Person, *, now: datetime) -> bool:
    """Tell whether the person writes and activates versions of the policy."""
    return people.holds(person, Role.POLICY_OWNER, localdate(now))


def draft_version(
    *, rulebook: str, title: str, why: str, public_summary: str = "", by: Person | None, now: datetime
) -> PolicyVersion:
    """Begin a new version. A draft may have errors; it cannot take effect with them."""
    _owner_only(by, now=now)
    with step():
        last = PolicyVersion.objects.aggregate(last=Max("number"))["last"] or 0
        version = PolicyVersion(number=last + 1, written_by=by, written_at=now)
        _write(version, rulebook=rulebook, title=title, why=why, public_summary=public_summary)
        version.save(force_insert=True)
        _record("policy.drafted", version, by=by, now=now)
    return version


def revise_draft(
    version: PolicyVersion,
    *,
    rulebook: str,
    title: str,
    why: str,
    public_summary: str = "",
    by: Person,
    now: datetime,
) -> PolicyVersion:
    """Save what was written in a draft, errors and all."""
    _owner_only(by, now=now)
    with step():
        held = _held_draft(version)
        _write(held, rulebook=rulebook, title=title, why=why, public_summary=public_summary)
        held.written_by, held.written_at = by, now
        held.save()
        _record("policy.drafted", held, by=by, now=now)
    return held


def discard_draft(version: PolicyVersion, *, by: Person, now: datetime) -> None:
    """Throw a draft away; its number is free again."""
    _owner_only(by, now=now)
    with step():
        held = _held_draft(version)
        _record("policy.draft_discarded", held, by=by, now=now)
        held.delete()


def activate(version: PolicyVersion, *, in_force_from: date, by: Person | None, now: datetime) -> PolicyVersion:
    """Let a draft take effect on a day, today or later; every open case is then judged by it.

    Raises DraftHasErrors with each problem and its line, DateHasPassed, DateIsTaken.
    """
    _owner_only(by, now=now)
    with step():
        held = _held_draft(version)
        problems = queries.problems_of(held)
        if problems:
            missing = [Missing(each.code, f"Rad {each.line}: {each.sv} {each.instead_sv}") for each in problems]
            raise DraftHasErrors(field="rulebook", missing=missing)
        _check_day(in_force_from, today=localdate(now))
        held.status = PolicyVersion.Status.ACTIVATED
        held.in_force_from = in_force_from
        held.activated_by, held.activated_at = by, now
        held.save()
        _record("policy.activated", held, by=by, now=now)
    return held


def _check_day(in_force_from: date, *, today: date) -> None:
    latest = queries.activated().first()
    if in_force_from < today:
        raise DateHasPassed(field="in_force_from")
    if latest is not None and latest.in_force_from and latest.in_force_from >= in_force_from:
        raise DateIsTaken(field="in_force_from")


def _held_draft(version: PolicyVersion) -> PolicyVersion:
    held = PolicyVersion.objects.select_for_update().get(pk=version.pk)
    if held.status != PolicyVersion.Status.DRAFT:
        raise AlreadyInForce
    return held


def _write(version: PolicyVersion, *, rulebook: str, title: str, why: str, public_summary: str) -> None:
    for field, words in (("title", title), ("why", why), ("rulebook", rulebook)):
        if not words.strip():
            raise TextIsMissing(field=field)
    version.rulebook = rulebook.replace("\r\n", "\n")[:LONGEST_RULEBOOK]
    version.title = title.strip()[:200]
    version.why = why.strip()[:LONGEST_WHY]
    version.public_summary = public_summary.strip()[:LONGEST_WHY]


def _owner_only(by: Person | None, *, now: datetime) -> None:
    if by is not None and not may_write(by, now=now):
        raise NotThePolicyOwner


def _record(verb: str, version: PolicyVersion, *, by: Person | None, now: datetime) -> None:
    payload = {"number": version.number, "title": version.title, "why": version.why}
    if version.in_force_from:
        payload["in_force_from"] = version.in_force_from.isoformat()
    record(verb, subject=version.pk, actor=by.pk if by else SYSTEM, now=now, payload=payload)
