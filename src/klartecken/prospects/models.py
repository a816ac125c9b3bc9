"""The garden: dream clients and enquiries."""

import uuid

from django.db import models


class Origin(models.TextChoices):
    """How a possible client came about."""

    INBOUND = "inbound", "Förfrågan till oss"
    OWN_OUTREACH = "own_outreach", "Egen uppsökande kontakt"
    REFERRAL = "referral", "Rekommendation"
    TENDER = "tender", "Upphandling"
    RETURNING = "returning", "Tidigare uppdragsgivare"


class Prospect(models.Model):
    """A possible client that one person nurses, or that has asked; seen by its owner alone."""

    class Kind(models.TextChoices):
        """Whose idea it was."""

        DREAM = "dream", "Drömkund"
        ENQUIRY = "enquiry", "Förfrågan"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    owner = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="prospects")
    party = models.ForeignKey("parties.Party", on_delete=models.PROTECT, related_name="prospects")
    kind = models.CharField(max_length=8, choices=Kind)
    origin = models.CharField(max_length=12, choices=Origin)
    why = models.TextField(blank=True)  # why I care
    areas = models.CharField(max_length=300, blank=True)
    enquiry_text = models.TextField(blank=True)  # a forwarded enquiry, as pasted
    next_contact = models.DateField(null=True, blank=True)
    created_at = models.DateTimeField()
    tended_at = models.DateTimeField()  # the last note or change: the retention clock counts from it
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = (models.Index(fields=("owner", "next_contact"), name="contact_due"),)

    def __str__(self) -> str:
        """Name the kind, never the prospect."""
        return self.kind


class Note(models.Model):
    """One line about a contact."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    prospect = models.ForeignKey(Prospect, on_delete=models.CASCADE, related_name="notes")
    at = models.DateTimeField()
    words = models.CharField(max_length=300)

    class Meta:
        ordering = ("-at",)

    def __str__(self) -> str:
        """Name nothing."""
        return "note"


class Acquaintance(models.Model):
    """Who knows whom: a colleague and somebody at the prospect, by role."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    prospect = models.ForeignKey(Prospect, on_delete=models.CASCADE, related_name="acquaintances")
    colleague = models.ForeignKey("people.Person", on_delete=models.CASCADE, related_name="+")
    contact = models.CharField(max_length=160)  # name and role at the prospect

    def __str__(self) -> str:
        """Name nothing."""
        return "acquaintance"
