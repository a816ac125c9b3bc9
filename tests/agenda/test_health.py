import uuid
from datetime import UTC, datetime, timedelta
from pathlib import Path

from klartecken.agenda.health import SILENT_AFTER, Health, beat, health
from klartecken.agenda.models import Heartbeat, ScheduledJob

NOON = datetime(2026, 9, 7, 12, 0, tzinfo=UTC)


def test_an_installation_without_a_worker_says_so(db: None) -> None:
    assert health(now=NOON) == Health(database="ok", worker="silent", registers="none")


def test_a_worker_that_beats_is_well_and_falls_silent_when_it_stops(db: None) -> None:
    beat(uuid.uuid4(), started_at=NOON, now=NOON)

    assert health(now=NOON + SILENT_AFTER).worker == "ok"
    assert health(now=NOON + SILENT_AFTER + timedelta(seconds=1)).worker == "silent"


def test_a_failing_job_shows(db: None) -> None:
    beat(uuid.uuid4(), started_at=NOON, now=NOON)
    ScheduledJob.objects.create(name="digests", due_at=NOON, failure="OSError")

    assert health(now=NOON).worker == "failing"


def test_a_register_in_the_home_folder_shows(db: None, home: Path) -> None:
    (home / "registers" / "gleif").mkdir(parents=True)

    assert health(now=NOON).registers == "ok"


def test_workers_of_yesterday_are_forgotten(db: None) -> None:
    beat(uuid.uuid4(), started_at=NOON, now=NOON)
    today = uuid.uuid4()
    beat(today, started_at=NOON, now=NOON + timedelta(days=2))

    assert list(Heartbeat.objects.values_list("worker", flat=True)) == [today]
