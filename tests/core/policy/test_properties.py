"""What must be true of every rulebook and every case."""

import random
from collections.abc import Sequence
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from klartecken.core.policy import (
    FACTS,
    Fact,
    FactType,
    FactValue,
    Judge,
    Origin,
    Outcome,
    Rulebook,
    default_rulebook,
    evaluate,
    load_rulebook,
    open_questions,
    outcomes,
)
from tests.core.policy.cases import DEFAULT

COUNTRIES = ["SE", "CN", "RU", "BY", "US"]
CODES = ["SNI2007:10.710", "SNI2007:92.000", "SNI2007:24.100", "NACE2:11.05", "SNI2025:12.000"]

ATOMS = [
    'lobbying == "yes"',
    "openness_told",
    "intermediary",
    "hidden_client",
    "state_controlled",
    "open_hits > 0",
    "client_country in weighed_countries",
    "covers(gambling, client_sectors)",
    "share_of(ownership_by_country, weighed_countries) >= ownership_threshold",
    "overlaps(controlled_from, weighed_countries)",
    "services.exists(each, each == client_country)",
]

NAMED = tuple(name for name in FACTS if any(name in atom for atom in ATOMS))


def values(fact: Fact) -> st.SearchStrategy[Any]:
    """Values that a fact could have, with those that the rules look for among them."""
    if fact.choices:
        words = st.sampled_from([each for each in fact.choices if each != fact.unsure])
        return st.lists(words, max_size=2) if fact.type is FactType.STRINGS else words
    by_type: dict[FactType, st.SearchStrategy[Any]] = {
        FactType.BOOL: st.booleans(),
        FactType.INT: st.integers(0, 3),
        FactType.DOUBLE: st.floats(0, 1),
        FactType.STRING: st.sampled_from(COUNTRIES),
        FactType.STRINGS: st.lists(st.sampled_from([*COUNTRIES, *CODES, "eu", "ofac"]), max_size=3),
        FactType.SHARES: st.dictionaries(st.sampled_from(COUNTRIES), st.floats(0, 1), max_size=3),
    }
    return by_type[fact.type]


Cases = tuple[dict[str, FactValue], dict[str, FactValue]]


@st.composite
def partial_cases(draw: st.DrawFn, names: Sequence[str] = tuple(FACTS)) -> Cases:
    """A part of a case, and the case with all these facts known."""
    full = draw(st.fixed_dictionaries({name: values(FACTS[name]).map(FactValue) for name in names}))
    kept = draw(st.sets(st.sampled_from(sorted(full))))
    return {name: full[name] for name in kept}, full


@st.composite
def expressions(draw: st.DrawFn, depth: int = 3) -> str:
    """Expressions of and, or, not and choice over the atoms."""
    if depth == 0:
        return draw(st.sampled_from(ATOMS))
    part = expressions(depth - 1)
    shape = draw(st.sampled_from(["{0}", "!({0})", "({0}) && ({1})", "({0}) || ({1})", "({0}) ? ({1}) : ({2})"]))
    return shape.format(draw(part), draw(part), draw(part))


def with_rule(applies: str, holds: str) -> Rulebook:
    """A rulebook of one rule, with nothing presumed."""
    return load_rulebook(
        f"""
title: {{sv: x, en: x}}
why: {{sv: x, en: x}}
in_force_from: 2026-01-01
definitions:
  weighed_countries: {{title: {{sv: x, en: x}}, of: countries, values: [CN, RU]}}
  gambling: {{title: {{sv: x, en: x}}, of: sectors, values: ["SNI2007:92"]}}
  ownership_threshold: {{title: {{sv: x, en: x}}, value: 0.25}}
rules:
  - id: only
    clause: P0
    title: {{sv: x, en: x}}
    why: {{sv: x, en: x}}
    effect: weigh
    applies_when: '{applies}'
    holds_when: '{holds}'
""",
        "made",
    )


@settings(max_examples=10, deadline=None)
@given(partial_cases())
def test_more_facts_never_make_a_settled_rule_unknown(cases: Cases) -> None:
    """A presumption that is contradicted is a changed fact, not an added one, so those facts are the same in both."""
    part, full = cases
    presumed = {each.fact for each in DEFAULT.presumptions}
    part = {**part, **{name: full[name] for name in presumed}}

    pairs = zip(DEFAULT.rules, outcomes(DEFAULT, part), outcomes(DEFAULT, full), strict=True)

    for rule, before, after in pairs:
        if before in {Outcome.HOLDS, Outcome.FAILS, Outcome.NOT_APPLICABLE}:
            assert after is before, rule.id


@settings(max_examples=10, deadline=None)
@given(expressions(), expressions(), partial_cases(NAMED))
def test_more_facts_never_unsettle_any_rule_whatever_it_says(applies: str, holds: str, cases: Cases) -> None:
    book = with_rule(applies, holds)
    part, full = cases

    (before,), (after,) = outcomes(book, part), outcomes(book, full)

    assert after is not Outcome.UNKNOWN
    assert before in {after, Outcome.UNKNOWN}


@settings(max_examples=10, deadline=None)
@given(expressions(), expressions(), partial_cases(NAMED))
def test_the_missing_facts_are_missing_and_enough(applies: str, holds: str, cases: Cases) -> None:
    """Answering what is asked, again and again, settles the rule; nothing known is ever asked for."""
    book = with_rule(applies, holds)
    known, full = cases
    (found,) = evaluate(book, known)
    while found.outcome is Outcome.UNKNOWN:
        assert found.missing
        assert not set(found.missing) & known.keys()
        known = {**known, **{name: full[name] for name in found.missing}}
        (found,) = evaluate(book, known)

    assert found.missing == ()
    assert (found.outcome,) == outcomes(book, full)


@settings(max_examples=10, deadline=None)
@given(partial_cases())
def test_the_questions_of_the_default_rulebook_are_sufficient(
    cases: Cases,
) -> None:
    part, full = cases
    computed = {name: full[name] for name, fact in FACTS.items() if fact.origin is Origin.COMPUTED}
    known = {**part, **computed}
    for _ in range(5):
        known |= {question.fact: full[question.fact] for question in open_questions(evaluate(DEFAULT, known))}

    assert Outcome.UNKNOWN not in outcomes(DEFAULT, known)


@pytest.mark.slow
@settings(max_examples=10, deadline=None)
@given(partial_cases(), st.randoms(use_true_random=False))
def test_the_order_of_rules_does_not_matter(cases: Cases, chance: random.Random) -> None:
    book = yaml.safe_load(default_rulebook())
    chance.shuffle(book["rules"])
    shuffled = load_rulebook(yaml.safe_dump(book, allow_unicode=True), "default")

    def said(rulebook: Rulebook) -> dict[str, tuple[Outcome, str]]:
        return {each.rule: (each.outcome, each.sentence_sv) for each in evaluate(rulebook, cases[0])}

    assert said(shuffled) == said(DEFAULT)
    assert open_questions(evaluate(shuffled, cases[0])) == open_questions(evaluate(DEFAULT, cases[0]))


@settings(max_examples=10, deadline=None)
@given(st.lists(partial_cases(), min_size=1, max_size=4))
def test_a_judge_that_remembers_says_what_a_fresh_look_says(
    cases: list[Cases],
) -> None:
    judge = Judge(DEFAULT)

    for facts in [each for pair in cases for each in pair]:
        assert judge.outcomes(facts) == tuple(each.outcome for each in evaluate(DEFAULT, facts))
