"""Organisations and persons, their owners, and the issues that clients have positions on.

There is no field for citizenship, birthplace, origin or membership of a political party, and none may be added.
"""

import uuid

from django.db import models


class Kind(models.TextChoices):
    """What a party is."""

    ORGANISATION = "organisation", "Organisation"
    PERSON = "person", "Person"


class Party(models.Model):
    """An organisation, or a person in the capacity of a role holder."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kind = models.CharField(max_length=12, choices=Kind, default=Kind.ORGANISATION)
    name = models.CharField(max_length=300)
    search_name = models.CharField(max_length=300, db_index=True, editable=False)  # folded, for search
    country = models.CharField(max_length=2, blank=True)  # of establishment; organisations only
    state_controlled = models.BooleanField(null=True, blank=True)
    sole_trader = models.BooleanField(default=False)
    created_at = models.DateTimeField()
    created_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, related_name="+")
    revision = models.PositiveBigIntegerField(default=0, db_index=True, editable=False)  # rises with any change

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=models.Q(kind="organisation") | models.Q(country="", state_controlled__isnull=True),
                name="only_organisations_have_a_country",
            ),
        )

    def __str__(self) -> str:
        """Return the name."""
        return self.name


class PartyName(models.Model):
    """Another name of a party: an earlier one, a trade name, a spelling in another script."""

    class Kind(models.TextChoices):
        """Why there is another name."""

        EARLIER = "earlier", "Tidigare namn"
        OTHER = "other", "Annat namn"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    party = models.ForeignKey(Party, on_delete=models.CASCADE, related_name="other_names")
    name = models.CharField(max_length=300)
    kind = models.CharField(max_length=8, choices=Kind, default=Kind.OTHER)

    def __str__(self) -> str:
        """Return the name."""
        return self.name


class Identifier(models.Model):
    """A checked identifier. The same one may stand on two parties: whether it does is not told (no oracle)."""

    class Scheme(models.TextChoices):
        """Whose number it is."""

        SE_ORGNR = "se_orgnr", "Organisationsnummer"
        LEI = "lei", "LEI"
        EU_TR = "eu_tr", "EU:s öppenhetsregister"
        OTHER = "other", "Annat"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    party = models.ForeignKey(Party, on_delete=models.CASCADE, related_name="identifiers")
    scheme = models.CharField(max_length=10, choices=Scheme)
    value = models.CharField(max_length=40, db_index=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("party", "scheme", "value"), name="identifier_once_per_party"),)

    def __str__(self) -> str:
        """Return scheme and value."""
        return f"{self.scheme}:{self.value}"


class Sector(models.Model):
    """An industry code with the version of the classification it belongs to."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    party = models.ForeignKey(Party, on_delete=models.CASCADE, related_name="sectors")
    version = models.CharField(max_length=10, default="SNI2007")
    code = models.CharField(max_length=10)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("party", "version", "code"), name="sector_once_per_party"),)

    def __str__(self) -> str:
        """Return version and code, as rules read them."""
        return f"{self.version}:{self.code}"


class Ownership(models.Model):
    """Who owns how much of a party, according to whom and when. An unknown share is null, never zero."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    owned = models.ForeignKey(Party, on_delete=models.CASCADE, related_name="owner_links")
    owner = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="holding_links")
    share = models.DecimalField(max_digits=7, decimal_places=6, null=True, blank=True)  # a fraction of one
    controls = models.BooleanField(null=True, blank=True)
    source = models.CharField(max_length=200)
    stated_on = models.DateField()
    asserter = models.CharField(max_length=120)
    ended_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=models.Q(share__isnull=True) | models.Q(share__gt=0, share__lte=1), name="share_is_a_fraction"
            ),
            models.CheckConstraint(condition=~models.Q(owned=models.F("owner")), name="no_party_owns_itself"),
        )

    def __str__(self) -> str:
        """Name the link by its share."""
        return f"{self.share if self.share is not None else 'unknown'}"


class Issue(models.Model):
    """A question of public policy that clients can want different things in; one list, one owner."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name_sv = models.CharField(max_length=120, unique=True)
    name_en = models.CharField(max_length=120)
    parent = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="children")
    retired_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ("name_sv",)

    def __str__(self) -> str:
        """Return the Swedish name."""
        return self.name_sv
