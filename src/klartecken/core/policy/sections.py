"""Reads the parts of a rulebook beside its rules: facts, definitions, presumptions, principles and linked policies."""

import re
from collections.abc import Mapping
from types import MappingProxyType

import yaml

from klartecken.core.policy.expressions import VARIABLE
from klartecken.core.policy.facts import FACTS
from klartecken.core.policy.functions import FUNCTION_NAMES
from klartecken.core.policy.reading import Reading
from klartecken.core.policy.values import (
    NO_TEXT,
    Answer,
    Definition,
    Fact,
    FactType,
    LinkedPolicy,
    Origin,
    Plain,
    Presumption,
    Principle,
    Text,
)
from klartecken.core.sectors import FAMILIES

RULEBOOK_FIELDS = ("title", "why", "in_force_from", "rules")
RULEBOOK_EXTRAS = ("in_force_until", "facts", "definitions", "presume", "principles", "linked_policies")
FACT_FIELDS, FACT_EXTRAS = ("answer", "label", "question"), ("choices",)
DEFINITION_FIELDS, DEFINITION_EXTRAS = ("title",), ("of", "values", "value", "source")
PRESUMPTION_FIELDS, PRESUMPTION_EXTRAS = ("fact", "value", "why"), ("unless",)
PRINCIPLE_FIELDS = ("id", "clause", "title", "text")
LINKED_POLICY_FIELDS = ("id", "title")
LIST_KINDS = ("sectors", "countries", "words")

TYPE_OF_ANSWER = {
    Answer.YES_NO: FactType.BOOL,
    Answer.TEXT: FactType.STRING,
    Answer.CHOICE: FactType.STRING,
    Answer.NUMBER: FactType.DOUBLE,
    Answer.LIST: FactType.STRINGS,
}
IDENTIFIER = re.compile(r"[a-z][a-z0-9-]{0,60}")
SECTOR_CODE = re.compile(rf"({'|'.join(map(re.escape, FAMILIES))}):\d\d(\.?\d{{1,3}})?")
COUNTRY_CODE = re.compile(r"[A-Z]{2}")
CEL_WORDS = frozenset(
    {"true", "false", "null", "in", "as", "has", "all", "exists", "exists_one", "map", "filter", "size"}
)


def read_facts(reading: Reading, node: yaml.Node | None) -> dict[str, Fact]:
    """The published facts and those that the rulebook adds."""
    facts = dict(FACTS)
    for name, value in reading.entries(node) if node else ():
        fields = reading.fields(value, FACT_FIELDS, FACT_EXTRAS)
        check_name(reading, name, value, taken=facts)
        answer = Answer(reading.one_of(fields.get("answer"), tuple(Answer), "answer") or Answer.YES_NO)
        choices = (
            {each: reading.both(text) for each, text in reading.entries(fields["choices"])}
            if "choices" in fields
            else {}
        )
        if answer is Answer.CHOICE and not choices:
            reading.complain("missing_field", value, field="choices")
        facts[name] = Fact(
            name,
            TYPE_OF_ANSWER[answer],
            Origin.ASKED,
            reading.both(fields.get("label")),
            reading.both(fields.get("question")),
            answer,
            MappingProxyType(choices),
        )
    return facts


def check_name(reading: Reading, name: str, node: yaml.Node, *, taken: Mapping[str, object]) -> None:
    """Complain of a name that no expression could use, or that already means something."""
    if not VARIABLE.fullmatch(name):
        reading.complain("not_a_name", node, name=name, joint="_")
    if name in taken or name in FUNCTION_NAMES or name in CEL_WORDS:
        reading.complain("name_taken", node, name=name)


def read_definitions(reading: Reading, node: yaml.Node | None, facts: Mapping[str, Fact]) -> dict[str, Definition]:
    """The named lists and thresholds."""
    found: dict[str, Definition] = {}
    for name, value in reading.entries(node) if node else ():
        check_name(reading, name, value, taken=facts)
        fields = reading.fields(value, DEFINITION_FIELDS, DEFINITION_EXTRAS)
        title, source = reading.both(fields.get("title")), reading.words(fields.get("source"))
        if "value" in fields:
            found[name] = Definition(name, title, _number(reading, fields["value"]), MappingProxyType({}), source)
            continue
        labels = _labels(reading, value, fields)
        found[name] = Definition(
            name, title, tuple(labels), MappingProxyType({k: v for k, v in labels.items() if v != NO_TEXT}), source
        )
    return found


def _number(reading: Reading, node: yaml.Node) -> float:
    try:
        return float(reading.words(node))
    except ValueError:
        reading.wrong(node, "float")
        return 0.0


def _labels(reading: Reading, node: yaml.Node, fields: Mapping[str, yaml.Node]) -> dict[str, Text]:
    """The entries of a list: plain codes, or codes with a text that tells what each means."""
    values = fields.get("values")
    if values is None or "of" not in fields:
        reading.complain("missing_field", node, field="values" if values is None else "of")
        return {}
    of = reading.one_of(fields["of"], LIST_KINDS, "of")
    labelled = isinstance(values, yaml.MappingNode)
    labels: dict[str, Text] = {}
    for code, text, at in (
        [(key.value, text, key) for key, text in values.value]
        if labelled
        else [(reading.words(item), None, item) for item in reading.items(values)]
    ):
        if code in labels:
            reading.complain("twice", at, name=code)
        if of == "sectors" and not SECTOR_CODE.fullmatch(code):
            reading.complain("not_a_code", at, value=code)
        if of == "countries" and not COUNTRY_CODE.fullmatch(code):
            reading.complain("not_a_country", at, value=code)
        labels[code] = reading.both(text)
    return labels


def read_presumptions(
    reading: Reading, node: yaml.Node | None, facts: Mapping[str, Fact]
) -> list[tuple[Presumption, yaml.Node | None]]:
    """What is presumed until somebody says otherwise, each with the node of its exception."""
    found: dict[str, tuple[Presumption, yaml.Node | None]] = {}
    for item in reading.items(node):
        fields = reading.fields(item, PRESUMPTION_FIELDS, PRESUMPTION_EXTRAS)
        name = reading.words(fields.get("fact"))
        if name in found:
            reading.complain("twice", fields["fact"], name=name)
        elif name in facts and "value" in fields:
            unless = fields.get("unless")
            value = _presumed(reading, fields["value"], facts[name])
            why = reading.both(fields.get("why"))
            found[name] = (Presumption(name, value, reading.words(unless) or None, why), unless)
        elif "fact" in fields and name not in facts:
            reading.complain("no_such_fact", fields["fact"], name=name, hint_sv="", hint_en="")
    return list(found.values())


def _presumed(reading: Reading, node: yaml.Node, fact: Fact) -> Plain:
    if fact.type is FactType.BOOL:
        return reading.one_of(node, ("true", "false"), fact.name) == "true"
    if fact.type is FactType.STRING:
        choices = tuple(fact.choices)
        return (reading.one_of(node, choices, fact.name) if choices else reading.words(node)) or ""
    if fact.type is FactType.STRINGS:
        return tuple(reading.words(item) for item in reading.items(node))
    if fact.type is FactType.SHARES:
        return {code: _number(reading, share) for code, share in reading.entries(node)}
    number = _number(reading, node)
    return int(number) if fact.type is FactType.INT else number


def read_principles(reading: Reading, node: yaml.Node | None) -> tuple[Principle, ...]:
    """The clauses that the program itself keeps."""
    found: dict[str, Principle] = {}
    for item in reading.items(node):
        fields = reading.fields(item, PRINCIPLE_FIELDS)
        name = read_id(reading, item, fields, taken=found)
        title, text = reading.both(fields.get("title")), reading.both(fields.get("text"))
        found[name] = Principle(name, reading.words(fields.get("clause")), title, text)
    return tuple(found.values())


def read_linked_policies(reading: Reading, node: yaml.Node | None) -> dict[str, LinkedPolicy]:
    """The firm's other policies, by id."""
    found: dict[str, LinkedPolicy] = {}
    for item in reading.items(node):
        fields = reading.fields(item, LINKED_POLICY_FIELDS)
        name = read_id(reading, item, fields, taken=found)
        found[name] = LinkedPolicy(name, reading.both(fields.get("title")))
    return found


def read_id(reading: Reading, node: yaml.Node, fields: Mapping[str, yaml.Node], *, taken: Mapping[str, object]) -> str:
    """The id of an entry; one that is malformed or used before is a problem."""
    name = reading.words(fields.get("id"))
    if "id" in fields and not IDENTIFIER.fullmatch(name):
        reading.complain("not_a_name", fields["id"], name=name, joint="-")
    if name and name in taken:
        reading.complain("twice", fields.get("id", node), name=name)
    return name
