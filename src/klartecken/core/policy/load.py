"""Turns the text of a rulebook into a compiled rulebook, or into a list of everything that is wrong with it."""

import hashlib
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from importlib import resources
from types import MappingProxyType

import yaml

from klartecken.core.policy.expressions import CompiledRulebook
from klartecken.core.policy.problems import Problem, RulebookRefused
from klartecken.core.policy.reading import Reading
from klartecken.core.policy.rules import Compiler, read_rules
from klartecken.core.policy.sections import (
    RULEBOOK_EXTRAS,
    RULEBOOK_FIELDS,
    read_definitions,
    read_facts,
    read_linked_policies,
    read_presumptions,
    read_principles,
)
from klartecken.core.policy.values import Definition, Rulebook

DIGEST_LENGTH = 16


def default_rulebook() -> str:
    """The text of the rulebook that a new firm starts from."""
    return (resources.files("klartecken.core.policy") / "rulebooks" / "default.yaml").read_text(encoding="utf-8")


def check_rulebook(text: str, name: str = "rulebook") -> tuple[Problem, ...]:
    """The problems of a rulebook's text; none means that it can be used."""
    try:
        load_rulebook(text, name)
    except RulebookRefused as refused:
        return refused.problems
    return ()


@lru_cache(maxsize=32)
def load_rulebook(text: str, name: str = "rulebook") -> Rulebook:
    """Read and compile a rulebook. Raises `RulebookRefused` with every problem, each with line, column and remedy."""
    reading = Reading(name, text)
    fields = reading.fields(reading.root(), RULEBOOK_FIELDS, RULEBOOK_EXTRAS)
    facts = read_facts(reading, fields.get("facts"))
    definitions = read_definitions(reading, fields.get("definitions"), facts)
    presumptions = read_presumptions(reading, fields.get("presume"), facts)
    linked = read_linked_policies(reading, fields.get("linked_policies"))
    principles = read_principles(reading, fields.get("principles"))
    compiler = Compiler(reading, facts, definitions)
    rules, compiled = read_rules(compiler, fields.get("rules"), linked)
    exceptions = compiler.exceptions(presumptions)
    title, why = reading.both(fields.get("title")), reading.both(fields.get("why"))
    begins, ends = _validity(reading, fields)
    reading.refuse_if_wrong()
    return Rulebook(
        name=name,
        title=title,
        why=why,
        in_force_from=begins,
        in_force_until=ends,
        facts=MappingProxyType(facts),
        definitions=MappingProxyType(definitions),
        presumptions=tuple(each for each, _ in presumptions),
        principles=principles,
        linked_policies=MappingProxyType(linked),
        rules=rules,
        digest=hashlib.sha256(text.encode()).hexdigest()[:DIGEST_LENGTH],
        text=text,
        compiled=CompiledRulebook(compiler.environment, compiled, exceptions, _constants(definitions)),
    )


def _validity(reading: Reading, fields: Mapping[str, yaml.Node]) -> tuple[date, date | None]:
    begins, ends = reading.day(fields.get("in_force_from")), reading.day(fields.get("in_force_until"))
    if begins and ends and ends < begins:
        reading.complain("dates_backwards", fields["in_force_until"])
    return begins or date.min, ends


def _constants(definitions: Mapping[str, Definition]) -> Mapping[str, object]:
    return MappingProxyType(
        {name: list(each.value) if isinstance(each.value, tuple) else each.value for name, each in definitions.items()}
    )
