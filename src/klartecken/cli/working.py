"""The worker: looks at the schedule and the queue, shows that it lives, and stops when told to."""

import logging
import os
import signal
import threading
import uuid
from types import FrameType

from klartecken.agenda import health
from klartecken.agenda.jobs import JOBS
from klartecken.agenda.schedule import run_due

logger = logging.getLogger("klartecken.worker")

LOOK_EVERY = 1.0  # seconds
BEAT_EVERY = 10.0


def work() -> None:
    """Work until a signal says stop, or until the process that started this one is gone."""
    stop = threading.Event()

    def stopped(_signal: int, _frame: FrameType | None) -> None:
        stop.set()

    for each in (signal.SIGINT, signal.SIGTERM):
        signal.signal(each, stopped)
    pulse = threading.Thread(target=_beat_until, args=(stop,), daemon=True)
    pulse.start()
    parent = os.getppid()
    while not stop.is_set() and os.getppid() == parent:
        _look()
        stop.wait(LOOK_EVERY)
    stop.set()
    pulse.join(timeout=2)


def _look() -> None:
    from django.db import DatabaseError, close_old_connections
    from django.utils import timezone

    close_old_connections()
    try:
        run_due(JOBS, now=timezone.now())
        _run_queued()
    except DatabaseError as error:  # it may come back; the next look tries again
        logger.warning("the database did not answer: %s", type(error).__name__)


def _run_queued() -> None:
    from django_tasks_db.management.commands.db_worker import Worker
    from django_tasks_db.models import DBTaskResult

    if not DBTaskResult.objects.ready().exists():  # a look must not take the write lock
        return
    Worker(
        queue_names=["*"],
        interval=0,
        batch=True,
        backend_name="default",
        startup_delay=False,
        max_tasks=None,
        worker_id=uuid.uuid4().hex,
        excluded_queue_names=[],
    ).run()


def _beat_until(stop: threading.Event) -> None:
    from django.db import DatabaseError, connection
    from django.utils import timezone

    worker, started_at = uuid.uuid4(), timezone.now()
    while True:
        try:
            health.beat(worker, started_at=started_at, now=timezone.now())
        except DatabaseError as error:
            logger.warning("no heartbeat: %s", type(error).__name__)
        connection.close()
        if stop.wait(BEAT_EVERY):
            return
