"""Runs, hits, resolutions and consultations."""

import uuid

from django.db import models

ASSIGNMENT = "assignments.Assignment"
PERSON = "people.Person"


class Run(models.Model):
    """One screening of one assignment: what was searched, in which snapshots, under which policy."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    assignment = models.ForeignKey(ASSIGNMENT, on_delete=models.CASCADE, related_name="runs")
    at = models.DateTimeField()
    by = models.ForeignKey(PERSON, on_delete=models.PROTECT, null=True, related_name="+")
    policy_version = models.ForeignKey("policies.PolicyVersion", on_delete=models.PROTECT, related_name="+")
    snapshots = models.JSONField()  # source -> snapshot id
    searched = models.JSONField()  # sentences with counts and dates
    not_searched = models.JSONField()
    fingerprint = models.CharField(max_length=64)  # of the facts it rests on
    is_current = models.BooleanField(default=True)

    class Meta:
        ordering = ("-at",)
        constraints = (
            models.UniqueConstraint(
                fields=("assignment",), condition=models.Q(is_current=True), name="one_current_run_per_assignment"
            ),
        )

    def __str__(self) -> str:
        """Name nothing."""
        return "run"


class Hit(models.Model):
    """A candidate: something in a register, or among the firm's own, that may be or concern the same party."""

    class Kind(models.TextChoices):
        """What kind of trouble it may mean."""

        REGISTER = "register", "Registerträff"
        SANCTIONS = "sanctions", "Sanktionslista"
        SAME = "same", "Samma part"
        AFFILIATED = "affiliated", "Närstående part"
        COMPETING = "competing", "Konkurrerande uppdrag"
        OPPOSING = "opposing", "Motstridig ståndpunkt"
        ADVERSE = "adverse", "Motpart"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    assignment = models.ForeignKey(ASSIGNMENT, on_delete=models.CASCADE, related_name="hits")
    run = models.ForeignKey(Run, on_delete=models.CASCADE, related_name="hits")
    key = models.CharField(max_length=64)  # stable over runs: what, against what, on which facts
    pair = models.CharField(max_length=64, db_index=True)  # the same without the facts: what, against what
    kind = models.CharField(max_length=12, choices=Kind)
    # Empty for an owner that only a register knows.
    party = models.ForeignKey("parties.Party", on_delete=models.CASCADE, null=True, blank=True, related_name="+")
    role = models.CharField(max_length=12)  # in which role the party was asked about: client, owner, …
    party_name = models.CharField(max_length=300)  # whom we asked about
    name = models.CharField(max_length=300)  # whom we found
    register = models.CharField(max_length=40)  # "own", "gleif", "ofac", …
    tier = models.CharField(max_length=8, blank=True)  # eu, un, ofac, uk
    entity = models.CharField(max_length=120)
    country = models.CharField(max_length=2, blank=True)
    score = models.FloatField()
    features = models.JSONField(default=list)
    sentence_sv = models.TextField()
    sentence_en = models.TextField()
    evidence = models.JSONField(default=dict)  # what the register or the other assignment says of whom we found
    other = models.ForeignKey(ASSIGNMENT, on_delete=models.CASCADE, null=True, blank=True, related_name="+")
    prospect = models.ForeignKey(
        "prospects.Prospect", on_delete=models.CASCADE, null=True, blank=True, related_name="+"
    )
    for_resolver_only = models.BooleanField(default=False)  # hidden from the one who asks: no oracle

    class Meta:
        ordering = ("-score",)
        constraints = (models.UniqueConstraint(fields=("run", "key"), name="a_hit_once_per_run"),)

    def __str__(self) -> str:
        """Name the kind."""
        return self.kind


class Resolution(models.Model):
    """What a person made of a hit; it stands while the facts in the key stand. Sanctions need a second person."""

    class Outcome(models.TextChoices):
        """The four answers."""

        NOT_THE_SAME = "not_the_same", "Inte samma"
        SAME_NO_CONFLICT = "same_no_conflict", "Samma, ingen konflikt"
        CONFLICT = "conflict", "Konflikt"
        NEEDS_CONSULTATION = "needs_consultation", "Behöver samråd"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    assignment = models.ForeignKey(ASSIGNMENT, on_delete=models.CASCADE, related_name="resolutions")
    key = models.CharField(max_length=64)
    pair = models.CharField(max_length=64, db_index=True)  # so that it can be offered when the facts have changed
    kind = models.CharField(max_length=12, choices=Hit.Kind)
    outcome = models.CharField(max_length=20, choices=Outcome)
    reason = models.TextField()
    by = models.ForeignKey(PERSON, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    seconded_by = models.ForeignKey(PERSON, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    seconded_at = models.DateTimeField(null=True, blank=True)
    superseded_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("at",)
        constraints = (
            models.UniqueConstraint(
                fields=("assignment", "key"),
                condition=models.Q(superseded_at__isnull=True),
                name="one_standing_resolution_per_hit",
            ),
            models.CheckConstraint(
                condition=models.Q(seconded_by__isnull=True) | ~models.Q(seconded_by=models.F("by")),
                name="seconded_by_somebody_else",
            ),
        )

    def __str__(self) -> str:
        """Name the outcome."""
        return self.outcome


class Consultation(models.Model):
    """What an affected client answered when asked about a conflict (samråd); only after the enquirer's consent."""

    class Answer(models.TextChoices):
        """What they said; the firm decides."""

        WAITING = "waiting", "Väntar på svar"
        NO_OBJECTION = "no_objection", "Ingen invändning"
        WITH_TERMS = "with_terms", "Ja, med villkor"
        OBJECTS = "objects", "Invänder"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    assignment = models.ForeignKey(ASSIGNMENT, on_delete=models.CASCADE, related_name="consultations")
    affected = models.ForeignKey(ASSIGNMENT, on_delete=models.CASCADE, related_name="+")
    hit_key = models.CharField(max_length=64)
    asked_by = models.ForeignKey(PERSON, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    answered_by = models.CharField(max_length=160, blank=True)  # who at the affected client
    recorded_by = models.ForeignKey(PERSON, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    answer = models.CharField(max_length=14, choices=Answer, default=Answer.WAITING)
    answered_at = models.DateTimeField(null=True, blank=True)
    terms = models.TextField(blank=True)
    valid_until = models.DateField(null=True, blank=True)

    def __str__(self) -> str:
        """Name the answer."""
        return self.answer
