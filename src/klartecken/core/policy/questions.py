"""The questions that are worth asking, the weightiest first."""

from collections import Counter
from collections.abc import Iterable

from klartecken.core.journey.states import Effect
from klartecken.core.policy.findings import Finding, Question
from klartecken.core.policy.values import EFFECT_ORDER, Due, Outcome


def open_questions(findings: Iterable[Finding]) -> list[Question]:
    """Each fact that would settle an open rule, once, ordered by how much its answer can change the outcome.

    First what touches most rules of the strongest effect, then of the next, and so on; last by name.
    """
    touched: dict[str, Counter[Effect]] = {}
    questions: dict[str, Question] = {}
    for finding in findings:
        if finding.outcome is Outcome.UNKNOWN:
            for question in finding.questions:
                questions.setdefault(question.fact, question)
                touched.setdefault(question.fact, Counter())[finding.effect] += 1
    return sorted(
        questions.values(), key=lambda each: ([-touched[each.fact][effect] for effect in EFFECT_ORDER], each.fact)
    )


def open_conditions(findings: Iterable[Finding]) -> list[Finding]:
    """The conditions that are not met yet, in the order they fall due."""
    conditions = [finding for finding in findings if finding.is_condition]
    return sorted(conditions, key=lambda each: tuple(Due).index(each.due) if each.due else 0)
