"""A rulebook and what it says of a case, as values."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

from klartecken.core.journey.states import Effect

if TYPE_CHECKING:
    from klartecken.core.policy.expressions import CompiledRulebook

Plain = bool | int | float | str | list[str] | tuple[str, ...] | Mapping[str, float]
"""What a fact can be: the Python values of the schema's types."""

EFFECT_ORDER = tuple(Effect)
"""Strongest first."""


class Outcome(StrEnum):
    """What a rule says of a case. `OPEN` is a condition whose time has not come: neither met nor unknown."""

    HOLDS = "holds"
    FAILS = "fails"
    UNKNOWN = "unknown"
    OPEN = "open"
    NOT_APPLICABLE = "not_applicable"


class Due(StrEnum):
    """When a condition must be met."""

    BEFORE_QUOTE = "before_quote"
    BEFORE_START = "before_start"
    BEFORE_PUBLICATION = "before_publication"


class Origin(StrEnum):
    """Where a fact comes from: a person's answer, or the program's own work."""

    ASKED = "asked"
    COMPUTED = "computed"


class Answer(StrEnum):
    """How a question is answered."""

    YES_NO = "yes_no"
    TEXT = "text"
    CHOICE = "choice"
    NUMBER = "number"
    LIST = "list"


class FactType(StrEnum):
    """The types a fact can have, by their CEL names."""

    BOOL = "bool"
    INT = "int"
    DOUBLE = "double"
    STRING = "string"
    STRINGS = "list<string>"
    SHARES = "map<string, double>"


@dataclass(frozen=True, slots=True)
class Text:
    """The same words in Swedish and English."""

    sv: str
    en: str


NO_TEXT = Text("", "")


@dataclass(frozen=True, slots=True)
class Fact:
    """One entry of the published schema: what can be known of a case, and how it is asked."""

    name: str
    type: FactType
    origin: Origin
    label: Text
    question: Text = NO_TEXT
    answer: Answer | None = None
    choices: Mapping[str, Text] = field(default_factory=lambda: MappingProxyType({}))
    unsure: str | None = None
    """The answer that means «not settled»: it counts as missing."""
    is_share: bool = False
    """Shown as a percentage."""


@dataclass(frozen=True, slots=True)
class FactValue:
    """A fact of a case and where it was learnt."""

    value: Plain
    source: str = ""


@dataclass(frozen=True, slots=True)
class Definition:
    """A named list or threshold that rules refer to; labels tell what the codes mean."""

    name: str
    title: Text
    value: tuple[str, ...] | float
    labels: Mapping[str, Text]
    source: str = ""


@dataclass(frozen=True, slots=True)
class Presumption:
    """What is taken for true of a case until somebody says otherwise, so that nobody needs to be asked."""

    fact: str
    value: Plain
    unless: str | None
    why: Text


@dataclass(frozen=True, slots=True)
class Principle:
    """A clause that the program itself keeps, told in the policy but not evaluated."""

    id: str
    clause: str
    title: Text
    text: Text


@dataclass(frozen=True, slots=True)
class LinkedPolicy:
    """Another text of the firm that rules cite."""

    id: str
    title: Text


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: when it applies, what must hold, and what follows when it does not."""

    id: str
    clause: str
    title: Text
    why: Text
    effect: Effect
    holds_when: str
    applies_when: str = "true"
    due: Due | None = None
    says: Text = NO_TEXT
    changed_by: Text = NO_TEXT
    evidence: Text = NO_TEXT
    questions: Mapping[str, Text] = field(default_factory=lambda: MappingProxyType({}))
    policy: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Rulebook:
    """One version of the policy. `digest` identifies its text, so that decisions can be pinned to it."""

    name: str
    title: Text
    why: Text
    in_force_from: date
    in_force_until: date | None
    facts: Mapping[str, Fact]
    definitions: Mapping[str, Definition]
    presumptions: tuple[Presumption, ...]
    principles: tuple[Principle, ...]
    linked_policies: Mapping[str, LinkedPolicy]
    rules: tuple[Rule, ...]
    digest: str
    text: str = field(repr=False)
    compiled: "CompiledRulebook" = field(repr=False, compare=False)

    def rule(self, rule_id: str) -> Rule:
        """The rule with this id; KeyError where there is none."""
        for rule in self.rules:
            if rule.id == rule_id:
                return rule
        raise KeyError(rule_id)
