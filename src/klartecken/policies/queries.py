"""Which policy is in force, and what it says about a case. Nothing here writes."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from klartecken.core.journey import Effect
from klartecken.core.policy import Rulebook, check_rulebook, load_rulebook
from klartecken.core.policy.problems import Problem
from klartecken.core.policy.values import EFFECT_ORDER, Outcome
from klartecken.policies.errors import NoPolicyInForce
from klartecken.policies.models import Evaluation, Finding, FindingAnswer, LinkedPolicy, PolicyVersion
from klartecken.policies.views import FindingView, QuestionView, view_of


def activated() -> QuerySet[PolicyVersion]:
    """Return the versions that have been activated, the latest first."""
    rows = PolicyVersion.objects.filter(status=PolicyVersion.Status.ACTIVATED)
    return rows.select_related("activated_by").order_by("-in_force_from", "-number")


def drafts() -> QuerySet[PolicyVersion]:
    """Return the drafts, the latest first."""
    return PolicyVersion.objects.filter(status=PolicyVersion.Status.DRAFT).order_by("-number")


def in_force(on: date) -> PolicyVersion:
    """Return the version in force on a day; before the first one, the first. Raises NoPolicyInForce."""
    version = activated().filter(in_force_from__lte=on).first() or activated().last()
    if version is None:
        raise NoPolicyInForce
    return version


def rulebook_of(version: PolicyVersion) -> Rulebook:
    """Return a version's rulebook, compiled (kept between calls). Raises RulebookRefused for a draft with errors."""
    return load_rulebook(version.rulebook, f"policy-{version.number}")


def problems_of(version: PolicyVersion) -> tuple[Problem, ...]:
    """Return what is wrong with a draft's rulebook, each with its line."""
    return check_rulebook(version.rulebook, f"policy-{version.number}")


def timeline() -> list[PolicyVersion]:
    """Return the versions that the firm shows to the public, the latest first."""
    return list(activated().exclude(public_summary=""))


def linked(kind: str, on: date) -> LinkedPolicy | None:
    """Return the text of a linked policy in force on a day; before the first one, the first."""
    rows = LinkedPolicy.objects.filter(kind=kind)
    return rows.filter(in_force_from__lte=on).last() or rows.first()


def evaluation(case_id: UUID) -> Evaluation | None:
    """Return the current judgement of a case."""
    return Evaluation.objects.filter(case=case_id, is_current=True).select_related("version").first()


def findings(case_id: UUID) -> list[FindingView]:
    """Return what each rule says of the case now, with the answer that stands, the weightiest first."""
    rows = Finding.objects.filter(evaluation__case=case_id, evaluation__is_current=True)
    given = standing_answers(case_id)
    views = [view_of(row, given.get(row.rule)) for row in rows.select_related("evaluation__version")]
    return _weightiest_first(views)


def findings_by_case(case_ids: Iterable[UUID]) -> dict[UUID, list[FindingView]]:
    """Return the findings of several cases in two queries, however many there are."""
    keys = list(case_ids)
    rows = Finding.objects.filter(evaluation__case__in=keys, evaluation__is_current=True)
    answers = FindingAnswer.objects.filter(case__in=keys, superseded_at__isnull=True).select_related("by")
    given = {(answer.case, answer.rule): answer for answer in answers}
    found: dict[UUID, list[FindingView]] = {key: [] for key in keys}
    for row in rows.select_related("evaluation__version"):
        case = row.evaluation.case
        found[case].append(view_of(row, given.get((case, row.rule))))
    return {case: _weightiest_first(views) for case, views in found.items()}


def standing_answers(case_id: UUID) -> dict[str, FindingAnswer]:
    """Return the latest answer to each rule; whether its facts still stand is told by the view."""
    rows = FindingAnswer.objects.filter(case=case_id, superseded_at__isnull=True).select_related("by")
    return {row.rule: row for row in rows}


def effects_standing(case_id: UUID) -> set[Effect]:
    """Return the effects of the findings that stand against the case."""
    return {Effect(each.effect) for each in findings(case_id) if each.stands}


def blocking(case_id: UUID) -> list[FindingView]:
    """Return the findings that no decision goes round: they must be put right before a clearance."""
    return [each for each in findings(case_id) if each.stands and each.blocks]


def open_questions(case_id: UUID) -> list[QuestionView]:
    """Return each question that would settle something once, the weightiest first."""
    return questions_in(findings(case_id))


def questions_in(found_of_case: Iterable[FindingView]) -> list[QuestionView]:
    """Return each question that would settle one of the findings once, the weightiest first."""
    found: dict[str, QuestionView] = {}
    touched: dict[str, int] = {}
    for finding in found_of_case:
        if finding.outcome != Outcome.UNKNOWN or finding.is_settled:
            continue
        for question in finding.questions:
            known = found.setdefault(question.fact, question)
            touched[question.fact] = touched.get(question.fact, 0) + 1
            if finding.blocks and not known.blocks:
                found[question.fact] = known.blocking()
    return sorted(found.values(), key=lambda each: (each.weight, -touched[each.fact], each.fact))


def open_conditions(case_id: UUID, due: str) -> list[FindingView]:
    """Return the conditions of this moment that are not met; the openness requirement has its own lines in the gate."""
    return [
        each
        for each in findings(case_id)
        if each.outcome == Outcome.OPEN and each.due == due and not each.is_settled and not each.is_openness
    ]


def cases_with_rules(rules: Iterable[str]) -> set[UUID]:
    """Return the cases whose current judgement fails one of the rules."""
    rows = Finding.objects.filter(rule__in=list(rules), outcome=Outcome.FAILS, evaluation__is_current=True)
    return set(rows.values_list("evaluation__case", flat=True))


def _weightiest_first(views: list[FindingView]) -> list[FindingView]:
    return sorted(views, key=lambda each: (each.rank, EFFECT_ORDER.index(Effect(each.effect))))
