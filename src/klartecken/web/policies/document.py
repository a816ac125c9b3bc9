"""A rulebook as a document: clause by clause, in the reader's language."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from klartecken.core.journey import Effect
from klartecken.core.policy import Definition, EntryChange, Principle, Rule, Rulebook, Text
from klartecken.core.policy.difference import Change
from klartecken.core.policy.sentences import shown_definition
from klartecken.policies.views import FAILING

CLAUSES = {
    "law": _("Det som lagen stoppar"),
    "P0": _("Vi står bakom det vi gör"),
    "P3": _("I förtroende"),
    "P6a": _("Intressekonflikter"),
    "P6b": _("Branscher och miljö"),
    "P6c": _("Politisk påverkan och öppenhet"),
    "P6d": _("Partipolitiskt oberoende"),
    "P6e": _("Ägare"),
    "P7": _("Kollegornas röst"),
}
"""What the clauses are called, in the order of the document; others follow by their own names."""
MEANS = {
    Effect.HARD_STOP: _("Ingen går förbi det. Bara lagens egna undantag, eller en myndighets tillstånd, ändrar det."),
    Effect.AGAINST: _("Talar emot uppdraget. Vd kan åsidosätta det, med skäl."),
    Effect.WEIGH: _("Vd väger det och skriver sina skäl."),
    Effect.CONSULT: _("De uppdragsgivare som berörs tillfrågas först."),
    Effect.REQUIRE: _("Ett villkor som ska vara uppfyllt."),
    Effect.MENTION: _("Berättas för kollegorna."),
}
SECTIONS = {
    "rules": _("regel"),
    "definitions": _("lista eller gräns"),
    "presume": _("antagande"),
    "principles": _("princip"),
    "facts": _("uppgift"),
    "linked_policies": _("länkad policy"),
}
CHANGES = {Change.ADDED: (_("Ny"), ""), Change.REMOVED: (_("Borttagen"), "no"), Change.CHANGED: (_("Ändrad"), "ask")}
FIELDS = {
    "title": _("rubrik"),
    "why": _("varför"),
    "says": _("vad den säger"),
    "effect": _("följd"),
    "holds_when": _("gäller när"),
    "applies_when": _("prövas när"),
    "due": _("tidpunkt"),
    "value": _("värde"),
    "evidence": _("underlag"),
    "changed_by": _("vad som ändrar den"),
    "questions": _("frågor"),
    "source": _("källa"),
}


def words(text: Text) -> str:
    """A text in the reader's language."""
    return text.en if (get_language() or "sv").startswith("en") else text.sv


@dataclass(frozen=True, slots=True)
class RuleShown:
    """One rule as a person reads it."""

    id: str
    title: str
    why: str
    tag: str
    kind: str
    means: str
    evidence: str
    source: str
    policy: str
    lists: tuple[tuple[str, str, str], ...]
    expression: str
    applies: str


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause with its principles and rules."""

    name: str
    title: str
    principles: tuple[tuple[str, str], ...]
    rules: tuple[RuleShown, ...]


def document(rulebook: Rulebook) -> list[Clause]:
    """A rulebook in the order of its clauses."""
    entries: list[Principle | Rule] = [*rulebook.principles, *rulebook.rules]
    names = [*CLAUSES, *(each.clause for each in entries)]
    return [
        Clause(
            name="" if name == "law" else name,
            title=str(CLAUSES.get(name, name)),
            principles=tuple(_principle(each) for each in rulebook.principles if each.clause == name),
            rules=tuple(_rule(each, rulebook) for each in rulebook.rules if each.clause == name),
        )
        for name in dict.fromkeys(names)
        if any(each.clause == name for each in entries)
    ]


def _principle(principle: Principle) -> tuple[str, str]:
    return words(principle.title), words(principle.text)


def _rule(rule: Rule, rulebook: Rulebook) -> RuleShown:
    tag, kind = FAILING[rule.effect]
    compiled = rulebook.compiled.rules[rule.id]
    named = compiled.applies.names | compiled.holds.names
    lists = tuple(_list(each) for name, each in rulebook.definitions.items() if name in named)
    return RuleShown(
        id=rule.id,
        title=words(rule.title),
        why="" if "{" in rule.why.sv else words(rule.why),
        tag=gettext(tag),
        kind=kind,
        means=str(MEANS[rule.effect]),
        evidence=words(rule.evidence),
        source=rule.source,
        policy=rule.policy,
        lists=lists,
        expression=rule.holds_when,
        applies="" if rule.applies_when == "true" else rule.applies_when,
    )


def _list(definition: Definition) -> tuple[str, str, str]:
    return words(definition.title), words(shown_definition(definition)), definition.source


@dataclass(frozen=True, slots=True)
class ChangeShown:
    """One entry that differs between two versions."""

    section: str
    title: str
    tag: str
    kind: str
    fields: tuple[tuple[str, str, str], ...]


def changes(found: Iterable[EntryChange]) -> list[ChangeShown]:
    """The differences between two versions as people read them."""
    return [
        ChangeShown(
            section=str(SECTIONS.get(each.section, each.section)),
            title=words(each.title),
            tag=str(CHANGES[each.change][0]),
            kind=CHANGES[each.change][1],
            fields=tuple((_field(field.field), words(field.before), words(field.after)) for field in each.fields),
        )
        for each in found
    ]


def _field(name: str) -> str:
    known: Mapping[str, object] = FIELDS
    return str(known.get(name, name))
