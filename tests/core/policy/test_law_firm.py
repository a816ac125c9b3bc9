"""A second firm's rulebook runs on the same program: nothing of the default rulebook is built in."""

from pathlib import Path

import pytest

from klartecken.core.policy import (
    Outcome,
    Plain,
    check_rulebook,
    evaluate,
    load_rulebook,
    open_conditions,
    open_questions,
)
from tests.core.policy.cases import DEFAULT, stated

TEXT = (Path(__file__).parents[3] / "docs" / "examples" / "law-firm.yaml").read_text(encoding="utf-8")
LAW_FIRM = load_rulebook(TEXT, "law-firm")


def said(**changes: Plain | None) -> dict[str, Outcome]:
    found = evaluate(LAW_FIRM, stated(**changes))
    return {each.rule: each.outcome for each in found if each.outcome not in {Outcome.HOLDS, Outcome.NOT_APPLICABLE}}


def test_the_law_firms_rulebook_has_no_problems() -> None:
    assert check_rulebook(TEXT) == ()


def test_a_law_firm_asks_its_own_questions_and_none_about_lobbying() -> None:
    facts = stated(lobbying=None, beneficial_owner_is_person=None)

    first = open_questions(evaluate(LAW_FIRM, facts))
    second = open_questions(evaluate(LAW_FIRM, {**facts, **stated(matter_kind="transaction")}))

    assert [question.fact for question in first] == ["matter_kind"]
    assert [question.fact for question in second] == ["politically_exposed"]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        pytest.param({"matter_kind": "dispute"}, {}, id="a-dispute-with-nothing-unusual"),
        pytest.param({"matter_kind": "defence"}, {"defence-told": Outcome.FAILS}, id="a-defence-is-told"),
        pytest.param(
            {"matter_kind": "dispute", "conflict_kinds": ["adverse"]},
            {"counterpart": Outcome.FAILS},
            id="a-counterpart",
        ),
        pytest.param(
            {"matter_kind": "dispute", "conflict_kinds": ["competing"], "consultations_missing": 2},
            {"consent": Outcome.FAILS},
            id="a-competitor-needs-consent",
        ),
        pytest.param(
            {"matter_kind": "advice", "politically_exposed": True, "ownership_unknown_share": 0.5},
            {"identity": Outcome.OPEN, "beneficial-owner": Outcome.OPEN, "exposed-person": Outcome.FAILS},
            id="advice-under-the-money-laundering-act",
        ),
        pytest.param(
            {"matter_kind": "transaction", "politically_exposed": False, "client_sectors": ["SNI2007:56.100"]},
            {"identity": Outcome.OPEN, "funds": Outcome.UNKNOWN},
            id="a-restaurant-deal",
        ),
        pytest.param(
            {"matter_kind": "dispute", "audit_client_of_network": True},
            {"independence": Outcome.OPEN},
            id="an-audit-client",
        ),
        pytest.param({"matter_kind": "dispute", "success_fee": True}, {"fee-by-outcome": Outcome.FAILS}, id="the-fee"),
        pytest.param(
            {"matter_kind": "dispute", "ownership_by_country": {"IR": 0.3}},
            {"high-risk-country": Outcome.FAILS},
            id="an-owner-in-a-high-risk-country",
        ),
        pytest.param(
            {"matter_kind": "dispute", "sanctions_confirmed": ["un"]},
            {"sanctions": Outcome.FAILS},
            id="a-listed-client",
        ),
    ],
)
def test_a_law_firm_is_told_what_its_own_rules_say(changes: dict[str, Plain], expected: dict[str, Outcome]) -> None:
    assert said(**changes) == expected


def test_a_law_firm_has_conditions_of_its_own() -> None:
    findings = evaluate(LAW_FIRM, stated(matter_kind="advice", politically_exposed=False))

    assert [(each.rule, each.due) for each in open_conditions(findings)] == [("identity", "before_start")]


def test_the_two_rulebooks_share_hardly_a_rule() -> None:
    assert {rule.id for rule in LAW_FIRM.rules} & {rule.id for rule in DEFAULT.rules} == {"sanctions", "hits-settled"}
