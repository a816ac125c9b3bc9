"""Judges many cases by one rulebook, for comparisons over all earlier cases."""

from collections.abc import Hashable, Mapping

from klartecken.core.policy.case import activation_of, falls, known_facts, plain_facts, presume
from klartecken.core.policy.judge import outcome_of
from klartecken.core.policy.values import FactValue, Outcome, Rulebook

REMEMBERED = 200_000
"""How many answers are kept before the memory is emptied."""


class Judge:
    """Gives the outcomes of case after case, remembering what it has computed.

    A rule's outcome depends on the facts that the rule names and on nothing else, and most cases are alike in most
    facts.
    """

    def __init__(self, rulebook: Rulebook) -> None:
        self.rulebook = rulebook
        compiled = rulebook.compiled.rules
        self._facts = [tuple(sorted(compiled[rule.id].facts)) for rule in rulebook.rules]
        self._memory: dict[Hashable, Outcome] = {}
        self._fallen: dict[Hashable, object] = {}

    def outcomes(self, facts: Mapping[str, FactValue]) -> tuple[Outcome, ...]:
        """The outcome of each rule, in the order of the rulebook. Raises `FactRefused`."""
        book = self.rulebook
        plain = plain_facts(book, known_facts(book, facts))
        presume(book, plain, lambda name: self._has_fallen(name, plain))
        marks = {name: mark(value) for name, value in plain.items()}
        activation = None
        found = []
        for number, rule in enumerate(book.rules):
            key = (number, *[marks.get(name) for name in self._facts[number]])
            outcome = self._memory.get(key)
            if outcome is None:
                activation = activation or activation_of(book, plain)
                outcome = outcome_of(rule, book.compiled.rules[rule.id], activation)
                self._remember(key, outcome)
            found.append(outcome)
        return tuple(found)

    def _remember(self, key: Hashable, outcome: Outcome) -> None:
        if len(self._memory) >= REMEMBERED:
            self._memory.clear()
        self._memory[key] = outcome

    def _has_fallen(self, name: str, plain: Mapping[str, object]) -> object:
        exception = self.rulebook.compiled.exceptions.get(name)
        if exception is None:
            return False
        key = (name, *[mark(plain.get(each)) for each in sorted(exception.names)])
        if key not in self._fallen:
            if len(self._fallen) >= REMEMBERED:
                self._fallen.clear()
            self._fallen[key] = falls(self.rulebook, name, plain)
        return self._fallen[key]


def mark(value: object) -> Hashable:
    """A value as something to remember by; true and 1 are told apart, and so is what is missing."""
    if isinstance(value, Mapping):
        return ("map", *value.items())
    if isinstance(value, list):
        return ("list", *value)
    return (type(value), value)


def outcomes(rulebook: Rulebook, facts: Mapping[str, FactValue]) -> tuple[Outcome, ...]:
    """The bare outcomes of one case in the order of the rules. Raises `FactRefused`."""
    return Judge(rulebook).outcomes(facts)
