"""Versions of the policy, the texts it links to, and what each version said about each case."""

import uuid

from django.db import models


class PolicyVersion(models.Model):
    """One version of the rulebook: a draft, in force from a date, or superseded."""

    class Status(models.TextChoices):
        """Where the version stands."""

        DRAFT = "draft", "Utkast"
        ACTIVATED = "activated", "Fastställd"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    number = models.PositiveIntegerField(unique=True)
    title = models.CharField(max_length=200)
    why = models.TextField()
    rulebook = models.TextField()  # YAML, exactly as it was written
    status = models.CharField(max_length=10, choices=Status, default=Status.DRAFT)
    in_force_from = models.DateField(null=True, blank=True)
    public_summary = models.TextField(blank=True)  # what the public timeline shows; empty: not shown
    written_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, related_name="+")
    written_at = models.DateTimeField()
    activated_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, related_name="+")
    activated_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("number",)
        constraints = (
            models.CheckConstraint(
                condition=models.Q(status="draft") | models.Q(in_force_from__isnull=False), name="activated_has_a_date"
            ),
        )

    def __str__(self) -> str:
        """Name the number."""
        return f"policy {self.number}"


class LinkedPolicy(models.Model):
    """A version of a text that the policy refers to: environment, political assignments, openness."""

    class Kind(models.TextChoices):
        """Which text."""

        ENVIRONMENT = "environment", "Miljöpolicy"
        POLITICAL = "political", "Politiska uppdrag"
        OPENNESS = "openness", "Öppenhetskrav"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kind = models.CharField(max_length=12, choices=Kind)
    in_force_from = models.DateField()
    text_sv = models.TextField()
    text_en = models.TextField()

    class Meta:
        ordering = ("kind", "in_force_from")
        constraints = (models.UniqueConstraint(fields=("kind", "in_force_from"), name="one_linked_text_a_day"),)

    def __str__(self) -> str:
        """Name the kind."""
        return self.kind


class Evaluation(models.Model):
    """One judgement of one case: its facts, the version that judged, and the engine. Cases live above: known by id."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.UUIDField(db_index=True)
    version = models.ForeignKey(PolicyVersion, on_delete=models.PROTECT, related_name="evaluations")
    engine = models.CharField(max_length=40)
    facts = models.JSONField()
    not_obtainable = models.JSONField(default=dict)
    at = models.DateTimeField()
    is_current = models.BooleanField(default=True)

    class Meta:
        ordering = ("-at",)
        constraints = (
            models.UniqueConstraint(
                fields=("case",), condition=models.Q(is_current=True), name="one_current_evaluation_per_case"
            ),
        )

    def __str__(self) -> str:
        """Name nothing."""
        return "evaluation"


class Finding(models.Model):
    """What one rule says about one case."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    evaluation = models.ForeignKey(Evaluation, on_delete=models.CASCADE, related_name="findings")
    rule = models.CharField(max_length=80)
    clause = models.CharField(max_length=8)
    outcome = models.CharField(max_length=16)  # holds, fails, unknown
    effect = models.CharField(max_length=12)
    due = models.CharField(max_length=20, blank=True)  # before_quote, before_start, before_publication
    title_sv = models.CharField(max_length=200)
    title_en = models.CharField(max_length=200)
    sentence_sv = models.TextField()
    sentence_en = models.TextField()
    questions = models.JSONField(default=list)  # facts that would settle it
    facts_used = models.JSONField(default=dict)
    derivation = models.JSONField(default=dict)  # the facts in words with their sources, and what would change it
    blocks = models.BooleanField(default=False)  # whether no clearance can be given while nobody has answered it
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ("order",)

    def __str__(self) -> str:
        """Name the rule."""
        return self.rule


class FindingAnswer(models.Model):
    """What a person made of a finding: met, not met, or (the CEO) set aside, with reasons; kept across evaluations."""

    class Verdict(models.TextChoices):
        """The three answers."""

        MET = "met", "Uppfyllt"
        NOT_MET = "not_met", "Inte uppfyllt"
        SET_ASIDE = "set_aside", "Åsidosatt"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.UUIDField(db_index=True)
    rule = models.CharField(max_length=80)
    verdict = models.CharField(max_length=10, choices=Verdict)
    reasons = models.TextField()
    facts_used = models.JSONField(default=dict)  # the answer stands while these do
    by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    superseded_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("at",)
        constraints = (
            models.UniqueConstraint(
                fields=("case", "rule"),
                condition=models.Q(superseded_at__isnull=True),
                name="one_standing_answer_per_finding",
            ),
        )

    def __str__(self) -> str:
        """Name the verdict."""
        return self.verdict
