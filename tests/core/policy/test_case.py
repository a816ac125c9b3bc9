"""Facts are checked before they are judged, and what is presumed falls when it should."""

import pytest

from klartecken.core.policy import FactRefused, FactValue, Outcome, Plain, evaluate
from tests.core.policy.cases import DEFAULT, finding, stated


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("state_controlled", "yes"),
        ("state_controlled", 1),
        ("open_hits", 1.5),
        ("open_hits", True),
        ("open_hits", 1 << 80),
        ("ownership_unknown_share", "half"),
        ("ownership_unknown_share", float("nan")),
        ("client_country", ["SE"]),
        ("client_country", "x" * 100_000),
        ("client_sectors", "SNI2007:10.710"),
        ("client_sectors", ["x"] * 100_000),
        ("client_sectors", [1]),
        ("ownership_by_country", {"CN": "all"}),
        ("ownership_by_country", ["CN"]),
    ],
)
def test_a_fact_of_the_wrong_type_or_size_is_refused_by_name(name: str, value: Plain) -> None:
    with pytest.raises(FactRefused) as refused:
        evaluate(DEFAULT, {**stated(), name: FactValue(value)})

    assert refused.value.field == name
    assert f"”{DEFAULT.facts[name].label.sv}”" in refused.value.text


def test_a_fact_that_no_rule_knows_is_left_out() -> None:
    assert evaluate(DEFAULT, {**stated(), "weather": FactValue("rain")}) == evaluate(DEFAULT, stated())


def test_a_whole_number_does_where_a_decimal_is_expected() -> None:
    found = finding("ownership-unknown", ownership_unknown_share=1, beneficial_owner_is_person=False)

    assert found.sentence_sv == "Ägarna till 100 % är okända för oss."


def test_a_presumption_stands_until_somebody_says_otherwise() -> None:
    assert finding("no-election-campaign").outcome is Outcome.HOLDS
    assert finding("no-election-campaign", party_work="election_campaign").outcome is Outcome.FAILS


def test_a_presumption_falls_on_its_exception_and_then_the_fact_is_asked_for() -> None:
    assert finding("services-to-belarus").questions == ()

    asked = finding("services-to-belarus", ownership_by_country={"BY": 0.01}).questions

    assert [question.fact for question in asked] == ["service_to_belarus_government_or_entity"]


def test_where_it_is_not_known_whether_a_presumption_falls_that_is_asked_first() -> None:
    asked = finding("services-to-belarus", client_country=None).questions

    assert [question.fact for question in asked] == ["client_country"]


def test_not_settled_is_not_an_answer() -> None:
    unsure = finding("lobbying-settled", lobbying="unsure")

    assert unsure == finding("lobbying-settled", lobbying=None)
    assert unsure.outcome is Outcome.UNKNOWN
