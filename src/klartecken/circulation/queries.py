"""Reading rounds and viewpoints. Nothing here tells anyone who has read."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet

from klartecken.assignments import queries as assignments
from klartecken.assignments.models import Access, Assignment
from klartecken.circulation.models import Informed, OptOut, Reply, Round, Viewpoint
from klartecken.core.journey import PROPOSED, ROUND_IN, Stance
from klartecken.notices import queries as notices
from klartecken.people import queries as people
from klartecken.people.models import Person

TOPIC = "round:"


@dataclass(frozen=True, slots=True)
class Failure:
    """A colleague whom no notice reached, and why; shown to the responsible consultant."""

    person: Person
    why: str


def current_round(assignment: Assignment) -> Round | None:
    """Return the valid round, open or closed, or None in a draft."""
    return Round.objects.filter(assignment=assignment, voided_at__isnull=True).first()


def viewpoints(assignment: Assignment) -> list[Viewpoint]:
    """Return what colleagues said in the valid round, oldest first, with answers and history fetched."""
    replies = Prefetch("replies", Reply.objects.select_related("person"))
    rows = Viewpoint.objects.filter(round__assignment=assignment, round__voided_at__isnull=True)
    return list(rows.select_related("person").prefetch_related(replies, "history"))


def viewpoints_of(among: Iterable[Assignment]) -> dict[UUID, list[Viewpoint]]:
    """Return what colleagues said in the valid rounds of several assignments, in one query for all."""
    said: dict[UUID, list[Viewpoint]] = {each.pk: [] for each in among}
    rows = Viewpoint.objects.filter(round__assignment__in=said, round__voided_at__isnull=True)
    for viewpoint in rows.select_related("person", "round").order_by("at"):
        said[viewpoint.round.assignment_id].append(viewpoint)
    return said


def earlier_viewpoints(assignment: Assignment) -> list[Viewpoint]:
    """Return what was said in rounds that a change has voided, newest round first."""
    rows = Viewpoint.objects.filter(round__assignment=assignment, round__voided_at__isnull=False)
    return list(rows.select_related("person", "round").order_by("-round__number", "at"))


def own_viewpoint(person: Person, assignment: Assignment) -> Viewpoint | None:
    """Return the person's own viewpoint in the valid round."""
    return Viewpoint.objects.filter(round__assignment=assignment, round__voided_at__isnull=True, person=person).first()


def stances(assignment: Assignment) -> set[Stance]:
    """Return the stances taken in the valid round; who and how many is not the question."""
    rows = Viewpoint.objects.filter(round__assignment=assignment, round__voided_at__isnull=True)
    return {Stance(stance) for stance in rows.values_list("stance", flat=True).distinct()}


def to_be_informed(valid: Round, *, now: datetime) -> QuerySet[Person]:
    """Return those who must have been told and have not.

    Who signed later than the window's end does not hold it up, nor does who must not know of it (a wall).
    """
    informed = Informed.objects.filter(round=valid, person=OuterRef("pk"))
    walled = Access.objects.filter(assignment=valid.assignment_id, person=OuterRef("pk"), level=Access.Level.NOTHING)
    signed = people.signed_colleagues(now).filter(undertaking__signed_at__lte=min(valid.closes_at, now))
    return signed.exclude(Exists(informed)).exclude(Exists(walled))


def everyone_informed(valid: Round, *, now: datetime) -> bool:
    """Tell whether every colleague was told: a notice was accepted by the mail transport, or the page was shown."""
    return not to_be_informed(valid, now=now).exists()


def delivery_failures(assignment: Assignment) -> list[Failure]:
    """List the colleagues whom the valid round's notice has not reached, with the transport's reason."""
    valid = current_round(assignment)
    if valid is None:
        return []
    # Whether the page was opened instead is not asked: a failure that went away by itself would tell who has read.
    reasons = {failure.recipient: failure.why for failure in notices.failures(topic_of(valid))}
    missed = Person.objects.filter(pk__in=reasons, is_active=True)
    return [Failure(person=person, why=reasons[person.pk]) for person in missed]


def has_opted_out(person: Person, assignment: Assignment) -> bool:
    """Tell a person whether they themselves have declined to work on it."""
    return OptOut.objects.filter(assignment=assignment, person=person).exists()


def unavailable(assignment: Assignment, *, now: datetime) -> set[UUID]:
    """Return the ids of those who cannot be on the team; why (away, or declined) is not told."""
    declined = OptOut.objects.filter(assignment=assignment).values("person_id")
    rows = Person.objects.filter(Q(pk__in=declined) | Q(away_until__gte=now.date()) | Q(is_active=False))
    return set(rows.values_list("pk", flat=True))


def team_available(assignment: Assignment) -> bool:
    """Tell whether nobody on the team has declined to work on it."""
    declined = OptOut.objects.filter(assignment=assignment).values("person_id")
    return not assignment.team.filter(person_id__in=declined).exists()


def unanswered(person: Person, *, now: datetime) -> QuerySet[Assignment]:
    """Return the open circulations in which the person has neither spoken nor opted out, closing first."""
    mine = Viewpoint.objects.filter(round=OuterRef("pk"), person=person)
    open_rounds = Round.objects.filter(voided_at__isnull=True, closed_at__isnull=True, closes_at__gt=now)
    waiting = open_rounds.exclude(Exists(mine)).values("assignment_id")
    declined = OptOut.objects.filter(assignment=OuterRef("pk"), person=person)
    seen = assignments.visible_to(person, now=now).filter(pk__in=waiting, state__in=sorted(PROPOSED | ROUND_IN))
    return (
        seen.exclude(responsible=person)
        .exclude(Exists(declined))
        .select_related("client", "responsible")
        .order_by("rounds__closes_at")
        .filter(rounds__voided_at__isnull=True)
    )


def topic_of(valid: Round) -> str:
    """Name the notices of a round."""
    return f"{TOPIC}{valid.pk}"
