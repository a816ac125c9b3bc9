"""Trying a draft on earlier cases: their stored facts, judged by the version in force and by the draft."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from klartecken.core.policy import FactRefused, FactValue, Rulebook, Text
from klartecken.core.policy.what_if import Comparison, FindingChange
from klartecken.policies import queries
from klartecken.policies.models import Evaluation, PolicyVersion

MOST_CASES = 20_000


@dataclass(frozen=True, slots=True)
class RuleEffect:
    """How many cases a rule would come to stand in, leave or judge otherwise."""

    rule: str
    title: Text
    appears: int
    vanishes: int
    changes: int


@dataclass(frozen=True, slots=True)
class Trial:
    """What a draft would have said of earlier cases."""

    judged: int
    differing: tuple[tuple[UUID, tuple[FindingChange, ...]], ...]
    by_rule: tuple[RuleEffect, ...]
    not_judged: int


def try_out(draft: PolicyVersion, *, among: Collection[UUID], on: date) -> Trial:
    """Judge the latest stored facts of each case by the version in force and by the draft. Raises RulebookRefused."""
    new, old = queries.rulebook_of(draft), queries.rulebook_of(queries.in_force(on))
    comparison = Comparison(old, new)
    differing: list[tuple[UUID, tuple[FindingChange, ...]]] = []
    judged = refused = 0
    for case, facts in stored_cases(among):
        try:
            difference = comparison.of(str(case), facts)
        except FactRefused:
            refused += 1
            continue
        judged += 1
        if difference.changes:
            differing.append((case, difference.changes))
    return Trial(judged, tuple(differing), _by_rule(differing, new=new, old=old), refused)


def stored_cases(among: Collection[UUID]) -> Iterator[tuple[UUID, dict[str, FactValue]]]:
    """Give the facts that each case was last judged on."""
    rows = Evaluation.objects.filter(is_current=True, case__in=list(among)).values_list("case", "facts")
    for case, facts in rows.order_by("case")[:MOST_CASES]:
        yield case, facts_from(facts)


def facts_from(stored: Mapping[str, Any]) -> dict[str, FactValue]:
    """Read stored facts back as the policy's core takes them."""
    return {name: FactValue(fact["value"], fact["source"]) for name, fact in stored.items()}


def _by_rule(
    differing: list[tuple[UUID, tuple[FindingChange, ...]]], *, new: Rulebook, old: Rulebook
) -> tuple[RuleEffect, ...]:
    counted = Counter((change.rule, str(change.turn)) for _case, changes in differing for change in changes)
    titles = {rule.id: rule.title for rule in (*old.rules, *new.rules)}
    names = [name for name in titles if any(rule == name for rule, _turn in counted)]
    return tuple(
        RuleEffect(
            rule=name,
            title=titles[name],
            appears=counted[name, "appears"],
            vanishes=counted[name, "vanishes"],
            changes=counted[name, "changes"],
        )
        for name in names
    )
