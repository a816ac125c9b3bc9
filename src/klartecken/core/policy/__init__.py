"""The firm's policy as data: rulebooks, the facts they ask for, and what they say of a case."""

from klartecken.core.journey.states import Effect
from klartecken.core.policy.case import FactRefused
from klartecken.core.policy.difference import Change, EntryChange, FieldChange, diff
from klartecken.core.policy.evaluate import evaluate
from klartecken.core.policy.facts import FACTS
from klartecken.core.policy.findings import Finding, NotObtainable, Question, UsedFact
from klartecken.core.policy.judging import Judge, outcomes
from klartecken.core.policy.load import check_rulebook, default_rulebook, load_rulebook
from klartecken.core.policy.markdown import as_markdown
from klartecken.core.policy.problems import Problem, RulebookRefused
from klartecken.core.policy.questions import open_conditions, open_questions
from klartecken.core.policy.schema import json_schema
from klartecken.core.policy.values import (
    EFFECT_ORDER,
    Answer,
    Definition,
    Due,
    Fact,
    FactType,
    FactValue,
    LinkedPolicy,
    Origin,
    Outcome,
    Plain,
    Presumption,
    Principle,
    Rule,
    Rulebook,
    Text,
)
from klartecken.core.policy.what_if import CaseDifference, Comparison, FindingChange, RuleCount, count_by_rule, what_if

__all__ = [
    "EFFECT_ORDER",
    "FACTS",
    "Answer",
    "CaseDifference",
    "Change",
    "Comparison",
    "Definition",
    "Due",
    "Effect",
    "EntryChange",
    "Fact",
    "FactRefused",
    "FactType",
    "FactValue",
    "FieldChange",
    "Finding",
    "FindingChange",
    "Judge",
    "LinkedPolicy",
    "NotObtainable",
    "Origin",
    "Outcome",
    "Plain",
    "Presumption",
    "Principle",
    "Problem",
    "Question",
    "Rule",
    "RuleCount",
    "Rulebook",
    "RulebookRefused",
    "Text",
    "UsedFact",
    "as_markdown",
    "check_rulebook",
    "count_by_rule",
    "default_rulebook",
    "diff",
    "evaluate",
    "json_schema",
    "load_rulebook",
    "open_conditions",
    "open_questions",
    "outcomes",
    "what_if",
]
