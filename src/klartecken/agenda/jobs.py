"""The table of what the program does by itself."""

from datetime import datetime, timedelta

from django_tasks_db.models import DBTaskResult

from klartecken.agenda.schedule import Every, Job

TASK_RESULTS_KEPT = timedelta(days=7)


def forget_finished_tasks(now: datetime) -> None:
    """Remove the results of queued work; a failed task's trace may hold words that should not stay."""
    DBTaskResult.objects.finished().filter(finished_at__lt=now - TASK_RESULTS_KEPT).delete()


JOBS = (Job("tasks", Every(timedelta(hours=6)), forget_finished_tasks),)
