"""Giving and taking roles; every role has dates."""

from datetime import date, datetime, timedelta

from django.db.models import Q, QuerySet
from django.utils.timezone import localdate

from klartecken.ledger.actions import SYSTEM, record, step
from klartecken.people import permissions, queries
from klartecken.people.errors import (
    CeoCannotDeputise,
    DeputyNeedsAPeriod,
    HasLeft,
    HoldsTheRoleAlready,
    LastAdministrator,
    PeriodIsBackwards,
    ThereIsACeo,
)
from klartecken.people.models import Person, Role, RoleHolding


def give_role(
    person: Person,
    role: Role,
    *,
    by: Person | None,
    now: datetime,
    from_date: date | None = None,
    until_date: date | None = None,
) -> RoleHolding:
    """Give a role from a day (today if none is given), and until another where it is known."""
    permissions.administrator_only(by, now=now)
    return _give(person, role, by=by, now=now, from_date=from_date or localdate(now), until_date=until_date)


def name_deputy(person: Person, *, by: Person | None, now: datetime, from_date: date, until_date: date) -> RoleHolding:
    """Let somebody decide in the CEO's place from one day until another, both included."""
    permissions.ceo_or_administrator_only(by, now=now)
    return _give(person, Role.DEPUTY, by=by, now=now, from_date=from_date, until_date=until_date)


def take_role(holding: RoleHolding, *, by: Person | None, now: datetime) -> None:
    """End a role at once; the days before today stay on record."""
    permissions.ceo_or_administrator_only(by, now=now)
    if holding.role != Role.DEPUTY:
        permissions.administrator_only(by, now=now)
    with step():
        if holding.role == Role.ADMINISTRATOR:
            refuse_if_last_administrator(holding.person, now=now)
        _take(holding, by=by, now=now)


def end_roles(person: Person, *, by: Person | None, now: datetime) -> None:
    """End everything a leaver holds, also what was to begin later."""
    for holding in RoleHolding.objects.filter(_not_over(localdate(now)), person=person):
        _take(holding, by=by, now=now)


def refuse_if_last_administrator(person: Person, *, now: datetime) -> None:
    """Refuse to leave the firm without an administrator."""
    others = queries.with_role(Role.ADMINISTRATOR, localdate(now)).exclude(pk=person.pk)
    if not others.exists():
        raise LastAdministrator


def _give(
    person: Person, role: Role, *, by: Person | None, now: datetime, from_date: date, until_date: date | None
) -> RoleHolding:
    with step():
        _refuse_bad_period(role, from_date, until_date)
        if not Person.objects.filter(pk=person.pk, is_active=True).exists():
            raise HasLeft
        _refuse_overlap(person, role, overlapping=_overlapping(from_date, until_date))
        holding = RoleHolding.objects.create(person=person, role=role, from_date=from_date, until_date=until_date)
        payload = {"role": str(role), "from": from_date, "until": until_date}
        record("people.role_given", subject=person.pk, actor=by.pk if by else SYSTEM, now=now, payload=payload)
    return holding


def _take(holding: RoleHolding, *, by: Person | None, now: datetime) -> None:
    today = localdate(now)
    if holding.from_date < today:
        holding.until_date = today - timedelta(days=1)
        holding.save(update_fields=["until_date"])
    else:
        holding.delete()
    payload = {"role": holding.role}
    record("people.role_taken", subject=holding.person_id, actor=by.pk if by else SYSTEM, now=now, payload=payload)


def _refuse_bad_period(role: Role, from_date: date, until_date: date | None) -> None:
    if role == Role.DEPUTY and until_date is None:
        raise DeputyNeedsAPeriod(field="until_date")
    if until_date is not None and until_date < from_date:
        raise PeriodIsBackwards(field="until_date")


def _refuse_overlap(person: Person, role: Role, *, overlapping: QuerySet[RoleHolding]) -> None:
    if overlapping.filter(person=person, role=role).exists():
        raise HoldsTheRoleAlready
    if role == Role.CEO and overlapping.filter(role=Role.CEO).exists():
        raise ThereIsACeo
    if role == Role.DEPUTY and overlapping.filter(person=person, role=Role.CEO).exists():
        raise CeoCannotDeputise


def _overlapping(from_date: date, until_date: date | None) -> QuerySet[RoleHolding]:
    rows = RoleHolding.objects.filter(_not_over(from_date), person__is_active=True)
    return rows if until_date is None else rows.filter(from_date__lte=until_date)


def _not_over(on: date) -> Q:
    return Q(until_date__isnull=True) | Q(until_date__gte=on)
