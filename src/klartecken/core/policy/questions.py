"""The questions that are worth asking, the weightiest first."""

from collections.abc import Iterable

from klartecken.core.policy.findings import Finding, Question
from klartecken.core.policy.values import EFFECT_ORDER, Outcome


def open_questions(findings: Iterable[Finding]) -> list[Question]:
    """Each fact that would settle an open rule, once, ordered by how much its answer can change the outcome.

    First what touches the strongest effect, then what touches most rules, then by name.
    """
    weights: dict[str, list[int]] = {}
    questions: dict[str, Question] = {}
    for finding in findings:
        if finding.outcome is Outcome.UNKNOWN:
            for question in finding.questions:
                questions.setdefault(question.fact, question)
                weights.setdefault(question.fact, []).append(EFFECT_ORDER.index(finding.effect))
    return sorted(questions.values(), key=lambda each: (min(weights[each.fact]), -len(weights[each.fact]), each.fact))


def open_conditions(findings: Iterable[Finding]) -> list[Finding]:
    """The conditions that are not met yet, in the order they fall due."""
    conditions = [finding for finding in findings if finding.is_condition]
    order = {"before_quote": 0, "before_start": 1, "before_publication": 2}
    return sorted(conditions, key=lambda each: order[each.due] if each.due else 0)
