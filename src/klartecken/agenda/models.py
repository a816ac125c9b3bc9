"""What the program does by itself: when each job is due, who is working, and how long things are kept."""

import uuid

from django.db import models


class ScheduledJob(models.Model):
    """When a job is due next; claimed by one worker at a time, by a conditional UPDATE."""

    name = models.CharField(max_length=40, primary_key=True)
    due_at = models.DateTimeField()
    claim = models.UUIDField(null=True, blank=True)
    claimed_until = models.DateTimeField(null=True, blank=True)  # after this a worker is taken for dead
    ended_at = models.DateTimeField(null=True, blank=True)
    failure = models.CharField(max_length=120, blank=True)  # the kind of error, never its words

    class Meta:
        ordering = ("name",)

    def __str__(self) -> str:
        """Return the name."""
        return self.name


class Heartbeat(models.Model):
    """The last sign of life of a worker process."""

    worker = models.UUIDField(primary_key=True, default=uuid.uuid4)
    started_at = models.DateTimeField()
    at = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        """Return the worker's id."""
        return str(self.worker)


class RetentionClock(models.Model):
    """How many months one kind of record is kept, where the firm chose another number than the default."""

    name = models.CharField(max_length=40, primary_key=True)
    months = models.PositiveSmallIntegerField()

    class Meta:
        constraints = (
            models.CheckConstraint(condition=models.Q(months__range=(1, 120)), name="kept_one_month_to_ten_years"),
        )

    def __str__(self) -> str:
        """Return the name."""
        return self.name
