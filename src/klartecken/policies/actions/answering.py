"""What a person makes of a finding: met, not met, or (the CEO) set aside, always with reasons."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from django.utils.timezone import localdate

from klartecken.core.journey import Effect
from klartecken.ledger.actions import record, step
from klartecken.people import queries as people
from klartecken.people.models import Person, Role
from klartecken.policies import queries
from klartecken.policies.errors import NoSuchFinding, NothingToSetAside, NotYoursToSettle, SayWhy
from klartecken.policies.models import FindingAnswer
from klartecken.policies.views import FindingView

DECIDERS = frozenset({Role.CEO, Role.DEPUTY})
MAY_SETTLE: Mapping[Effect, frozenset[Role]] = {
    Effect.HARD_STOP: DECIDERS,
    Effect.AGAINST: DECIDERS,
    Effect.WEIGH: DECIDERS,
    Effect.CONSULT: DECIDERS | {Role.CONFLICT_RESOLVER},
}
"""Who may find it met, or set it aside; effects that are not here are settled by those who work on the case."""
CAN_BE_SET_ASIDE = frozenset({Effect.AGAINST, Effect.WEIGH, Effect.MENTION})
LONGEST_REASONS = 20_000


def may_settle(person: Person, finding: FindingView, *, now: datetime) -> bool:
    """Tell whether the person's word settles the finding."""
    needed = MAY_SETTLE.get(Effect(finding.effect))
    return needed is None or bool(needed & people.roles_of(person, localdate(now)))


def answer_finding(case_id: UUID, rule: str, *, verdict: str, reasons: str, by: Person, now: datetime) -> FindingAnswer:
    """Answer a finding; the answer stands while the facts that it was given on do.

    For a hard stop the only answer is that an exception of the law or an authority's authorisation applies: the reasons
    then give its number, date, conditions and the opinion relied on. Who may see the case is asked by the caller.
    """
    with step():
        finding = next((each for each in queries.findings(case_id) if each.rule == rule), None)
        if finding is None:
            raise NoSuchFinding
        kept = FindingAnswer.Verdict(verdict)
        _check(finding, kept, reasons.strip(), by=by, now=now)
        FindingAnswer.objects.filter(case=case_id, rule=rule, superseded_at__isnull=True).update(superseded_at=now)
        answer = FindingAnswer.objects.create(
            case=case_id,
            rule=rule,
            verdict=kept,
            reasons=reasons.strip()[:LONGEST_REASONS],
            facts_used=dict(finding.facts_used),
            by=by,
            at=now,
        )
        payload = {"rule": rule, "verdict": str(kept), "reasons": answer.reasons}
        record("policies.finding_answered", subject=case_id, actor=by.pk, now=now, payload=payload)
    return answer


def _check(finding: FindingView, verdict: FindingAnswer.Verdict, reasons: str, *, by: Person, now: datetime) -> None:
    if not reasons:
        raise SayWhy(field="reasons")
    if verdict is FindingAnswer.Verdict.SET_ASIDE:
        if Effect(finding.effect) not in CAN_BE_SET_ASIDE:
            raise NothingToSetAside
        if not DECIDERS & people.roles_of(by, localdate(now)):
            raise NotYoursToSettle
    if verdict is FindingAnswer.Verdict.MET and not may_settle(by, finding, now=now):
        raise NotYoursToSettle
