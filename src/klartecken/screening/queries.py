"""What the current screening says, to whom. Nothing here writes."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils import timezone

from klartecken.assignments import queries as assignments
from klartecken.assignments.models import Assignment
from klartecken.core.journey import CLOSED, Effect
from klartecken.core.journey.sight import Sight
from klartecken.core.policy.values import Outcome
from klartecken.people.models import Person
from klartecken.policies import queries as policies
from klartecken.screening import permissions
from klartecken.screening.facts import Facts, facts_of
from klartecken.screening.models import Consultation, Hit, Resolution, Run
from klartecken.screening.rests_on import fingerprint_of
from klartecken.screening.settled import Settled, settled_hits, standing_resolutions
from klartecken.screening.touched import AT_REST, touched_by_party
from klartecken.screening.views import HitView

__all__ = [
    "Case",
    "HitView",
    "cases",
    "consultations",
    "consultations_valid",
    "current_run",
    "facts",
    "hard_stop",
    "hit",
    "hits",
    "is_current",
    "open_hits",
    "settled",
    "touched_by_party",
]


@dataclass(frozen=True, slots=True)
class Case:
    """A case on the conflict resolver's desk."""

    assignment: Assignment
    open: int
    hidden: int
    waits_for_second: int


def current_run(assignment: Assignment) -> Run | None:
    """Return the latest screening."""
    return Run.objects.filter(assignment=assignment, is_current=True).select_related("policy_version", "by").first()


def is_current(assignment: Assignment, *, on: date | None = None) -> bool:
    """Tell whether the assignment is screened, and everything that the run rests on is still so."""
    run = Run.objects.filter(assignment=assignment, is_current=True).first()
    return run is not None and run.fingerprint == fingerprint_of(assignment, on=on or timezone.localdate())


def settled(assignment: Assignment, *, on: date | None = None) -> Settled:
    """Return the current run's hits with what people have made of them."""
    return settled_hits(assignment, on=on or timezone.localdate())


def open_hits(assignment: Assignment) -> int:
    """Count the hits that somebody has to look at, hidden ones included. Only gates ask; no page shows the number."""
    return settled(assignment).open_hits


def hits(assignment: Assignment, person: Person, *, now: datetime | None = None) -> list[HitView]:
    """Return the hits that the person may see: those against what they see anyway; the resolver sees all."""
    moment = now or timezone.now()
    rows = (
        Hit.objects.filter(assignment=assignment, run__is_current=True)
        .select_related("other__client", "other__responsible", "prospect__owner", "party")
        .prefetch_related("party__identifiers")
    )
    if not permissions.may_resolve(person, now=moment):
        rows = rows.filter(_seen_by(person, now=moment))
        return _with_resolutions(assignment, rows)
    return _with_resolutions(assignment, rows, for_resolver=True)


def hit(assignment: Assignment, person: Person, hit_id: UUID, *, now: datetime) -> HitView | None:
    """Return one hit of the current run, if the person may see it."""
    return next((each for each in hits(assignment, person, now=now) if each.pk == hit_id), None)


def consultations(assignment: Assignment) -> QuerySet[Consultation]:
    """Return the consultations on an assignment, the latest first."""
    rows = Consultation.objects.filter(assignment=assignment)
    return rows.select_related("affected__client", "asked_by", "recorded_by").order_by("-asked_at")


def consultations_valid(assignment: Assignment, on: date) -> bool:
    """Tell whether every affected client has answered and no answer has run out by that day.

    Where every rule of the policy about consulting says that it does not apply (exempt one-off work), none is needed.
    """
    standing = settled(assignment, on=on)
    if not standing.affected():
        return True
    rules = [each for each in policies.findings(assignment.pk) if each.effect == Effect.CONSULT]
    if rules and all(each.outcome == Outcome.NOT_APPLICABLE for each in rules):
        return True
    return standing.consultations_missing == 0 and standing.consultations_expired == 0


def hard_stop(assignment: Assignment) -> bool:
    """Tell whether the law stops the assignment, and no exception of the law has been recorded."""
    return Effect.HARD_STOP in {
        Effect(each.effect)
        for each in policies.findings(assignment.pk)
        if each.outcome == Outcome.FAILS and each.stands
    }


def facts(assignment: Assignment) -> tuple[Facts, dict[str, str]]:
    """Return the facts of the case for the policy, and what was asked and cannot be had."""
    return facts_of(assignment)


def cases(person: Person, *, now: datetime) -> list[Case]:
    """Return the cases with hits to look at, for the conflict resolver, the oldest change first.

    Nobody meets a case there that they do not see the whole of, and who only confirms sees nothing hidden.
    """
    resolves = permissions.may_resolve(person, now=now)
    if not resolves and not permissions.may_second(person, now=now):
        return []
    rows = Hit.objects.filter(run__is_current=True).exclude(kind=Hit.Kind.REGISTER)
    rows = rows.exclude(assignment__state__in=sorted(AT_REST)).select_related(
        "assignment__client", "assignment__responsible"
    )
    # The few cases with hits first, then which of them the person sees: the other way round reads every assignment.
    touched = set(rows.order_by().values_list("assignment_id", flat=True).distinct())
    if not touched:
        return []
    rows = rows.filter(
        assignment__in=list(assignments.seen_whole(person, now=now).filter(pk__in=touched).values_list("pk", flat=True))
    )
    if not resolves:
        rows = rows.filter(_seen_by(person, now=now))
    given = _standing_of({row.assignment_id for row in rows})
    found: dict[UUID, list[HitView]] = {}
    for row in rows:
        found.setdefault(row.assignment_id, []).append(HitView(row, given.get((row.assignment_id, row.key))))
    waiting = [_case(views) for views in found.values()]
    return sorted((each for each in waiting if each.open), key=lambda each: each.assignment.circulated_at or now)


def _case(views: list[HitView]) -> Case:
    left = [each for each in views if each.is_open]
    return Case(
        assignment=views[0].hit.assignment,
        open=len(left),
        hidden=sum(each.is_hidden for each in left),
        waits_for_second=sum(each.waits_for_second for each in left),
    )


def _standing_of(assignment_ids: set[UUID]) -> dict[tuple[UUID, str], Resolution]:
    rows = Resolution.objects.filter(assignment__in=assignment_ids, superseded_at__isnull=True)
    return {(row.assignment_id, row.key): row for row in rows.select_related("by", "seconded_by")}


def _seen_by(person: Person, *, now: datetime) -> Q:
    """What the person sees whole in any case; gardens and what was declined are the resolver's alone."""
    seen = assignments.visible_to(person, now=now).filter(Q(sight=Sight.EVERYTHING.value))
    open_cases = seen.exclude(state__in=sorted(CLOSED)).values("pk")
    return Q(prospect__isnull=True) & (Q(other__isnull=True) | Q(other__in=open_cases))


def _with_resolutions(assignment: Assignment, rows: QuerySet[Hit], *, for_resolver: bool = False) -> list[HitView]:
    given = standing_resolutions(assignment)
    every = list(rows)
    earlier = _earlier(every) if for_resolver else {}
    asked = list(consultations(assignment)) if for_resolver else []
    views = [
        HitView(
            row,
            given.get(row.key),
            None if row.key in given else earlier.get(row.pair),
            tuple(each for each in asked if each.hit_key == row.key),
        )
        for row in every
    ]
    return sorted(views, key=lambda each: (not each.is_open, not each.is_question, -each.score, each.name))


def _earlier(rows: list[Hit]) -> dict[str, Resolution]:
    """The latest judgement of the same pair on other facts, here or in another case, to be offered and not reused."""
    found = Resolution.objects.filter(pair__in={row.pair for row in rows}).select_related("by").order_by("at")
    return {row.pair: row for row in found}
