"""Entries of the public list; every later change is dated."""

import secrets
import uuid

from django.db import models


def new_address() -> str:
    """Draw a permanent public address that tells neither order nor number."""
    return secrets.token_hex(5)


class PublicEntry(models.Model):
    """One assignment on the public list. It is corrected and ended, never taken away."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    assignment = models.OneToOneField("assignments.Assignment", on_delete=models.PROTECT, related_name="public_entry")
    address = models.CharField(max_length=20, unique=True, default=new_address)
    client_name = models.CharField(max_length=300)
    principal_name = models.CharField(max_length=300, blank=True)
    title = models.CharField(max_length=200)
    text = models.TextField()
    is_lobbying = models.BooleanField()
    issues = models.JSONField(default=list)  # Swedish names
    search_text = models.TextField(editable=False)  # folded, for search
    shows_consultants = models.BooleanField(default=False)
    started_on = models.DateField()
    ended_on = models.DateField(null=True, blank=True)
    published_at = models.DateTimeField()
    changed_at = models.DateTimeField()

    class Meta:
        ordering = ("-started_on", "client_name")
        indexes = (models.Index(fields=("ended_on", "-started_on"), name="public_ongoing"),)

    def __str__(self) -> str:
        """Return the public title."""
        return self.title


class PublicChange(models.Model):
    """A dated change of a public entry, told in words anyone can read."""

    class Kind(models.TextChoices):
        """What changed."""

        PUBLISHED = "published", "Publicerad"
        CHANGED = "changed", "Ändrad"
        CORRECTED = "corrected", "Rättelse"
        ENDED = "ended", "Avslutad"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    entry = models.ForeignKey(PublicEntry, on_delete=models.CASCADE, related_name="changes")
    kind = models.CharField(max_length=10, choices=Kind)
    words = models.TextField(blank=True)
    at = models.DateTimeField()

    class Meta:
        ordering = ("-at",)

    def __str__(self) -> str:
        """Name the kind."""
        return self.kind


class EntryIssue(models.Model):
    """An issue of an entry, for the list's filter."""

    id = models.BigAutoField(primary_key=True)
    entry = models.ForeignKey(PublicEntry, on_delete=models.CASCADE, related_name="issue_rows")
    name = models.CharField(max_length=120, db_index=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("entry", "name"), name="issue_once_per_entry"),)

    def __str__(self) -> str:
        """Return the name."""
        return self.name
