"""The CEO's decisions and the conditions they set."""

import uuid

from django.db import models

PERSON = "people.Person"


class Decision(models.Model):
    """What the CEO (or the deputy, or the chair for the CEO's own) decided, with written reasons."""

    class Outcome(models.TextChoices):
        """The three ways it can go."""

        ACCEPT = "accept", "Ja"
        DECLINE = "decline", "Nej"
        VETO = "veto", "Veto"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    assignment = models.ForeignKey("assignments.Assignment", on_delete=models.CASCADE, related_name="decisions")
    outcome = models.CharField(max_length=8, choices=Outcome)
    reasons = models.TextField()
    decided_by = models.ForeignKey(PERSON, on_delete=models.PROTECT, related_name="+")
    capacity = models.CharField(max_length=12)  # ceo, deputy, board_chair
    at = models.DateTimeField()

    class Meta:
        ordering = ("at",)

    def __str__(self) -> str:
        """Name the outcome."""
        return self.outcome


class Condition(models.Model):
    """Something a decision asks for, and when it is due."""

    class Due(models.TextChoices):
        """Before which gate."""

        BEFORE_QUOTE = "before_quote", "Före offert"
        BEFORE_START = "before_start", "Före start"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    decision = models.ForeignKey(Decision, on_delete=models.CASCADE, related_name="conditions")
    words = models.CharField(max_length=300)
    due = models.CharField(max_length=14, choices=Due, default=Due.BEFORE_QUOTE)
    met_at = models.DateTimeField(null=True, blank=True)
    met_by = models.ForeignKey(PERSON, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    evidence = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ("due", "words")

    def __str__(self) -> str:
        """Return the words."""
        return self.words
