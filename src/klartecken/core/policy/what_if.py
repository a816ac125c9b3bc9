"""What a new version of the policy would have said of earlier cases."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from klartecken.core.journey.states import Effect
from klartecken.core.policy.judging import Judge
from klartecken.core.policy.values import FactValue, Outcome, Rule, Rulebook

STANDING = frozenset({Outcome.FAILS, Outcome.UNKNOWN, Outcome.OPEN})
"""Outcomes that give people something to do."""


class Turn(StrEnum):
    """What happens to a finding under the new version."""

    APPEARS = "appears"
    VANISHES = "vanishes"
    CHANGES = "changes"


@dataclass(frozen=True, slots=True)
class FindingChange:
    """One rule that says something else of one case; None where the version has no such rule."""

    rule: str
    turn: Turn
    before: Outcome | None
    after: Outcome | None
    effect_before: Effect | None
    effect_after: Effect | None


@dataclass(frozen=True, slots=True)
class CaseDifference:
    """What changes for one case; nothing, for most."""

    case: str
    changes: tuple[FindingChange, ...]


@dataclass(frozen=True, slots=True)
class RuleCount:
    """For how many cases a rule's finding appears, vanishes or changes."""

    rule: str
    appears: int
    vanishes: int
    changes: int


class Comparison:
    """Compares what two versions say, case after case, remembering what it has computed."""

    def __init__(self, old: Rulebook, new: Rulebook) -> None:
        self._before, self._after = Judge(old), Judge(new)
        self._old = {rule.id: rule for rule in old.rules}
        self._new = {rule.id: rule for rule in new.rules}
        self._names = [*self._new, *(name for name in self._old if name not in self._new)]

    def of(self, case: str, facts: Mapping[str, FactValue]) -> CaseDifference:
        """What differs for one case. Raises `FactRefused` where its stored facts no longer fit the schema."""
        said = dict(zip(self._old, self._before.outcomes(facts), strict=True))
        says = dict(zip(self._new, self._after.outcomes(facts), strict=True))
        changes = (
            _change(name, (self._old.get(name), said.get(name)), (self._new.get(name), says.get(name)))
            for name in self._names
        )
        return CaseDifference(case, tuple(change for change in changes if change))


def what_if(
    old: Rulebook, new: Rulebook, cases: Iterable[tuple[str, Mapping[str, FactValue]]]
) -> Iterator[CaseDifference]:
    """Judge each case by both versions and tell what differs, one by one, so that progress can be shown.

    Raises `FactRefused` for a case whose stored facts no longer fit the schema; `Comparison` lets one go on after it.
    """
    comparison = Comparison(old, new)
    for case, facts in cases:
        yield comparison.of(case, facts)


Said = tuple[Rule | None, Outcome | None]


def _change(name: str, before: Said, after: Said) -> FindingChange | None:
    (rule_before, said), (rule_after, says) = before, after
    effect_before = rule_before.effect if rule_before else None
    effect_after = rule_after.effect if rule_after else None
    stood, stands = said in STANDING, says in STANDING
    if stood == stands and (not stands or (said == says and effect_before == effect_after)):
        return None
    turn = Turn.CHANGES if stood and stands else Turn.APPEARS if stands else Turn.VANISHES
    return FindingChange(name, turn, said, says, effect_before, effect_after)


def count_by_rule(differences: Iterable[CaseDifference]) -> list[RuleCount]:
    """The differences counted by rule, the most touched first."""
    counts: dict[str, dict[Turn, int]] = {}
    for difference in differences:
        for change in difference.changes:
            turns = counts.setdefault(change.rule, dict.fromkeys(Turn, 0))
            turns[change.turn] += 1
    found = [RuleCount(rule, n[Turn.APPEARS], n[Turn.VANISHES], n[Turn.CHANGES]) for rule, n in counts.items()]
    return sorted(found, key=lambda each: (-(each.appears + each.vanishes + each.changes), each.rule))
