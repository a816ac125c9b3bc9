"""Whether the parts are well: asked by /healthz, by load balancers and by the administrator's page."""

import uuid
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from django.conf import settings
from django.db import DatabaseError, connection

from klartecken.agenda import schedule
from klartecken.agenda.models import Heartbeat

SILENT_AFTER = timedelta(seconds=60)
FORGOTTEN_AFTER = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Health:
    """Three answers, each a word; no name of anybody or anything in them."""

    database: str  # ok, down
    worker: str  # ok, failing (a job's last run failed), silent, unknown
    registers: str  # ok, none

    @property
    def can_serve(self) -> bool:
        """Tell whether pages can be answered at all."""
        return self.database == "ok"


def health(*, now: datetime) -> Health:
    """Ask each part how it is."""
    registers = "ok" if _has_snapshots() else "none"
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
        return Health(database="ok", worker=_worker(now), registers=registers)
    except DatabaseError:
        return Health(database="down", worker="unknown", registers=registers)


def beat(worker: uuid.UUID, *, started_at: datetime, now: datetime) -> None:
    """Leave a sign of life."""
    Heartbeat.objects.update_or_create(worker=worker, defaults={"started_at": started_at, "at": now})
    Heartbeat.objects.filter(at__lt=now - FORGOTTEN_AFTER).delete()


def _worker(now: datetime) -> str:
    if not Heartbeat.objects.filter(at__gte=now - SILENT_AFTER).exists():
        return "silent"
    return "failing" if schedule.failing() else "ok"


def _has_snapshots() -> bool:
    folder = Path(settings.REGISTERS_ROOT)
    return folder.is_dir() and any(each.is_dir() for each in folder.iterdir())
