"""The table of what the program does by itself."""

from datetime import datetime, time, timedelta

from django.contrib.sessions.models import Session
from django_tasks_db.models import DBTaskResult

from klartecken.agenda import retention
from klartecken.agenda.schedule import Daily, Every, Job
from klartecken.circulation import actions as circulation
from klartecken.notices import actions as notices
from klartecken.policies import tasks as policies
from klartecken.publication import actions as publication
from klartecken.screening import tasks as screening

TASK_RESULTS_KEPT = timedelta(days=7)


def sweep(now: datetime) -> None:
    """Remove what has served: results of queued work (a failed task's trace may hold words), and old sessions."""
    DBTaskResult.objects.finished().filter(finished_at__lt=now - TASK_RESULTS_KEPT).delete()
    Session.objects.filter(expire_date__lt=now).delete()


JOBS = (
    Job("notices", Every(timedelta(seconds=5)), notices.deliver_due),
    Job("web_hooks", Every(timedelta(seconds=15)), notices.deliver_hooks_due),
    Job("rounds", Every(timedelta(minutes=1)), circulation.close_due),
    Job("unpublished_lobbying", Every(timedelta(minutes=10)), publication.unpublished_lobbying_blocks),
    Job("screening", Every(timedelta(minutes=2)), screening.screen_what_is_out_of_date),
    Job("digests", Every(timedelta(minutes=10)), notices.send_digests),
    Job("retention", Daily(time(2, 10)), retention.run),
    Job("screening_at_night", Daily(time(2, 40)), screening.screen_everything_open),
    Job("replay", Daily(time(3, 10)), policies.replay_current),
    Job("sweep", Daily(time(3, 40)), sweep),
)
"""Name, rhythm and action. `send_digests` itself knows the hour from which digests leave."""
