"""The schedule: several workers may ask, each due job is run by one of them."""

import logging
import uuid
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta

from django.db.models import Q
from django.utils import timezone

from klartecken.agenda.models import ScheduledJob

logger = logging.getLogger("klartecken.schedule")

LEASE = timedelta(minutes=30)
"""A worker that has held a job this long is taken for dead, and another may claim it."""


@dataclass(frozen=True, slots=True)
class Every:
    """A rhythm: again so long after the last time."""

    period: timedelta

    def after(self, moment: datetime) -> datetime:
        """Return when the job is due next."""
        return moment + self.period


@dataclass(frozen=True, slots=True)
class Daily:
    """A rhythm: once a day, at this time on the firm's clock."""

    at: time

    def after(self, moment: datetime) -> datetime:
        """Return when the job is due next; a day of 23 or 25 hours still has one such time."""
        zone = timezone.get_default_timezone()
        day = moment.astimezone(zone).date()
        due = datetime.combine(day, self.at, tzinfo=zone)
        if due <= moment:
            due = datetime.combine(day + timedelta(days=1), self.at, tzinfo=zone)
        return due.astimezone(UTC)


@dataclass(frozen=True, slots=True)
class Job:
    """Something the program does by itself, and how often."""

    name: str
    rhythm: Every | Daily
    run: Callable[[datetime], object]


def run_due(jobs: Iterable[Job], *, now: datetime) -> list[str]:
    """Run every job that is due and that nobody else has claimed; return the names of those that were run."""
    waiting = {row.name: row.due_at for row in ScheduledJob.objects.all()}
    ran = []
    for job in jobs:
        if job.name not in waiting:
            ScheduledJob.objects.get_or_create(name=job.name, defaults={"due_at": _first(job, now)})
        if waiting.get(job.name, _first(job, now)) <= now and _claimed_and_run(job, now):
            ran.append(job.name)
    return ran


def _first(job: Job, now: datetime) -> datetime:
    return now if isinstance(job.rhythm, Every) else job.rhythm.after(now)


def _claimed_and_run(job: Job, now: datetime) -> bool:
    claim = uuid.uuid4()
    free = Q(claimed_until__isnull=True) | Q(claimed_until__lt=now)
    due = ScheduledJob.objects.filter(free, name=job.name, due_at__lte=now)
    if not due.update(claim=claim, claimed_until=now + LEASE):
        return False
    failure = _run(job, now)
    ScheduledJob.objects.filter(name=job.name, claim=claim).update(
        claim=None, claimed_until=None, ended_at=now, failure=failure, due_at=job.rhythm.after(max(now, timezone.now()))
    )
    return True


def _run(job: Job, now: datetime) -> str:
    try:
        job.run(now)
    except Exception as error:
        logger.exception("the job %s failed", job.name)
        return type(error).__name__[:120]
    return ""


def make_due(name: str, *, now: datetime) -> None:
    """Let a job run at the worker's next look, whatever its rhythm."""
    ScheduledJob.objects.filter(name=name, due_at__gt=now).update(due_at=now)


def failing() -> list[str]:
    """Name the jobs whose last run failed."""
    return list(ScheduledJob.objects.exclude(failure="").values_list("name", flat=True))
