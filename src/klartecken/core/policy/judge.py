"""Three-valued judgement: does a rule hold, and if nobody can say, which facts would settle it."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from cel_expr_python import cel

from klartecken.core.journey.states import Effect
from klartecken.core.policy.case import Case
from klartecken.core.policy.expressions import CompiledRule, Expression
from klartecken.core.policy.tree import Kind, Node
from klartecken.core.policy.values import Outcome, Rule, Rulebook


@dataclass(frozen=True, slots=True)
class Verdict:
    """The outcome of one rule, the facts that would settle it, and why the expression failed if it did."""

    outcome: Outcome
    missing: tuple[str, ...] = ()
    problem: str = ""


def outcome_of(rule: Rule, compiled: CompiledRule, activation: cel.Activation) -> Outcome:
    """The outcome alone, as fast as it can be had."""
    applies, _ = truth(compiled.applies.program, activation)
    if applies is not True:
        return Outcome.NOT_APPLICABLE if applies is False else Outcome.UNKNOWN
    holds, _ = truth(compiled.holds.program, activation)
    if holds is True:
        return Outcome.HOLDS
    if rule.effect is Effect.REQUIRE and rule.due:
        return Outcome.OPEN
    return Outcome.FAILS if holds is False else Outcome.UNKNOWN


def verdict_of(rule: Rule, rulebook: Rulebook, case: Case, *, unobtainable: Collection[str] = ()) -> Verdict:
    """The outcome with what is missing. Whether the rule applies is settled before whether it holds."""
    compiled = rulebook.compiled.rules[rule.id]
    outcome = outcome_of(rule, compiled, case.activation)
    if outcome not in {Outcome.UNKNOWN, Outcome.OPEN}:
        return Verdict(outcome)
    applies, failure = truth(compiled.applies.program, case.activation)
    if applies is None:
        # One gate at a time: where «it is lobbying» is open, nobody is asked about what only lobbying needs.
        search = _Search(compiled.applies, rulebook, case, frozenset(unobtainable), one_by_one=True)
    else:
        holds, failure = truth(compiled.holds.program, case.activation)
        if holds is not None:
            return Verdict(outcome)
        search = _Search(compiled.holds, rulebook, case, frozenset(unobtainable), one_by_one=False)
    missing = tuple(dict.fromkeys(search.missing(search.expression.tree.root)))
    return Verdict(outcome, missing, "" if missing else failure)


def truth(program: cel.Expression, activation: cel.Activation) -> tuple[bool | None, str]:
    """What an expression gives: true, false, or None with CEL's own words."""
    try:
        value = program.eval(activation).plain_value()
    except RuntimeError as error:  # the bounds on loops
        return None, str(error)
    return (value, "") if isinstance(value, bool) else (None, str(value))


@dataclass(frozen=True, slots=True)
class _Search:
    """Looks for the missing facts on which an undecided expression turns, in the order they are written.

    It descends only through and, or, not and choice. A part that has its answer is left alone: in «false || missing»
    only the missing side matters, and what stands beside a false in an «and» no longer does.
    """

    expression: Expression
    rulebook: Rulebook
    case: Case
    unobtainable: frozenset[str]
    one_by_one: bool

    def missing(self, node: Node) -> list[str]:
        """The missing facts of one part; none where the part has its answer."""
        if self._value(node) is not None:
            return []
        if node.kind is Kind.CALL and node.word in {"_&&_", "_||_", "!_"}:
            return self._of_several(node.children)
        if node.kind is Kind.CALL and node.word == "_?_:_":
            condition, when_true, when_false = node.children
            value = self._value(condition)
            return self.missing(condition if value is None else when_true if value else when_false)
        return [each for name in sorted(node.names()) for each in self._deferred(name)]

    def _of_several(self, nodes: tuple[Node, ...]) -> list[str]:
        found: list[str] = []
        for node in nodes:
            found += self.missing(node)
            if self.one_by_one and set(found) - self.unobtainable:
                break
        return found

    def _deferred(self, name: str) -> Iterator[str]:
        """The fact itself, or first the facts that decide whether it needs to be asked for."""
        if self.case.value(name) is None:
            for each in self.case.deferred.get(name, (name,)):
                if each in self.rulebook.facts and self.case.value(each) is None:
                    yield each

    def _value(self, node: Node) -> bool | None:
        program = self.rulebook.compiled.environment.deserialize(self.expression.tree.part(node))
        return truth(program, self.case.activation)[0]
