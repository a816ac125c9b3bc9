"""Rounds, viewpoints, who was informed, and opt-outs."""

import uuid

from django.db import models

from klartecken.core.journey import Stance

ASSIGNMENT = "assignments.Assignment"
PERSON = "people.Person"


class Round(models.Model):
    """One circulation of an assignment: open until the window ends."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    assignment = models.ForeignKey(ASSIGNMENT, on_delete=models.CASCADE, related_name="rounds")
    number = models.PositiveSmallIntegerField()
    opened_at = models.DateTimeField()
    closes_at = models.DateTimeField()
    shortened_by = models.ForeignKey(PERSON, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    shortened_reason = models.TextField(blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    voided_at = models.DateTimeField(null=True, blank=True)  # by a material change

    class Meta:
        ordering = ("number",)
        constraints = (
            models.UniqueConstraint(fields=("assignment", "number"), name="rounds_are_numbered"),
            models.UniqueConstraint(
                fields=("assignment",), condition=models.Q(voided_at__isnull=True), name="one_valid_round"
            ),
        )
        indexes = (models.Index(fields=("closed_at", "closes_at"), name="open_rounds"),)

    def __str__(self) -> str:
        """Name the number."""
        return f"round {self.number}"


class Informed(models.Model):
    """That a person was told: shown to nobody, needed to prove that everybody was."""

    class How(models.TextChoices):
        """By which way."""

        MAIL = "mail"
        PAGE = "page"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="informed")
    person = models.ForeignKey(PERSON, on_delete=models.CASCADE, related_name="+")
    how = models.CharField(max_length=4, choices=How)
    at = models.DateTimeField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("round", "person"), name="informed_once"),)

    def __str__(self) -> str:
        """Name the way."""
        return self.how


class Viewpoint(models.Model):
    """What one colleague says about an assignment; changeable until the window ends, with history."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="viewpoints")
    person = models.ForeignKey(PERSON, on_delete=models.PROTECT, related_name="+")
    stance = models.CharField(max_length=10, choices=[(stance.value, stance.value) for stance in Stance])
    words = models.TextField(blank=True)
    at = models.DateTimeField()
    changed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("at",)
        constraints = (models.UniqueConstraint(fields=("round", "person"), name="one_viewpoint_each"),)

    def __str__(self) -> str:
        """Name the stance."""
        return self.stance


class EarlierViewpoint(models.Model):
    """What a viewpoint said before it was changed."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    viewpoint = models.ForeignKey(Viewpoint, on_delete=models.CASCADE, related_name="history")
    stance = models.CharField(max_length=10)
    words = models.TextField(blank=True)
    at = models.DateTimeField()

    class Meta:
        ordering = ("at",)

    def __str__(self) -> str:
        """Name the stance."""
        return self.stance


class Reply(models.Model):
    """An answer in the thread under a viewpoint."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    viewpoint = models.ForeignKey(Viewpoint, on_delete=models.CASCADE, related_name="replies")
    person = models.ForeignKey(PERSON, on_delete=models.PROTECT, related_name="+")
    words = models.TextField()
    at = models.DateTimeField()

    class Meta:
        ordering = ("at",)

    def __str__(self) -> str:
        """Name nothing."""
        return "reply"


class OptOut(models.Model):
    """That somebody will not work on it: private, no reason, no time, no ledger entry, gone after staffing."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    assignment = models.ForeignKey(ASSIGNMENT, on_delete=models.CASCADE, related_name="+")
    person = models.ForeignKey(PERSON, on_delete=models.CASCADE, related_name="+")

    class Meta:
        constraints = (models.UniqueConstraint(fields=("assignment", "person"), name="one_opt_out_each"),)

    def __str__(self) -> str:
        """Name nothing."""
        return "opt-out"
