"""Reads and compiles the rules of a rulebook."""

import string
from collections.abc import Iterable, Mapping
from types import MappingProxyType

import yaml

from klartecken.core.journey.states import Effect
from klartecken.core.policy.expressions import (
    CompiledRule,
    Expression,
    ExpressionRefused,
    compile_expression,
    environment_of,
)
from klartecken.core.policy.problems import Problem
from klartecken.core.policy.reading import Reading, inside
from klartecken.core.policy.sections import read_id
from klartecken.core.policy.values import Definition, Due, Fact, LinkedPolicy, Presumption, Rule, Text

RULE_FIELDS = ("id", "clause", "title", "why", "effect", "holds_when")
RULE_EXTRAS = ("applies_when", "due", "says", "changed_by", "evidence", "question", "policy", "source")

ALWAYS = "true"


class Compiler:
    """Compiles expressions against one set of facts and definitions, placing each problem in the file."""

    def __init__(self, reading: Reading, facts: Mapping[str, Fact], definitions: Mapping[str, Definition]) -> None:
        self.reading = reading
        self.facts = facts
        self.definitions = definitions
        self.environment = environment_of(facts, definitions)

    def expression(self, source: str, node: yaml.Node | None) -> Expression | None:
        """The compiled expression; what is wrong with it is complained of at its place in the file."""
        try:
            return compile_expression(source, self.environment, self.facts)
        except ExpressionRefused as refused:
            at = node or yaml.ScalarNode("", "", yaml.Mark("", 0, 0, 0, None, 0))
            for each in refused.problems:
                line, column = inside(at, self.reading.text, (each.line, each.column))
                moved = Problem(line, column, each.code, each.sv, each.en, each.instead_sv, each.instead_en)
                self.reading.problems.append(moved)
            return None

    def exceptions(self, presumptions: Iterable[tuple[Presumption, yaml.Node | None]]) -> Mapping[str, Expression]:
        """The compiled exceptions of the presumptions, by fact."""
        found: dict[str, Expression] = {}
        for presumption, node in presumptions:
            expression = self.expression(presumption.unless, node) if presumption.unless else None
            if expression:
                found[presumption.fact] = expression
        return MappingProxyType(found)


def read_rules(
    compiler: Compiler, node: yaml.Node | None, linked: Mapping[str, LinkedPolicy]
) -> tuple[tuple[Rule, ...], Mapping[str, CompiledRule]]:
    """The rules in the order of the file, and their compiled expressions by id."""
    rules: dict[str, Rule] = {}
    compiled: dict[str, CompiledRule] = {}
    for item in compiler.reading.items(node):
        fields = compiler.reading.fields(item, RULE_FIELDS, RULE_EXTRAS)
        rule = _rule(compiler, item, fields, taken=rules)
        applies = compiler.expression(rule.applies_when, fields.get("applies_when"))
        holds = compiler.expression(rule.holds_when, fields["holds_when"]) if "holds_when" in fields else None
        if rule.policy and rule.policy not in linked:
            compiler.reading.complain("no_such_policy", fields["policy"], name=rule.policy)
        rules[rule.id] = rule
        if applies and holds:
            compiled[rule.id] = CompiledRule(applies, holds, (applies.names | holds.names) & compiler.facts.keys())
    return tuple(rules.values()), MappingProxyType(compiled)


def _rule(compiler: Compiler, node: yaml.Node, fields: Mapping[str, yaml.Node], *, taken: Mapping[str, Rule]) -> Rule:
    reading = compiler.reading
    effect = Effect(reading.one_of(fields.get("effect"), tuple(Effect), "effect") or Effect.MENTION)
    due = reading.one_of(fields.get("due"), tuple(Due), "due")
    if due and effect is not Effect.REQUIRE:
        reading.complain("due_misplaced", fields["due"])
    return Rule(
        id=read_id(reading, node, fields, taken=taken),
        clause=reading.words(fields.get("clause")),
        title=reading.both(fields.get("title")),
        why=_told(compiler, fields.get("why")),
        effect=effect,
        holds_when=reading.words(fields.get("holds_when")),
        applies_when=reading.words(fields.get("applies_when")) or ALWAYS,
        due=Due(due) if due else None,
        says=_told(compiler, fields.get("says")),
        changed_by=_told(compiler, fields.get("changed_by")),
        evidence=reading.both(fields.get("evidence")),
        questions=_questions(compiler, fields.get("question")),
        policy=reading.words(fields.get("policy")),
        source=reading.words(fields.get("source")),
    )


def _told(compiler: Compiler, node: yaml.Node | None) -> Text:
    """A text in which {fact} stands for the fact's value."""
    text = compiler.reading.both(node)
    for name in sorted(set(placeholders(text.sv)) | set(placeholders(text.en))):
        if node and name not in compiler.facts and name not in compiler.definitions:
            compiler.reading.complain("no_such_fact", node, name=name, hint_sv="", hint_en="")
    return text


def placeholders(text: str) -> list[str]:
    """The names in braces; a text with unbalanced braces names itself, and so is complained of."""
    try:
        parts = list(string.Formatter().parse(text))
    except ValueError:
        return [text]
    # A width or a conversion is no part of the name, so that {fact:>999999999} is not a name that exists.
    return [f"{name}{spec}{conversion or ''}" for _, name, spec, conversion in parts if name is not None]


def _questions(compiler: Compiler, node: yaml.Node | None) -> Mapping[str, Text]:
    """The rule's own wording of questions, by fact."""
    found = {name: compiler.reading.both(value) for name, value in compiler.reading.entries(node)} if node else {}
    for name in found:
        if node and name not in compiler.facts:
            compiler.reading.complain("no_such_fact", node, name=name, hint_sv="", hint_en="")
    return MappingProxyType(found)
