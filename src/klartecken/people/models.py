"""People, their undertakings, roles and areas of engagement."""

import uuid
from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models


class Language(models.TextChoices):
    """The two languages of the interface."""

    SV = "sv", "Svenska"
    EN = "en", "English"


class Role(models.TextChoices):
    """What a person may do beyond being a colleague."""

    CEO = "ceo", "Vd"
    DEPUTY = "deputy", "Vd:s ersättare"
    BOARD_CHAIR = "board_chair", "Styrelsens ordförande"
    POLICY_OWNER = "policy_owner", "Policyansvarig"
    CONFLICT_RESOLVER = "conflict_resolver", "Konfliktansvarig"
    SURVEY_OWNER = "survey_owner", "Enkätansvarig"
    ADMINISTRATOR = "administrator", "Administratör"


class PersonManager(BaseUserManager["Person"]):
    """Creates people for Django's and allauth's own use; the firm invites them through `people.actions`."""

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "Person":
        """Create a person with a password, or with none that can be used."""
        person = self.model(email=self.normalize_email(email).lower(), **fields)
        person.set_password(password)
        person.save(using=self._db)
        return person

    def get_by_natural_key(self, username: str | None) -> "Person":
        """Find a person by e-mail address, whatever its case."""
        return self.get(email__iexact=username)


class Person(AbstractBaseUser):
    """An employee, present or former. A former employee's record stays; the access ends."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    email = models.EmailField(unique=True)
    name = models.CharField(max_length=120)
    language = models.CharField(max_length=2, choices=Language, default=Language.SV)
    is_active = models.BooleanField(default=True)
    joined_at = models.DateTimeField()
    left_at = models.DateTimeField(null=True, blank=True)
    handed_over_to = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    away_until = models.DateField(null=True, blank=True)  # not chased until then; no reason is stored
    shows_areas = models.BooleanField(default=False)  # whether colleagues may find the areas of engagement

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]

    objects: ClassVar[PersonManager] = PersonManager()

    class Meta:
        ordering = ("name",)

    def __str__(self) -> str:
        """Return the name."""
        return self.name

    @property
    def initials(self) -> str:
        """Return the first letters of the first and last name."""
        words = self.name.split()
        return "".join(word[0] for word in (words[:1] + words[1:][-1:])).upper()


class RoleHolding(models.Model):
    """A role that a person holds from one day, and perhaps until another."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="roles")
    role = models.CharField(max_length=20, choices=Role)
    from_date = models.DateField()
    until_date = models.DateField(null=True, blank=True)  # the last day, inclusive

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=models.Q(until_date__isnull=True) | models.Q(until_date__gte=models.F("from_date")),
                name="role_ends_after_it_begins",
            ),
        )

    def __str__(self) -> str:
        """Name the role."""
        return self.role


class UndertakingText(models.Model):
    """A version of the confidentiality undertaking; it never restricts whistleblowing, and says so."""

    version = models.PositiveIntegerField(primary_key=True)
    in_force_from = models.DateField()
    text_sv = models.TextField()
    text_en = models.TextField()

    class Meta:
        ordering = ("version",)

    def __str__(self) -> str:
        """Name the version."""
        return f"undertaking {self.version}"


class Undertaking(models.Model):
    """A person's signature on the undertaking: given here, or on paper and registered."""

    class How(models.TextChoices):
        """Where it was signed."""

        HERE = "here", "I Klartecken"
        PAPER = "paper", "På papper"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    person = models.OneToOneField(Person, on_delete=models.PROTECT, related_name="undertaking")
    text = models.ForeignKey(UndertakingText, on_delete=models.PROTECT, null=True, blank=True)
    how = models.CharField(max_length=5, choices=How)
    signed_at = models.DateTimeField()
    registered_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    def __str__(self) -> str:
        """Name the kind of signature."""
        return self.how


class Area(models.Model):
    """Something a person is engaged in, in their own words; deletable at any time."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="areas")
    words = models.CharField(max_length=80)

    class Meta:
        ordering = ("words",)
        constraints = (models.UniqueConstraint(fields=("person", "words"), name="area_once_per_person"),)

    def __str__(self) -> str:
        """Return the words."""
        return self.words


class Invitation(models.Model):
    """A letter that lets somebody choose a password; single-use and dated."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    person = models.OneToOneField(Person, on_delete=models.CASCADE, related_name="invitation")
    token_hash = models.CharField(max_length=64, unique=True)
    expires_at = models.DateTimeField()
    accepted_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        """Name nothing."""
        return "invitation"


class ApiToken(models.Model):
    """A bearer token of one person; only its hash is kept."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="api_tokens")
    token_hash = models.CharField(max_length=64, unique=True)
    label = models.CharField(max_length=80, blank=True)
    created_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        """Name the token by its label."""
        return self.label


class Firm(models.Model):
    """The firm that uses this installation: one row."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    name = models.CharField(max_length=120)
    mail_domain = models.CharField(max_length=120, blank=True)
    business_days = models.PositiveSmallIntegerField(default=2)
    names_in_own_mail = models.BooleanField(default=True)
    ceo_own_cases_decided_by_others = models.BooleanField(default=False)
    is_demonstration = models.BooleanField(default=False)
    founded_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = (
            models.CheckConstraint(condition=models.Q(id=1), name="there_is_one_firm"),
            models.CheckConstraint(condition=models.Q(business_days__range=(1, 20)), name="window_is_1_to_20_days"),
        )

    def __str__(self) -> str:
        """Return the name."""
        return self.name
