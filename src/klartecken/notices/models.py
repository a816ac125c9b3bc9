"""Notices on their way out, preferences, and web-hooks. People are known by id only: they live in a room above."""

import uuid

from django.db import models


class Notice(models.Model):
    """One message to one person; its words are erased once the mail transport has taken it."""

    class Status(models.TextChoices):
        """How far it has come."""

        WAITING = "waiting"
        HELD = "held"  # for the day's digest
        ACCEPTED = "accepted"  # by the mail transport
        FAILED = "failed"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    recipient = models.UUIDField(db_index=True)
    address = models.EmailField()
    language = models.CharField(max_length=2, default="sv")
    kind = models.CharField(max_length=40)
    about = models.UUIDField(null=True, db_index=True)  # the assignment, where there is one
    topic = models.CharField(max_length=64, blank=True)  # e.g. the round it informs of
    subject = models.CharField(max_length=300, blank=True)
    body = models.TextField(blank=True)
    status = models.CharField(max_length=10, choices=Status, default=Status.WAITING)
    created_at = models.DateTimeField()
    due_at = models.DateTimeField()  # the next attempt; moved forward by whoever makes it
    settled_at = models.DateTimeField(null=True, blank=True)
    failure = models.CharField(max_length=40, blank=True)  # a key of `notices.failing.WHY`, never the server's words
    attempts = models.PositiveSmallIntegerField(default=0)

    class Meta:
        indexes = (
            models.Index(fields=("status", "due_at"), name="notice_queue"),
            models.Index(fields=("topic", "status"), name="notice_topic"),
        )

    def __str__(self) -> str:
        """Name the kind."""
        return self.kind


class Preference(models.Model):
    """How one person wants to be told; without a row: at most one digest a day, circulations at once."""

    class Rhythm(models.TextChoices):
        """When notices are sent."""

        DIGEST = "digest", "En sammanfattning om dagen"
        AT_ONCE = "at_once", "Var och en för sig"

    person = models.UUIDField(primary_key=True)
    rhythm = models.CharField(max_length=8, choices=Rhythm, default=Rhythm.DIGEST)
    last_digest_on = models.DateField(null=True, blank=True)
    quiet_until = models.DateField(null=True, blank=True)  # away: no digest before the day after

    def __str__(self) -> str:
        """Name the rhythm."""
        return self.rhythm


class WebHook(models.Model):
    """An address of the firm's own that is told, without names, that something happened."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    address = models.URLField(max_length=500)
    secret = models.CharField(max_length=64)
    verbs = models.JSONField(default=list)
    created_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        """Name nothing: addresses can be secret."""
        return "web-hook"


class Delivery(models.Model):
    """One name-free message to a web-hook."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    hook = models.ForeignKey(WebHook, on_delete=models.CASCADE, related_name="deliveries")
    verb = models.CharField(max_length=64)
    subject = models.UUIDField()
    created_at = models.DateTimeField()
    due_at = models.DateTimeField(null=True, db_index=True)  # the next attempt; empty when done or given up
    delivered_at = models.DateTimeField(null=True, blank=True)
    failure = models.CharField(max_length=40, blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)

    def __str__(self) -> str:
        """Name the verb."""
        return self.verb
