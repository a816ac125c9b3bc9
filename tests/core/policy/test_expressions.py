"""Expressions: which facts they look at, what bounds them, and what the rules' own functions do."""

import pytest

from klartecken.core.journey.states import Effect
from klartecken.core.policy import FACTS, FactValue, Outcome, Rulebook, evaluate, load_rulebook
from klartecken.core.policy.expressions import compile_expression, environment_of
from klartecken.core.policy.functions import overlaps, share_of
from klartecken.core.policy.tree import Kind

ENVIRONMENT = environment_of(FACTS, {})


@pytest.mark.parametrize(
    ("expression", "names"),
    [
        ("hidden_client", {"hidden_client"}),
        ('lobbying == "yes" && !hidden_client', {"lobbying", "hidden_client"}),
        ("services.exists(each, each == client_country)", {"services", "client_country"}),
        (
            'services.all(each, services.exists(other, each != other)) || "CN" in controlled_from',
            {"services", "controlled_from"},
        ),
        ("share_of(ownership_by_country, controlled_from) > 0.5", {"ownership_by_country", "controlled_from"}),
        ("hidden_client ? intermediary : principal_named", {"hidden_client", "intermediary", "principal_named"}),
        ('services.filter(each, each != "x").size() > 1', {"services"}),
        ('{"a": client_country}.size() > 0 && [lobbying].size() == 1', {"client_country", "lobbying"}),
        ('services.exists_one(each, each == "x")', {"services"}),
        ('client_country.startsWith("S")', {"client_country"}),
        ("open_hits * 1000 + 300 > 123456789", {"open_hits"}),
        ("true", set()),
    ],
)
def test_the_facts_of_an_expression_are_those_it_names(expression: str, names: set[str]) -> None:
    assert compile_expression(expression, ENVIRONMENT, FACTS).names == names


@pytest.mark.parametrize(
    "expression",
    ['lobbying == "yes" && (hidden_client || open_hits > 2)', "hidden_client ? intermediary : open_hits == 0"],
)
def test_each_part_of_an_expression_can_be_evaluated_alone(expression: str) -> None:
    compiled = compile_expression(expression, ENVIRONMENT, FACTS)
    facts = {"lobbying": "yes", "hidden_client": False, "open_hits": 3, "intermediary": True}
    parts = [each for each in compiled.tree.root.walk() if each.kind is Kind.CALL]

    for part in parts:
        program = ENVIRONMENT.deserialize(compiled.tree.part(part))
        assert program.eval(data=facts).plain_value() in {True, False}
    whole = ENVIRONMENT.deserialize(compiled.tree.part(compiled.tree.root))
    assert whole.eval(data=facts).plain_value() == compiled.program.eval(data=facts).plain_value()


def test_shares_are_summed_over_those_listed_each_once() -> None:
    assert share_of({"CN": 0.25, "RU": 0.5, "SE": 0.25}, ["CN", "RU", "RU", "XX"]) == 0.75
    assert share_of({}, ["CN"]) == 0.0


def test_lists_overlap_when_they_share_an_entry() -> None:
    assert overlaps(["a", "b"], ["b", "c"])
    assert not overlaps(["a"], [])


def one_rule(holds: str) -> Rulebook:
    text = "{sv: x, en: x}"
    return load_rulebook(
        f"title: {text}\nwhy: {text}\nin_force_from: 2026-01-01\nrules:\n"
        f"  - {{id: only, clause: P0, title: {text}, why: {text}, effect: weigh, holds_when: '{holds}'}}\n",
        "made",
    )


def test_a_loop_beyond_its_bound_is_left_to_a_person_with_the_reason() -> None:
    book = one_rule("!services.exists(one, services.exists(other, one == other))")
    few, many = [str(n) for n in range(3)], [str(n) for n in range(500)]

    (settled,) = evaluate(book, {"services": FactValue(few)})
    assert settled.outcome is Outcome.FAILS
    slow = one_rule("services.all(one, services.all(other, one != other || one == other))")
    (bounded,) = evaluate(slow, {"services": FactValue(many)})

    assert bounded.outcome is Outcome.UNKNOWN
    assert "budget" in bounded.problem
    assert bounded.needs_a_person
    assert bounded.effect is Effect.WEIGH


def test_a_division_by_zero_is_unknown_and_tells_why() -> None:
    (found,) = evaluate(one_rule("10 / open_hits > 2"), {"open_hits": FactValue(0)})

    assert (found.outcome, found.missing) == (Outcome.UNKNOWN, ())
    assert "divide by zero" in found.problem
    assert found.sentence_en == "x: cannot be settled."


@pytest.mark.parametrize(
    ("facts", "missing"),
    [
        ({}, ("hidden_client", "intermediary", "principal_named")),
        ({"hidden_client": True}, ("principal_named",)),
        ({"hidden_client": False}, ("intermediary", "principal_named")),
        ({"principal_named": True}, ("hidden_client", "intermediary")),
    ],
)
def test_only_what_can_still_change_the_answer_is_missing(facts: dict[str, bool], missing: tuple[str, ...]) -> None:
    book = one_rule("(hidden_client || intermediary) && principal_named")

    (found,) = evaluate(book, {name: FactValue(value) for name, value in facts.items()})

    assert (found.outcome, found.missing) == (Outcome.UNKNOWN, missing)


def test_a_false_side_settles_an_and_without_the_other() -> None:
    book = one_rule("(hidden_client || intermediary) && principal_named")

    (found,) = evaluate(book, {"hidden_client": FactValue(value=False), "intermediary": FactValue(value=False)})

    assert (found.outcome, found.missing) == (Outcome.FAILS, ())
