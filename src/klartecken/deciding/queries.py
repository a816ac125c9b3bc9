"""What the gates look at, what waits for the CEO, and earlier similar decisions."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Q, QuerySet
from django.utils.translation import gettext_noop as _

from klartecken.assignments import queries as assignments
from klartecken.assignments.models import Assignment, Mask
from klartecken.circulation import queries as circulation
from klartecken.core.journey import Effect, State
from klartecken.core.journey.gate import GateFacts, missing_before_quote, missing_before_start
from klartecken.core.journey.mandate import ABOVE_MANDATE, needs_the_ceo
from klartecken.core.refusals import Missing
from klartecken.deciding.models import Condition, Decision
from klartecken.people import queries as people
from klartecken.people.models import Person, Role
from klartecken.policies import queries as policies
from klartecken.screening import queries as screening


@dataclass(frozen=True, slots=True)
class Waiting:
    """An assignment that waits for a decision, and what for: a decision, a mask."""

    assignment: Assignment
    what: str


def missing_for_quote(assignment: Assignment, *, now: datetime) -> list[Missing]:
    """List everything that keeps the quote gate closed."""
    return missing_before_quote(gate_facts(assignment, now=now, due=("before_quote",)))


def missing_for_start(assignment: Assignment, *, now: datetime) -> list[Missing]:
    """List everything that keeps the assignment from starting."""
    return missing_before_start(gate_facts(assignment, now=now, due=("before_quote", "before_start")))


def gate_facts(assignment: Assignment, *, now: datetime, due: tuple[str, ...]) -> GateFacts:
    """Read what the gates look at, from every room that has a say."""
    valid = circulation.current_round(assignment)
    # Work from before Klartecken had no round; once a change has opened one, it counts as everywhere.
    from_before = valid is None and _is_from_before(assignment)
    closed = from_before or (valid is not None and valid.closed_at is not None)
    # While the window is open the check goes on with the conflict resolver, whatever it found: no oracle.
    settled = closed and screening.is_current(assignment, on=now.date()) and screening.open_hits(assignment) == 0
    blocks = tuple(Missing(code=b.code, message=b.message) for b in assignments.open_blocks(assignment))
    return GateFacts(
        has_clearance=assignment.clearance_id is not None,
        everyone_informed=from_before or (valid is not None and circulation.everyone_informed(valid, now=now)),
        window_closed=closed,
        screening_current=settled,
        words_missing=assignments.words_missing(assignment),
        open_conditions=tuple(open_conditions(assignment, due=due)),
        consultations_valid=screening.consultations_valid(assignment, now.date()),
        is_lobbying=assignment.lobbying == "yes",
        lobbying_unsure=assignment.lobbying == "unsure",
        openness_told=assignment.openness_told_at is not None,
        openness_accepted=assignment.openness_accepted_at is not None,
        team_available=circulation.team_available(assignment),
        is_masked=assignment.mask == Mask.APPROVED,
        hard_stop=screening.hard_stop(assignment),
        blocks=blocks,
    )


def open_conditions(assignment: Assignment, *, due: tuple[str, ...]) -> list[str]:
    """Return the words of the conditions that are due and not met: the decision's and the policy's."""
    decided = Condition.objects.filter(
        decision__assignment=assignment, met_at__isnull=True, due__in=due, decision__outcome=Decision.Outcome.ACCEPT
    )
    # The openness requirement has its own lines in the gate; the rest of the policy's conditions stand here.
    ruled = [each.sentence_sv for moment in due for each in policies.open_conditions(assignment.pk, moment)]
    return [*decided.values_list("words", flat=True), *dict.fromkeys(ruled)]


def missing_for_clearance(assignment: Assignment, *, now: datetime) -> list[Missing]:
    """List what must be settled before anybody can clear the assignment."""
    valid = circulation.current_round(assignment)
    closed = valid is not None and valid.closed_at is not None
    questions = policies.open_questions(assignment.pk)
    checks = (
        (closed, "window", _("Tiden för synpunkter har inte gått ut.")),
        (
            valid is not None and circulation.everyone_informed(valid, now=now),
            "everyone_informed",
            _("Alla kollegor är inte informerade än."),
        ),
        (screening.is_current(assignment, on=now.date()), "screening", _("Kontrollen är inte aktuell. Kör den igen.")),
        (
            closed and screening.open_hits(assignment) == 0,
            "screening_goes_on",
            _("Kontrollen är inte klar. Den går vidare hos den konfliktansvariga."),
        ),
        (
            not [each for each in questions if each.blocks],
            "open_questions",
            _("Det finns öppna frågor som behöver svar, eller skälet till att svaret inte går att få."),
        ),
    )
    return [Missing(code=code, message=message) for holds, code, message in checks if not holds]


def standing_effects(assignment: Assignment) -> set[Effect]:
    """Return the effects of the findings that stand against the assignment."""
    return policies.effects_standing(assignment.pk)


def goes_to_the_ceo(assignment: Assignment) -> bool:
    """Tell whether there is an objection, or a finding above the consultant's mandate."""
    return needs_the_ceo(circulation.stances(assignment), standing_effects(assignment))


def rules_to_weigh(assignment: Assignment) -> list[str]:
    """Return the rules that stand against it and lie above the consultant's mandate."""
    standing = [each for each in policies.findings(assignment.pk) if each.stands]
    return sorted({each.rule for each in standing if Effect(each.effect) in ABOVE_MANDATE})


def may_decide(person: Person, assignment: Assignment, *, now: datetime) -> bool:
    """Tell whether the person decides in this case: the CEO or deputy; for the CEO's own case perhaps not the CEO."""
    return capacity(person, assignment, now=now) is not None


def capacity(person: Person, assignment: Assignment, *, now: datetime) -> str | None:
    """Return in what capacity the person decides, or None."""
    roles = people.roles_of(person, now.date())
    own = people.firm().ceo_own_cases_decided_by_others and _is_the_ceos(assignment, now=now)
    return _capacity_with(roles, own=own)


def _capacity_with(roles: Collection[Role], *, own: bool) -> str | None:
    if own:
        others = [role for role in (Role.DEPUTY, Role.BOARD_CHAIR) if role in roles]
        return str(others[0]) if others and Role.CEO not in roles else None
    if Role.CEO in roles:
        return str(Role.CEO)
    return str(Role.DEPUTY) if Role.DEPUTY in roles else None


def waiting_for(person: Person, *, now: datetime) -> list[Waiting]:
    """List what waits for this person's decision, oldest first; empty for everyone but the deciders."""
    roles = people.roles_of(person, now.date())
    if not roles & {Role.CEO, Role.DEPUTY, Role.BOARD_CHAIR}:
        return []
    rows = assignments.visible_to(person, now=now).filter(
        Q(state=State.ESCALATED) | Q(state=State.DRAFT, mask=Mask.REQUESTED)
    )
    ordered = rows.select_related("client", "responsible").order_by("changed_at")
    by_others, ceo = people.firm().ceo_own_cases_decided_by_others, people.ceo(now.date())
    return [
        Waiting(assignment=each, what="mask" if each.state == State.DRAFT else "decision")
        for each in ordered
        if _capacity_with(roles, own=by_others and ceo is not None and each.responsible_id == ceo.pk)
    ]


def decisions(assignment: Assignment) -> QuerySet[Decision]:
    """Return the decisions on it, oldest first, with their conditions."""
    rows = Decision.objects.filter(assignment=assignment)
    return rows.select_related("decided_by").prefetch_related("conditions")


def similar_decisions(assignment: Assignment, person: Person, *, now: datetime) -> QuerySet[Decision]:
    """Return earlier decisions on cases that the person sees and that share a rule, an issue or the client's sector."""
    rules = rules_to_weigh(assignment)
    issues = list(assignment.positions.values_list("issue_id", flat=True))
    sectors = list(assignment.client.sectors.values_list("code", flat=True))
    seen = assignments.seen_whole(person, now=now).exclude(pk=assignment.pk)
    alike = Q(positions__issue__in=issues) | Q(client__sectors__code__in=sectors) | Q(client=assignment.client_id)
    keys = set(seen.filter(alike).values_list("pk", flat=True)[:200])
    keys |= policies.cases_with_rules(rules) & set(seen.filter(decisions__isnull=False).values_list("pk", flat=True))
    rows = Decision.objects.filter(assignment__in=keys).select_related("assignment__client", "decided_by")
    return rows.annotate(terms=Count("conditions")).order_by("-at")[:10]


def _is_from_before(assignment: Assignment) -> bool:
    return assignment.clearance is not None and assignment.clearance.kind == "before_klartecken"


def _is_the_ceos(assignment: Assignment, *, now: datetime) -> bool:
    ceo = people.ceo(now.date())
    return ceo is not None and ceo.pk == assignment.responsible_id
