from datetime import UTC, datetime, time, timedelta

import pytest

from klartecken.agenda import schedule
from klartecken.agenda.models import ScheduledJob
from klartecken.agenda.schedule import Daily, Every, Job, run_due

NOON = datetime(2026, 9, 7, 12, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


class Ran(list[datetime]):
    """Notes when it was run."""

    def __call__(self, now: datetime) -> None:
        self.append(now)


def test_a_frequent_job_runs_at_once_and_then_in_its_rhythm(db: None) -> None:
    ran = Ran()
    jobs = (Job("often", Every(MINUTE), ran),)

    names = [run_due(jobs, now=NOON), run_due(jobs, now=NOON)]
    ScheduledJob.objects.update(due_at=NOON + MINUTE)
    names.append(run_due(jobs, now=NOON + MINUTE))

    assert (names, ran) == ([["often"], [], ["often"]], [NOON, NOON + MINUTE])


def test_a_daily_job_waits_for_its_time_of_day(db: None) -> None:
    ran = Ran()
    jobs = (Job("nightly", Daily(time(2, 10)), ran),)

    assert run_due(jobs, now=NOON) == []
    assert ScheduledJob.objects.get().due_at == datetime(2026, 9, 8, 0, 10, tzinfo=UTC)  # 02.10 in Stockholm
    assert run_due(jobs, now=datetime(2026, 9, 8, 0, 10, tzinfo=UTC)) == ["nightly"]


@pytest.mark.parametrize(
    ("moment", "due"),
    [
        (datetime(2026, 3, 28, 12, 0, tzinfo=UTC), datetime(2026, 3, 29, 0, 30, tzinfo=UTC)),  # 01.30, winter time
        (datetime(2026, 3, 29, 12, 0, tzinfo=UTC), datetime(2026, 3, 29, 23, 30, tzinfo=UTC)),  # 01.30, summer time
        (datetime(2026, 10, 24, 12, 0, tzinfo=UTC), datetime(2026, 10, 24, 23, 30, tzinfo=UTC)),
        (datetime(2026, 10, 25, 12, 0, tzinfo=UTC), datetime(2026, 10, 26, 0, 30, tzinfo=UTC)),
    ],
)
def test_a_daily_job_keeps_its_time_when_the_clocks_change(moment: datetime, due: datetime) -> None:
    assert Daily(time(1, 30)).after(moment) == due


def test_a_claimed_job_is_left_to_its_worker_until_that_is_taken_for_dead(db: None) -> None:
    ran = Ran()
    jobs = (Job("often", Every(MINUTE), ran),)
    ScheduledJob.objects.create(name="often", due_at=NOON, claimed_until=NOON + schedule.LEASE)

    assert run_due(jobs, now=NOON) == []
    assert run_due(jobs, now=NOON + schedule.LEASE + MINUTE) == ["often"]


def test_a_worker_that_comes_second_while_the_job_runs_does_not_run_it(db: None) -> None:
    ran: list[list[str]] = []

    def look_again(now: datetime) -> None:
        ran.append(run_due(jobs, now=now))

    jobs = (Job("often", Every(MINUTE), look_again),)

    assert run_due(jobs, now=NOON) == ["often"]
    assert ran == [[]]


def test_a_failing_job_is_told_by_kind_and_does_not_stop_the_others(db: None, caplog: pytest.LogCaptureFixture) -> None:
    ran = Ran()

    def fail(_now: datetime) -> None:
        message = "Åkerbruket Energi AB"
        raise ValueError(message)

    jobs = (Job("broken", Every(MINUTE), fail), Job("sound", Every(MINUTE), ran))

    assert run_due(jobs, now=NOON) == ["broken", "sound"]
    assert schedule.failing() == ["broken"]
    assert ScheduledJob.objects.get(name="broken").failure == "ValueError"
    assert "the job broken failed" in caplog.text


def test_a_job_that_works_again_is_no_longer_failing(db: None) -> None:
    ScheduledJob.objects.create(name="often", due_at=NOON, failure="ValueError")

    run_due((Job("often", Every(MINUTE), Ran()),), now=NOON)

    assert schedule.failing() == []


def test_a_job_can_be_made_due(db: None) -> None:
    ran = Ran()
    jobs = (Job("nightly", Daily(time(2, 10)), ran),)
    run_due(jobs, now=NOON)
    schedule.make_due("nightly", now=NOON)

    assert run_due(jobs, now=NOON) == ["nightly"]
