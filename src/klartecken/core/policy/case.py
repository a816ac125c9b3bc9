"""The facts of one case, checked, with what is presumed where nobody has said otherwise."""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import ClassVar

from cel_expr_python import cel

from klartecken.core.policy.sentences import plain_value
from klartecken.core.policy.values import Fact, FactType, FactValue, Plain, Rulebook
from klartecken.core.refusals import Invalid

TEXT_LIMIT = 2_000
LIST_LIMIT = 500


class FactRefused(Invalid):
    """A fact that is not of its published type, or too large to be judged."""

    code: ClassVar[str] = "fact_refused"

    def __init__(self, fact: Fact) -> None:
        self.fact = fact.name
        super().__init__(
            f"Uppgiften ”{fact.label.sv}” går inte att använda. Den ska vara {EXPECTED[fact.type]}. Inget har sparats.",
            field=fact.name,
        )


EXPECTED = {
    FactType.BOOL: "ja eller nej",
    FactType.INT: "ett heltal",
    FactType.DOUBLE: "ett tal",
    FactType.STRING: f"en text på högst {TEXT_LIMIT} tecken",
    FactType.STRINGS: f"en lista med högst {LIST_LIMIT} korta texter",
    FactType.SHARES: f"högst {LIST_LIMIT} landskoder med andelar",
}


@dataclass(frozen=True, slots=True)
class Case:
    """What is known of a case when it is judged.

    `deferred` names, for a fact that may come to be presumed, the facts that decide it: those are asked for first.
    """

    known: Mapping[str, FactValue]
    presumed: Mapping[str, Plain]
    deferred: Mapping[str, tuple[str, ...]]
    activation: cel.Activation

    def value(self, name: str) -> Plain | None:
        """The value of a fact as it is judged, or None where it is missing."""
        return self.known[name].value if name in self.known else self.presumed.get(name)


def case_of(rulebook: Rulebook, facts: Mapping[str, FactValue]) -> Case:
    """The case that these facts make under this rulebook. Raises `FactRefused`.

    Facts that the rulebook does not know are left out, and an answer that means «not settled» counts as missing.
    """
    known = known_facts(rulebook, facts)
    plain = plain_facts(rulebook, known)
    presumed, deferred = presume(rulebook, plain, lambda name: falls(rulebook, name, plain))
    return Case(known, presumed, deferred, activation_of(rulebook, plain))


def known_facts(rulebook: Rulebook, facts: Mapping[str, FactValue]) -> dict[str, FactValue]:
    """The facts that the rulebook knows and that say something, each checked against its type."""
    known = {}
    for name, fact in facts.items():
        expected = rulebook.facts.get(name)
        if expected is None:
            continue
        _check(expected, fact.value)
        if fact.value != expected.unsure or expected.unsure is None:
            known[name] = fact
    return known


def plain_facts(rulebook: Rulebook, known: Mapping[str, FactValue]) -> dict[str, object]:
    """The facts as CEL takes them."""
    return {name: plain_value(fact.value, rulebook.facts[name].type) for name, fact in known.items()}


def activation_of(rulebook: Rulebook, plain: Mapping[str, object]) -> cel.Activation:
    """The facts with the rulebook's lists and thresholds, ready for evaluation."""
    return rulebook.compiled.environment.Activation({**rulebook.compiled.constants, **plain})


def falls(rulebook: Rulebook, name: str, plain: Mapping[str, object]) -> object:
    """Whether a presumption falls: true, false, or something else where that is not known."""
    exception = rulebook.compiled.exceptions.get(name)
    if exception is None:
        return False
    try:
        return exception.program.eval(activation_of(rulebook, plain)).plain_value()
    except RuntimeError:  # the bounds on loops
        return None


def presume(
    rulebook: Rulebook, plain: dict[str, object], has_fallen: Callable[[str], object]
) -> tuple[dict[str, Plain], dict[str, tuple[str, ...]]]:
    """Add what is presumed to the plain facts, in the order of the rulebook.

    Where it is not known whether a presumption falls, the fact is deferred: what decides it is asked for first.
    """
    presumed: dict[str, Plain] = {}
    deferred: dict[str, tuple[str, ...]] = {}
    for presumption in rulebook.presumptions:
        name = presumption.fact
        if name in plain:
            continue
        fallen = has_fallen(name)
        if fallen is False:
            presumed[name] = presumption.value
            plain[name] = plain_value(presumption.value, rulebook.facts[name].type)
        elif fallen is not True:
            exception = rulebook.compiled.exceptions[name]
            deferred[name] = tuple(sorted((exception.names & rulebook.facts.keys()) - plain.keys() - {name}))
    return presumed, deferred


def _check(fact: Fact, value: Plain) -> None:
    if not _is_of(fact.type, value):
        raise FactRefused(fact)


def _is_of(kind: FactType, value: object) -> bool:
    if kind is FactType.BOOL:
        return isinstance(value, bool)
    if kind is FactType.STRING:
        return isinstance(value, str) and len(value) <= TEXT_LIMIT
    if kind is FactType.INT:
        return isinstance(value, int) and not isinstance(value, bool) and abs(value) < 1 << 62
    if kind is FactType.DOUBLE:
        return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)
    if kind is FactType.STRINGS:
        return (
            isinstance(value, list | tuple)
            and len(value) <= LIST_LIMIT
            and all(_is_of(FactType.STRING, each) for each in value)
        )
    return (
        isinstance(value, Mapping)
        and len(value) <= LIST_LIMIT
        and all(_is_of(FactType.STRING, code) and _is_of(FactType.DOUBLE, part) for code, part in value.items())
    )
