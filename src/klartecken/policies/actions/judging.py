"""Judging a case by the policy in force, and keeping what was judged on what."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils.timezone import localdate

from klartecken.core import policy
from klartecken.core.policy import FactValue, Rule, Rulebook, Text
from klartecken.ledger.actions import step
from klartecken.policies import queries
from klartecken.policies.models import Evaluation, Finding

ENGINE = "rulebook-1"
"""What judged: raised when the same facts and rulebook could come to be judged otherwise, so that replay can tell."""

OPENNESS = frozenset({"openness_told", "openness_accepted"})


def evaluate(
    case_id: UUID, facts: Mapping[str, FactValue], *, not_obtainable: Mapping[str, str] | None = None, now: datetime
) -> Evaluation:
    """Judge a case by the policy in force, and let the new judgement take the place of the former one.

    The screening that calls this makes the entry in the ledger. Raises FactRefused, NoPolicyInForce.
    """
    version = queries.in_force(localdate(now))
    rulebook = queries.rulebook_of(version)
    found = policy.evaluate(rulebook, facts, not_obtainable)
    with step():
        Evaluation.objects.filter(case=case_id, is_current=True).update(is_current=False)
        judged = Evaluation.objects.create(
            case=case_id,
            version=version,
            engine=ENGINE,
            facts={name: {"value": _plain(fact.value), "source": fact.source} for name, fact in facts.items()},
            not_obtainable=dict(not_obtainable or {}),
            at=now,
        )
        Finding.objects.bulk_create(_row(judged, finding, rulebook, order=order) for order, finding in enumerate(found))
    return judged


def _row(judged: Evaluation, finding: policy.Finding, rulebook: Rulebook, *, order: int) -> Finding:
    return Finding(
        evaluation=judged,
        rule=finding.rule,
        clause=finding.clause,
        outcome=finding.outcome,
        effect=finding.effect,
        due=finding.due or "",
        title_sv=finding.title.sv[:200],
        title_en=finding.title.en[:200],
        sentence_sv=finding.sentence_sv,
        sentence_en=finding.sentence_en,
        questions=[_question(each) for each in finding.questions],
        facts_used={each.name: _plain(each.value) for each in finding.facts},
        derivation=_derivation(finding, rulebook.rule(finding.rule), rulebook),
        blocks=finding.blocks_clearance,
        order=order,
    )


def _question(question: policy.Question) -> dict[str, Any]:
    choices = [[value, text.sv, text.en] for value, text in question.choices]
    return {
        "fact": question.fact,
        "sv": question.sv,
        "en": question.en,
        "answer": str(question.answer),
        "choices": choices,
    }


def _derivation(finding: policy.Finding, rule: Rule, rulebook: Rulebook) -> dict[str, Any]:
    used = [
        {
            "name": each.name,
            "label": _pair(each.label),
            "shown": _pair(each.shown),
            "source": each.source,
            "presumed": each.presumed,
        }
        for each in finding.facts
    ]
    refused = [
        {"fact": each.fact, "label": _pair(each.label), "reason": each.reason} for each in finding.not_obtainable
    ]
    asked = rulebook.compiled.rules[rule.id].holds.names & rulebook.facts.keys()
    return {
        "facts": used,
        "not_obtainable": refused,
        "awaiting": list(finding.awaiting),
        "why": _pair(rule.why) if "{" not in rule.why.sv else _pair(rule.title),
        "changed_by": _pair(finding.changed_by),
        "evidence": _pair(finding.evidence),
        "policy": finding.policy,
        "source": finding.source,
        "problem": finding.problem,
        "digest": finding.digest,
        "needs_a_person": finding.needs_a_person,
        "openness": bool(asked) and asked <= OPENNESS,
    }


def _pair(text: Text) -> list[str]:
    return [text.sv, text.en]


def _plain(value: object) -> object:
    """A fact's value as JSON holds it, so that what is stored and what is read back compare equal."""
    if isinstance(value, tuple | list):
        return list(value)
    return dict(value) if isinstance(value, Mapping) else value
