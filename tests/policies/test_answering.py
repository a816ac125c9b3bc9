"""What people make of findings."""

import pytest

from klartecken.core.journey import Effect
from klartecken.people.models import Person
from klartecken.policies import actions, queries
from klartecken.policies.errors import NoSuchFinding, NothingToSetAside, NotYoursToSettle, SayWhy
from klartecken.policies.models import FindingAnswer
from klartecken.policies.views import FindingView
from tests.policies.conftest import CASE, NOW, facts

pytestmark = pytest.mark.usefixtures("version")
GAMBLING = ["SNI2007:92.000"]


def finding(rule: str) -> FindingView:
    return next(each for each in queries.findings(CASE) if each.rule == rule)


def test_what_the_ceo_sets_aside_no_longer_stands_and_is_named_so(ceo: Person) -> None:
    actions.evaluate(CASE, facts(client_sectors=GAMBLING), now=NOW)
    assert queries.effects_standing(CASE) == {Effect.AGAINST}

    actions.answer_finding(CASE, "gambling", verdict="set_aside", reasons="Bara folkbildning.", by=ceo, now=NOW)

    assert queries.effects_standing(CASE) == set()
    assert (finding("gambling").tag, finding("gambling").kind) == ("Åsidosatt", "plain")


def test_an_answer_stands_only_while_its_facts_do(ceo: Person) -> None:
    actions.evaluate(CASE, facts(client_sectors=GAMBLING), now=NOW)
    answer = actions.answer_finding(CASE, "gambling", verdict="set_aside", reasons="Skäl.", by=ceo, now=NOW)

    actions.evaluate(CASE, facts(client_sectors=GAMBLING, lobbying="yes"), now=NOW)
    assert finding("gambling").answer == answer

    actions.evaluate(CASE, facts(client_sectors=[*GAMBLING, "SNI2007:12.000"]), now=NOW)
    assert (finding("gambling").answer, finding("gambling").lapsed) == (None, answer)
    assert queries.effects_standing(CASE) == {Effect.AGAINST}


@pytest.mark.parametrize("verdict", ["set_aside", "met"])
def test_a_consultant_settles_nothing_that_is_the_ceos(consultant: Person, verdict: str) -> None:
    actions.evaluate(CASE, facts(client_sectors=GAMBLING), now=NOW)

    with pytest.raises(NotYoursToSettle):
        actions.answer_finding(CASE, "gambling", verdict=verdict, reasons="Skäl.", by=consultant, now=NOW)

    assert FindingAnswer.objects.count() == 0


def test_a_consultant_can_say_that_a_condition_is_met_and_anybody_that_something_is_not(consultant: Person) -> None:
    actions.evaluate(CASE, facts(lobbying="yes", intermediary=True, client_sectors=GAMBLING), now=NOW)

    actions.answer_finding(CASE, "principal-named", verdict="met", reasons="Står i avtalet.", by=consultant, now=NOW)
    actions.answer_finding(CASE, "gambling", verdict="not_met", reasons="Det är spel.", by=consultant, now=NOW)

    assert queries.open_conditions(CASE, "before_quote") == []
    assert finding("gambling").stands


@pytest.mark.parametrize("changed", [{"sanctions_confirmed": ["eu"]}, {"open_hits": 1}])
def test_neither_the_law_nor_a_condition_can_be_set_aside(ceo: Person, changed: dict[str, object]) -> None:
    actions.evaluate(CASE, facts(**changed), now=NOW)
    rule = next(each.rule for each in queries.findings(CASE) if each.stands)

    with pytest.raises(NothingToSetAside):
        actions.answer_finding(CASE, rule, verdict="set_aside", reasons="Skäl.", by=ceo, now=NOW)


def test_the_laws_own_exception_is_recorded_by_the_ceo_with_what_it_rests_on(ceo: Person, consultant: Person) -> None:
    actions.evaluate(CASE, facts(sanctions_confirmed=["eu"]), now=NOW)
    words = "Tillstånd nr 14 från behörig myndighet, 2026-08-01 till 2026-12-31; advokatens utlåtande finns i akten."

    with pytest.raises(NotYoursToSettle):
        actions.answer_finding(CASE, "sanctions", verdict="met", reasons=words, by=consultant, now=NOW)
    actions.answer_finding(CASE, "sanctions", verdict="met", reasons=words, by=ceo, now=NOW)

    assert not finding("sanctions").stands


def test_an_answer_needs_reasons_and_a_finding(ceo: Person) -> None:
    actions.evaluate(CASE, facts(client_sectors=GAMBLING), now=NOW)

    with pytest.raises(SayWhy):
        actions.answer_finding(CASE, "gambling", verdict="set_aside", reasons="  ", by=ceo, now=NOW)
    with pytest.raises(NoSuchFinding):
        actions.answer_finding(CASE, "no-such-rule", verdict="met", reasons="Skäl.", by=ceo, now=NOW)


def test_a_changed_mind_keeps_the_former_answer_as_history(ceo: Person) -> None:
    actions.evaluate(CASE, facts(client_sectors=GAMBLING), now=NOW)
    actions.answer_finding(CASE, "gambling", verdict="set_aside", reasons="Först.", by=ceo, now=NOW)
    actions.answer_finding(CASE, "gambling", verdict="not_met", reasons="Sedan.", by=ceo, now=NOW)

    assert [(each.verdict, each.superseded_at is None) for each in FindingAnswer.objects.order_by("-verdict")] == [
        ("set_aside", False),
        ("not_met", True),
    ]
    assert queries.effects_standing(CASE) == {Effect.AGAINST}
