"""What the worker does. Arguments are ids at most, never content; here there are none."""

from django.utils import timezone
from django_tasks import task
from django_tasks_db.models import DBTaskResult

from klartecken.notices import delivery, hooks


@task()
def deliver_notices() -> None:
    """Hand the notices that are due to the mail transport."""
    delivery.deliver_due(timezone.now())


@task()
def deliver_hooks() -> None:
    """Call the web-hooks that are due."""
    hooks.deliver_hooks_due(timezone.now())


def ask_for_delivery() -> None:
    """Ask the worker to deliver, unless it is asked already: one circulation queues hundreds."""
    if not _is_asked(deliver_notices.module_path):
        deliver_notices.enqueue()


def ask_for_hooks() -> None:
    """Ask the worker to call web-hooks, unless it is asked already."""
    if not _is_asked(deliver_hooks.module_path):
        deliver_hooks.enqueue()


def _is_asked(path: str) -> bool:
    return DBTaskResult.objects.ready().filter(task_path=path).exists()
