"""What is kept when a case is judged, and what then stands against it."""

import pytest

from klartecken.core.journey import Effect
from klartecken.policies import actions, queries
from klartecken.policies.models import Evaluation, PolicyVersion
from tests.policies.conftest import CASE, NOW, facts

pytestmark = pytest.mark.usefixtures("version")


@pytest.mark.parametrize(
    ("changed", "effects"),
    [
        ({}, set()),
        ({"client_sectors": ["SNI2007:92.000"]}, {Effect.AGAINST}),
        ({"ownership_by_country": {"CN": 0.3, "SE": 0.7}}, {Effect.WEIGH}),
        ({"sanctions_confirmed": ["eu"]}, {Effect.HARD_STOP}),
        ({"other_list_hits": ["ofac"]}, {Effect.WEIGH}),
        ({"conflict_kinds": ["competing"], "consultations_missing": 1}, {Effect.CONSULT, Effect.WEIGH}),
        ({"party_work": "election_campaign"}, {Effect.AGAINST}),
        ({"state_controlled": True}, {Effect.MENTION}),
        ({"open_hits": 2}, {Effect.REQUIRE}),
    ],
)
def test_the_facts_decide_which_effects_stand(changed: dict[str, object], effects: set[Effect]) -> None:
    actions.evaluate(CASE, facts(**changed), now=NOW)

    assert queries.effects_standing(CASE) == effects


def test_a_new_judgement_takes_the_place_of_the_former(version: PolicyVersion) -> None:
    first = actions.evaluate(CASE, facts(party_work="election_campaign"), now=NOW)
    second = actions.evaluate(CASE, facts(), now=NOW)

    assert list(Evaluation.objects.filter(is_current=True)) == [second]
    assert Evaluation.objects.filter(is_current=False).get() == first
    assert second.version == version
    assert queries.effects_standing(CASE) == set()


def test_what_was_judged_on_is_kept_with_its_source() -> None:
    judged = actions.evaluate(CASE, facts(), not_obtainable={"one_off_kind": "De vet inte själva."}, now=NOW)

    stored = Evaluation.objects.get(pk=judged.pk)
    assert stored.facts["client_sectors"] == {"value": ["SNI2007:01.110"], "source": "provet"}
    assert stored.not_obtainable == {"one_off_kind": "De vet inte själva."}


def test_a_missing_fact_becomes_a_question_that_clearance_waits_for() -> None:
    actions.evaluate(CASE, facts(client_sectors=None), now=NOW)

    questions = queries.open_questions(CASE)
    assert [(each.fact, each.blocks) for each in questions] == [("client_sectors", True)]
    assert "bransch" in questions[0].text


def test_the_weightiest_question_comes_first() -> None:
    actions.evaluate(CASE, facts(client_country=None, client_sectors=None, lobbying=None), now=NOW)

    assert [each.fact for each in queries.open_questions(CASE)] == ["client_country", "client_sectors", "lobbying"]


def test_what_cannot_be_had_is_not_asked_for_again_and_a_person_judges_it() -> None:
    actions.evaluate(CASE, facts(client_sectors=None), not_obtainable={"client_sectors": "Bolaget är nytt."}, now=NOW)

    gambling = next(each for each in queries.findings(CASE) if each.rule == "gambling")
    assert queries.open_questions(CASE) == []
    assert (gambling.outcome, gambling.stands, gambling.not_obtainable) == (
        "unknown",
        True,
        [("bransch", "Bolaget är nytt.")],
    )


def test_conditions_wait_for_their_time_and_the_openness_requirement_has_the_gates_own_lines() -> None:
    lobbying = facts(lobbying="yes", intermediary=True, political_advertising=False)
    actions.evaluate(CASE, lobbying, now=NOW)

    rules = {each.rule for each in queries.findings(CASE) if each.outcome == "open"}
    assert rules == {"openness-told", "openness-accepted", "principal-named"}
    assert [each.rule for each in queries.open_conditions(CASE, "before_quote")] == ["principal-named"]
    assert queries.open_conditions(CASE, "before_start") == []


def test_a_case_nobody_has_judged_has_nothing_to_show() -> None:
    assert queries.findings(CASE) == []
    assert queries.effects_standing(CASE) == set()
    assert queries.evaluation(CASE) is None


def test_cases_are_found_by_the_rules_that_fail_there() -> None:
    actions.evaluate(CASE, facts(client_sectors=["SNI2007:92.000"]), now=NOW)

    assert queries.cases_with_rules(["gambling"]) == {CASE}
    assert queries.cases_with_rules(["tobacco"]) == set()
