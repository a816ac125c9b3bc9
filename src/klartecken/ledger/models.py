"""Entries in a hash chain, and the payloads that retention may erase."""

from django.db import models


class Entry(models.Model):
    """One commitment: who did what to which subject, and the hash of a salted payload."""

    sequence = models.PositiveBigIntegerField(primary_key=True)
    at = models.DateTimeField()
    actor = models.CharField(max_length=64)
    verb = models.CharField(max_length=64)
    subject = models.CharField(max_length=64, db_index=True)
    payload_hash = models.CharField(max_length=64)
    previous_hash = models.CharField(max_length=64)
    hash = models.CharField(max_length=64, unique=True)

    class Meta:
        ordering = ("sequence",)

    def __str__(self) -> str:
        """Name the entry without its content."""
        return f"{self.sequence} {self.verb}"


class Payload(models.Model):
    """What an entry committed to; gone when its clock has run out."""

    entry = models.OneToOneField(Entry, on_delete=models.PROTECT, primary_key=True, related_name="payload")
    salt = models.CharField(max_length=64)
    body = models.TextField()

    def __str__(self) -> str:
        """Name the payload without its content."""
        return f"payload of {self.entry_id}"
