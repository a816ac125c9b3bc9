"""Reading people and the firm; nothing here writes."""

from datetime import date, datetime
from typing import TYPE_CHECKING, TypedDict

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet
from django.utils.timezone import localdate

from klartecken.people.models import (
    ApiToken,
    Area,
    Firm,
    Invitation,
    Person,
    Role,
    RoleHolding,
    Undertaking,
    UndertakingText,
)
from klartecken.people.starting_text import starting_text
from klartecken.people.tokens import hash_of

if TYPE_CHECKING:
    from django_stubs_ext import WithAnnotations

DECIDING_ROLES = (Role.CEO, Role.DEPUTY)


def firm() -> Firm:
    """Return the firm; before it is set up, one without a name that is not saved."""
    return Firm.objects.first() or Firm(name="")


def current_undertaking_text(on: date) -> UndertakingText:
    """Return the text in force on a day; before any is installed, the starting text, not saved."""
    in_force = UndertakingText.objects.filter(in_force_from__lte=on).last()
    return in_force or UndertakingText.objects.first() or starting_text(on)


def undertaking_texts() -> QuerySet[UndertakingText]:
    """Return all versions of the undertaking, the newest first."""
    return UndertakingText.objects.order_by("-version")


def has_signed(person: Person) -> bool:
    """Tell whether the person's undertaking is on record."""
    return Undertaking.objects.filter(person_id=person.pk).exists()


def signed_colleagues(now: datetime) -> QuerySet[Person]:
    """Return everyone who works here and whose undertaking was on record at a time."""
    return Person.objects.filter(is_active=True, joined_at__lte=now, undertaking__signed_at__lte=now)


def standing(on: date) -> Q:
    """Narrow role holdings to those in force on a day, held by people who work here."""
    not_ended = Q(until_date__isnull=True) | Q(until_date__gte=on)
    return not_ended & Q(from_date__lte=on, person__is_active=True)


def with_role(role: Role, on: date) -> QuerySet[Person]:
    """Return those who hold a role on a day; without a conflict resolver, the policy owners resolve."""
    holders = Person.objects.filter(pk__in=RoleHolding.objects.filter(standing(on), role=role).values("person_id"))
    if role is Role.CONFLICT_RESOLVER and not holders.exists():
        return with_role(Role.POLICY_OWNER, on)
    return holders


def holds(person: Person, role: Role, on: date) -> bool:
    """Tell whether the person holds a role on a day."""
    return role in roles_of(person, on)


def roles_of(person: Person, on: date) -> frozenset[Role]:
    """Return the roles a person holds on a day; a policy owner resolves conflicts where nobody else does."""
    held = {
        Role(role) for role in RoleHolding.objects.filter(standing(on), person=person).values_list("role", flat=True)
    }
    if Role.POLICY_OWNER in held and not RoleHolding.objects.filter(standing(on), role=Role.CONFLICT_RESOLVER).exists():
        held.add(Role.CONFLICT_RESOLVER)
    return frozenset(held)


def ceo(on: date) -> Person | None:
    """Return the CEO on a day."""
    return with_role(Role.CEO, on).first()


def deciders(on: date) -> list[Person]:
    """Return those who decide on a day: the CEO first, then the deputy in their period."""
    rows = RoleHolding.objects.filter(standing(on), role__in=DECIDING_ROLES).select_related("person")
    by_rank = sorted(rows, key=lambda row: (DECIDING_ROLES.index(Role(row.role)), row.from_date))
    return list(dict.fromkeys(row.person for row in by_rank))


def person_by_token(token: str) -> Person | None:
    """Return whose bearer token it is, if it stands and its owner works here."""
    rows = ApiToken.objects.filter(token_hash=hash_of(token), revoked_at__isnull=True, person__is_active=True)
    row = rows.select_related("person").first()
    return row.person if row else None


def tokens_of(person: Person) -> QuerySet[ApiToken]:
    """Return a person's standing tokens, newest first."""
    return ApiToken.objects.filter(person=person, revoked_at__isnull=True).order_by("-created_at")


def valid_invitation(token: str, *, now: datetime) -> Invitation | None:
    """Return the invitation that a letter's token opens, if it is neither used nor too old."""
    rows = Invitation.objects.filter(token_hash=hash_of(token), accepted_at__isnull=True, expires_at__gt=now)
    return rows.filter(person__is_active=True).select_related("person").first()


class Shown(TypedDict):
    """What `colleagues` tells about each person."""

    current_roles: list[RoleHolding]
    shown_areas: list[Area]


def colleagues_with_area(words: str, now: datetime) -> "QuerySet[WithAnnotations[Person, Shown]]":
    """Return colleagues who show an area of engagement with these words in it, whatever the case."""
    wanted = words.strip().casefold()
    shown = Area.objects.filter(person__shows_areas=True).values_list("person_id", "words")
    # SQLite folds only the letters of English, so the comparing is done here; there are a few hundred areas.
    found = {person for person, area in shown if wanted in area.casefold()}
    return colleagues(now).filter(pk__in=found)


def colleagues(now: datetime) -> "QuerySet[WithAnnotations[Person, Shown]]":
    """Return signed colleagues with the areas they show and the roles they hold today, fetched."""
    areas = Prefetch("areas", Area.objects.filter(person__shows_areas=True), to_attr="shown_areas")
    roles = Prefetch("roles", _not_over(now), to_attr="current_roles")
    return signed_colleagues(now).prefetch_related(areas, roles)


class Access(TypedDict):
    """What `everyone` tells about each person."""

    current_roles: list[RoleHolding]
    is_signed: bool
    is_invited: bool


def everyone(now: datetime) -> "QuerySet[WithAnnotations[Person, Access]]":
    """Return all who work here, for the administrator: roles, whether they have signed, and whether a letter waits."""
    signed = Undertaking.objects.filter(person=OuterRef("pk"))
    waiting = Invitation.objects.filter(person=OuterRef("pk"), accepted_at__isnull=True)
    roles = Prefetch("roles", _not_over(now), to_attr="current_roles")
    working = Person.objects.filter(is_active=True).prefetch_related(roles)
    return working.annotate(is_signed=Exists(signed), is_invited=Exists(waiting))


def former_colleagues() -> QuerySet[Person]:
    """Return those who have left, the last first."""
    return Person.objects.filter(is_active=False, left_at__isnull=False).order_by("-left_at")


def _not_over(now: datetime) -> QuerySet[RoleHolding]:
    # Roles to come are shown too, so that a deputy's future period can be seen and taken back.
    current = Q(until_date__isnull=True) | Q(until_date__gte=localdate(now))
    return RoleHolding.objects.filter(current).order_by("from_date")
