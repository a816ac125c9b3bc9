"""The assignment, from draft to ended, and the clearance without which it cannot go on."""

import uuid

from django.db import models

from klartecken.core.journey import AFTER_CLEARANCE, OPEN_TO_ALL, State
from klartecken.prospects.models import Origin

STATES = [(state.value, state.value) for state in State]


class Lobbying(models.TextChoices):
    """Whether the work aims at political decisions."""

    YES = "yes", "Ja"
    NO = "no", "Nej"
    UNSURE = "unsure", "Osäkert"


class PartyWork(models.TextChoices):
    """Kinds of work that touch party politics; empty means that nobody was asked."""

    NONE = "none", "Nej"
    SINGLE_ISSUE = "single_issue", "En sakfråga"
    COURSE_OR_TALK = "course_or_talk", "Kurs eller föredrag"
    ELECTION_CAMPAIGN = "election_campaign", "Hjälp till ett parti i valrörelse"
    STANDING_ONE_PARTY = "standing_one_party", "Stående arbete åt ett parti"


class Mask(models.TextChoices):
    """Whether the name is withheld during circulation: an exception that the CEO approves."""

    NONE = "none", "Ingen mask"
    REQUESTED = "requested", "Begärd"
    APPROVED = "approved", "Godkänd"
    LIFTED = "lifted", "Lyft"


class Clearance(models.Model):
    """Permission to quote; granted by `deciding` alone."""

    class Kind(models.TextChoices):
        """How it came about."""

        AGREED = "agreed", "Ingen invände"
        DECIDED = "decided", "Beslut av vd"
        BEFORE_KLARTECKEN = "before_klartecken", "Från tiden före Klartecken"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kind = models.CharField(max_length=20, choices=Kind)
    granted_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, related_name="+")
    granted_at = models.DateTimeField()
    reasons = models.TextField(blank=True)
    weighed = models.JSONField(default=list)  # the rules that stood against it and were weighed

    def __str__(self) -> str:
        """Name the kind."""
        return self.kind


class Assignment(models.Model):
    """What is proposed, decided and done for a client."""

    sight: str  # annotated by `queries.visible_to`: "mask" or "everything"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    state = models.CharField(max_length=12, choices=STATES, default=State.DRAFT.value)
    version = models.PositiveIntegerField(default=1)
    client = models.ForeignKey("parties.Party", on_delete=models.PROTECT, related_name="assignments")
    summary = models.CharField(max_length=300)
    responsible = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="responsible_for")
    lobbying = models.CharField(max_length=6, choices=Lobbying)
    clearance = models.OneToOneField(
        Clearance, on_delete=models.PROTECT, null=True, blank=True, related_name="assignment"
    )
    prospect = models.ForeignKey(
        "prospects.Prospect", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    origin = models.CharField(max_length=12, choices=Origin, blank=True)

    purpose = models.TextField(blank=True)
    services = models.JSONField(default=list, blank=True)  # words
    party_work = models.CharField(max_length=20, choices=PartyWork, blank=True)
    intermediary = models.BooleanField(null=True, blank=True)  # whether the client acts for somebody else
    market = models.CharField(max_length=120, blank=True)
    geography = models.JSONField(default=list, blank=True)  # ISO 3166 alpha-2, or "EU"
    fee_estimate = models.PositiveBigIntegerField(null=True, blank=True)  # SEK, whole
    starts_on = models.DateField(null=True, blank=True)
    ends_on = models.DateField(null=True, blank=True)
    question_to_colleagues = models.CharField(max_length=300, blank=True)
    may_ask_affected = models.BooleanField(null=True, blank=True)  # the enquirer's consent
    public_title = models.CharField(max_length=200, blank=True)
    public_text = models.TextField(blank=True)
    mask = models.CharField(max_length=10, choices=Mask, default=Mask.NONE)
    masked_summary = models.CharField(max_length=300, blank=True)  # the proposed work, without the name

    openness_told_at = models.DateTimeField(null=True, blank=True)
    openness_accepted_at = models.DateTimeField(null=True, blank=True)
    openness_accepted_by = models.CharField(max_length=160, blank=True)  # who at the client

    created_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    circulated_at = models.DateTimeField(null=True, blank=True)
    started_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)  # ended, declined or withdrawn
    closing_reason = models.CharField(max_length=20, blank=True)  # openness, policy, other
    closing_words = models.TextField(blank=True)

    class Meta:
        ordering = ("-changed_at",)
        indexes = (
            models.Index(fields=("state", "-changed_at"), name="assignment_by_state"),
            models.Index(fields=("-changed_at", "id"), name="assignment_by_change"),
            models.Index(fields=("responsible", "state"), name="assignment_by_responsible"),
        )
        constraints = (
            models.CheckConstraint(
                condition=~models.Q(state__in=sorted(AFTER_CLEARANCE)) | models.Q(clearance__isnull=False),
                name="no_quote_without_a_clearance",
            ),
            models.CheckConstraint(condition=models.Q(state__in=sorted(State)), name="state_is_of_the_journey"),
            models.CheckConstraint(
                condition=models.Q(ends_on__isnull=True)
                | models.Q(starts_on__isnull=True)
                | models.Q(ends_on__gte=models.F("starts_on")),
                name="assignment_ends_after_it_starts",
            ),
            models.CheckConstraint(
                condition=~models.Q(lobbying="yes", mask__in=("requested", "approved")), name="lobbying_is_never_masked"
            ),
        )

    def __str__(self) -> str:
        """Name the assignment by its id: names are not for logs."""
        return str(self.id)

    @property
    def is_masked(self) -> bool:
        """Tell whether the name is withheld; those who may see through ask for it by an act of their own."""
        return self.mask == Mask.APPROVED and self.state not in OPEN_TO_ALL


class TeamMember(models.Model):
    """Somebody who would work on it, and their own word that they stand behind it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    assignment = models.ForeignKey(Assignment, on_delete=models.CASCADE, related_name="team")
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    stands_behind_at = models.DateTimeField(null=True, blank=True)
    words = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("assignment", "person"), name="once_on_a_team"),)

    def __str__(self) -> str:
        """Name nothing."""
        return "team member"


class AssignmentParty(models.Model):
    """A party of the assignment other than the client, and its role."""

    class PartyRole(models.TextChoices):
        """In what capacity."""

        INTERMEDIARY = "intermediary", "Förmedlare"
        PRINCIPAL = "principal", "Huvudman"
        ADVERSE = "adverse", "Motpart"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    assignment = models.ForeignKey(Assignment, on_delete=models.CASCADE, related_name="parties")
    party = models.ForeignKey("parties.Party", on_delete=models.PROTECT, related_name="assignment_roles")
    role = models.CharField(max_length=12, choices=PartyRole)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("assignment", "party", "role"), name="once_in_a_role"),)

    def __str__(self) -> str:
        """Name the role."""
        return self.role


class Position(models.Model):
    """What the client wants in an issue, from -2 (against) to +2 (for)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    assignment = models.ForeignKey(Assignment, on_delete=models.CASCADE, related_name="positions")
    issue = models.ForeignKey("parties.Issue", on_delete=models.PROTECT, related_name="+")
    stance = models.SmallIntegerField()
    words = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("assignment", "issue"), name="one_position_per_issue"),
            models.CheckConstraint(condition=models.Q(stance__range=(-2, 2)), name="stance_is_minus_two_to_two"),
        )

    def __str__(self) -> str:
        """Name the stance."""
        return f"{self.stance:+d}"


class Answer(models.Model):
    """An answer to a question of the policy: a fact's value, or "asked, not obtainable" with a reason."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    assignment = models.ForeignKey(Assignment, on_delete=models.CASCADE, related_name="answers")
    fact = models.CharField(max_length=60)
    value = models.JSONField(null=True, blank=True)
    not_obtainable = models.CharField(max_length=300, blank=True)  # the reason
    source = models.CharField(max_length=200, blank=True)
    answered_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    answered_at = models.DateTimeField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("assignment", "fact"), name="one_answer_per_fact"),)

    def __str__(self) -> str:
        """Name the fact."""
        return self.fact


class Access(models.Model):
    """Somebody let in by name (draft or mask), or kept out by a wall."""

    class Level(models.TextChoices):
        """What the row gives or takes."""

        EVERYTHING = "everything", "Ser allt"
        NOTHING = "nothing", "Bakom en vägg"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    assignment = models.ForeignKey(Assignment, on_delete=models.CASCADE, related_name="access")
    person = models.ForeignKey("people.Person", on_delete=models.CASCADE, related_name="+")
    level = models.CharField(max_length=10, choices=Level)
    from_at = models.DateTimeField()
    reason = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("assignment", "person", "level"), name="one_access_per_level"),)

    def __str__(self) -> str:
        """Name the level."""
        return self.level


class Block(models.Model):
    """Something a higher room raised that stops every further move until it is lifted."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    assignment = models.ForeignKey(Assignment, on_delete=models.CASCADE, related_name="blocks")
    code = models.CharField(max_length=40)
    message = models.CharField(max_length=300)
    raised_at = models.DateTimeField()
    lifted_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("assignment", "code"),
                condition=models.Q(lifted_at__isnull=True),
                name="one_open_block_per_code",
            ),
        )

    def __str__(self) -> str:
        """Name the code."""
        return self.code


class Step(models.Model):
    """One move of the journey: the thin line of the page is drawn from these."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    assignment = models.ForeignKey(Assignment, on_delete=models.CASCADE, related_name="steps")
    from_state = models.CharField(max_length=12, choices=STATES, blank=True)
    to_state = models.CharField(max_length=12, choices=STATES)
    at = models.DateTimeField()
    by = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, related_name="+")
    reason = models.TextField(blank=True)

    class Meta:
        ordering = ("at",)

    def __str__(self) -> str:
        """Name the move."""
        return f"{self.from_state} -> {self.to_state}"


class Amendment(models.Model):
    """A change after the draft: which fields, from what to what, and what it voided."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    assignment = models.ForeignKey(Assignment, on_delete=models.CASCADE, related_name="amendments")
    at = models.DateTimeField()
    by = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, related_name="+")
    changes = models.JSONField()  # field -> [before, after], as words
    voided = models.JSONField(default=list)
    reason = models.TextField(blank=True)

    class Meta:
        ordering = ("at",)

    def __str__(self) -> str:
        """Name the fields."""
        return ", ".join(self.changes)
