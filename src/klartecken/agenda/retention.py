"""The clocks of what is kept: each kind of record is erased when its time has run out."""

import calendar
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import connection

from klartecken.agenda.errors import NoSuchClock, NotBetweenOneAndTenYears
from klartecken.agenda.models import RetentionClock
from klartecken.assignments import actions as assignment_actions
from klartecken.assignments import retention as assignments
from klartecken.circulation import retention as circulation
from klartecken.ledger.actions import SYSTEM, record, step
from klartecken.notices import retention as notices
from klartecken.parties import retention as parties
from klartecken.people import permissions
from klartecken.people.models import Person
from klartecken.policies import retention as policies
from klartecken.prospects import actions as prospect_actions
from klartecken.prospects import retention as prospects
from klartecken.screening import retention as screening

CLOSED, VIEWPOINTS, CONTACTS = "closed", "viewpoints", "contacts"
DEFAULTS: Mapping[str, int] = {CLOSED: 12, VIEWPOINTS: 24, CONTACTS: 24}
"""Months: declined and withdrawn cases after their end; viewpoints after the decision; dream-client contacts after the
last note."""
LONGEST = 120

Progress = Callable[[Sequence[UUID]], Iterable[UUID]]


@dataclass(frozen=True, slots=True)
class Erased:
    """How many of each kind were erased."""

    cases: int
    viewpoints: int
    contacts: int


def clocks() -> dict[str, int]:
    """Return the months of every clock: the firm's own choice, else the default."""
    chosen = dict(RetentionClock.objects.values_list("name", "months"))
    return {name: chosen.get(name, months) for name, months in DEFAULTS.items()}


def set_clock(name: str, months: int, *, by: Person, now: datetime) -> None:
    """Keep a kind of record this many months from now on; the administrator's choice."""
    permissions.administrator_only(by, now=now)
    if name not in DEFAULTS:
        raise NoSuchClock(field="name")
    if not 1 <= months <= LONGEST:
        raise NotBetweenOneAndTenYears(field="months")
    with step():
        before = clocks()[name]
        RetentionClock.objects.update_or_create(name=name, defaults={"months": months})
        payload = {"clock": name, "months": [before, months]}
        record("retention.clock_set", subject="retention", actor=by.pk, now=now, payload=payload)


def run(now: datetime, *, progress: Progress = iter) -> Erased:
    """Erase everything whose time has run out; a case at a time, so that nobody waits long."""
    kept = clocks()
    with _overwriting_what_is_erased():
        return Erased(
            cases=_erase_cases(months_before(now, kept[CLOSED]), now=now, progress=progress),
            viewpoints=_erase_viewpoints(months_before(now, kept[VIEWPOINTS]), now=now),
            contacts=prospect_actions.erase_untended(before=months_before(now, kept[CONTACTS]), now=now),
        )


def months_before(moment: datetime, months: int) -> datetime:
    """Return the same day and time so many months earlier, or the last day of a shorter month."""
    whole = moment.year * 12 + moment.month - 1 - months
    year, month = divmod(whole, 12)
    day = min(moment.day, calendar.monthrange(year, month + 1)[1])
    return moment.replace(year=year, month=month + 1, day=day)


def _erase_cases(ended_before: datetime, *, now: datetime, progress: Progress) -> int:
    case_ids = list(assignments.closed_before(ended_before).values_list("pk", flat=True))
    for case_id in progress(case_ids):
        with step():
            _erase_case(case_id)
            record("retention.case_erased", subject=case_id, actor=SYSTEM, now=now)
    with step():
        assignments.erase_lost_clearances(granted_before=ended_before)
    return len(case_ids)


def _erase_case(case_id: UUID) -> None:
    case = assignment_actions.hold(case_id)
    screening.forget_mentions(case)
    policies.forget_case(case_id)
    notices.forget_about(case_id)
    prospect_id = case.prospect_id
    assignments.erase(case)
    party_id = prospects.forget_enquiry(prospect_id)
    parties.forget_unused([party_id] if party_id else [])


def _erase_viewpoints(decided_before: datetime, *, now: datetime) -> int:
    erased = 0
    for case_id in circulation.assignments_spoken_of(decided_before=decided_before):
        with step():
            erased += circulation.erase_viewpoints(case_id)
            record("retention.viewpoints_erased", subject=case_id, actor=SYSTEM, now=now)
    return erased


@contextmanager
def _overwriting_what_is_erased() -> Iterator[None]:
    """Have SQLite overwrite erased rows with zeros, in the log beside the database too."""
    if connection.vendor != "sqlite":
        yield
        return
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA secure_delete = ON")
    yield
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA secure_delete = OFF")
        if not connection.in_atomic_block:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
