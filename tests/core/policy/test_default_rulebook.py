"""The default rulebook, rule by rule: when it holds, when it fails, and what it asks when it cannot tell."""

from dataclasses import dataclass, field

import pytest

from klartecken.core.journey.states import Effect
from klartecken.core.policy import (
    FactValue,
    Outcome,
    Plain,
    check_rulebook,
    default_rulebook,
    evaluate,
    open_conditions,
    open_questions,
)
from tests.core.policy.cases import BAKERY, DEFAULT, finding, stated

Facts = dict[str, Plain | None]


@dataclass(frozen=True)
class Row:
    """One rule with facts that make it hold, fail and be unknown, and what it then asks."""

    rule: str
    effect: Effect
    fails: Facts
    holds: Facts = field(default_factory=dict)
    unknown: Facts = field(default_factory=dict)
    asks: tuple[str, ...] = ()
    if_not: Outcome = Outcome.FAILS


STEEL = ["SNI2007:24.100"]
LOBBYING: Facts = {"lobbying": "yes", "intermediary": False, "political_advertising": False}

ROWS = [
    Row("sanctions", Effect.HARD_STOP, {"sanctions_confirmed": ["eu"]}, {}, {"sanctions_confirmed": None}),
    Row("sanctions", Effect.HARD_STOP, {"sanctions_confirmed": ["ofac", "un"]}, {"sanctions_confirmed": ["ofac"]}),
    Row("sanctions", Effect.HARD_STOP, {"sanctions_owned_or_controlled": True}),
    Row(
        "services-to-russia",
        Effect.HARD_STOP,
        {"client_country": "RU"},
        {"controlled_from": ["RU"], "service_to_russian_government_or_entity": False},
        {"controlled_from": ["RU"]},
        ("service_to_russian_government_or_entity",),
    ),
    Row(
        "services-to-russia",
        Effect.HARD_STOP,
        {"service_to_russian_government_or_entity": True},
        {},
        {"client_country": None},
        ("client_country",),
    ),
    Row(
        "services-to-belarus",
        Effect.HARD_STOP,
        {"client_country": "BY", "service_to_belarus_government_or_entity": True},
        {"client_country": "BY", "service_to_belarus_government_or_entity": False},
        {"client_country": "BY"},
        ("service_to_belarus_government_or_entity",),
    ),
    Row(
        "gambling",
        Effect.AGAINST,
        {"client_sectors": ["SNI2007:10.710", "SNI2007:92.000"]},
        {"client_sectors": ["SNI2007:93.290"]},
        {"client_sectors": None},
        ("client_sectors",),
    ),
    Row("gambling", Effect.AGAINST, {"client_sectors": ["NACE2:92.00"]}, {"client_sectors": ["SNI2025:93.290"]}),
    Row("gambling", Effect.AGAINST, {"client_sectors": ["NACE2.1:92.00"]}),
    Row("alcohol", Effect.AGAINST, {"client_sectors": ["SNI2007:11.050"]}, {"client_sectors": ["SNI2007:11.070"]}),
    Row("alcohol", Effect.AGAINST, {"client_sectors": ["SNI2007:46.340"]}),
    Row("tobacco", Effect.AGAINST, {"client_sectors": ["SNI2007:12.000"]}, {"client_sectors": ["SNI2007:01.130"]}),
    Row(
        "environmental-responsibility",
        Effect.AGAINST,
        {"client_sectors": STEEL, "environment_evidence": "none"},
        {"client_sectors": STEEL, "environment_evidence": "active"},
        {"client_sectors": STEEL},
        ("environment_evidence",),
    ),
    Row(
        "ownership",
        Effect.WEIGH,
        {"ownership_by_country": {"CN": 0.25, "SE": 0.75}},
        {"ownership_by_country": {"CN": 0.24, "SE": 0.76}},
        {"client_country": None},
        ("client_country",),
    ),
    Row("ownership", Effect.WEIGH, {"ownership_by_country": {"CN": 0.15, "RU": 0.1}}),
    Row("ownership", Effect.WEIGH, {"controlled_from": ["SE", "CN"]}, {"controlled_from": ["SE", "US"]}),
    Row("ownership", Effect.WEIGH, {"client_country": "CN"}),
    Row(
        "ownership-remainder",
        Effect.WEIGH,
        {"ownership_by_country": {"RU": 0.1}, "ownership_unknown_share": 0.9, "ownership_remainder_examined": False},
        {"ownership_by_country": {"RU": 0.1}, "ownership_unknown_share": 0.9, "ownership_remainder_examined": True},
        {"ownership_by_country": {"RU": 0.1}, "ownership_unknown_share": 0.9},
        ("ownership_remainder_examined",),
    ),
    Row(
        "ownership-unknown",
        Effect.MENTION,
        {"beneficial_owner_is_person": False, "ownership_unknown_share": 1.0},
        {"beneficial_owner_is_person": False, "ownership_unknown_share": 0.1},
    ),
    Row("state-control", Effect.MENTION, {"state_controlled": True, "controlled_from": ["SE"]}),
    Row("other-lists", Effect.WEIGH, {"other_list_hits": ["ofac"]}),
    Row("hits-settled", Effect.REQUIRE, {"open_hits": 2}),
    Row(
        "conflict-consultation",
        Effect.CONSULT,
        {"conflict_kinds": ["competing"], "consultations_missing": 1},
        {"conflict_kinds": ["competing"]},
    ),
    Row("conflict-consultation", Effect.CONSULT, {"conflict_kinds": ["opposing"], "consultations_expired": 1}),
    Row("conflict-exception", Effect.WEIGH, {"conflict_kinds": ["adverse"]}),
    Row(
        "openness-told",
        Effect.REQUIRE,
        {**LOBBYING, "openness_told": False},
        {**LOBBYING, "openness_told": True},
        {"lobbying": "unsure"},
        ("lobbying",),
        Outcome.OPEN,
    ),
    Row(
        "openness-accepted",
        Effect.REQUIRE,
        dict(LOBBYING),
        {**LOBBYING, "openness_accepted": True},
        {"lobbying": None},
        ("lobbying",),
        Outcome.OPEN,
    ),
    Row(
        "principal-named",
        Effect.REQUIRE,
        {**LOBBYING, "intermediary": True},
        {**LOBBYING, "intermediary": True, "principal_named": True},
        {**LOBBYING, "intermediary": None},
        ("intermediary",),
        Outcome.OPEN,
    ),
    Row("no-hidden-client", Effect.AGAINST, {**LOBBYING, "hidden_client": True}, dict(LOBBYING)),
    Row("honest-senders", Effect.AGAINST, {"anonymous_or_hidden_sender": True}),
    Row(
        "political-advertising",
        Effect.REQUIRE,
        {**LOBBYING, "political_advertising": True},
        {**LOBBYING, "political_advertising": True, "political_advertising_marked": True},
        {**LOBBYING, "political_advertising": None},
        ("political_advertising",),
        Outcome.OPEN,
    ),
    Row("no-election-campaign", Effect.AGAINST, {"party_work": "election_campaign"}, {"party_work": "course_or_talk"}),
    Row("no-standing-party-work", Effect.AGAINST, {"party_work": "standing_one_party"}, {"party_work": "single_issue"}),
]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.rule)
def test_a_rule_fails_on_what_it_is_there_for(row: Row) -> None:
    found = finding(row.rule, **row.fails)

    assert (found.outcome, found.effect) == (row.if_not, row.effect)
    assert found.sentence_sv
    assert found.sentence_en
    assert "okänt" not in found.sentence_sv
    assert found.changed_by.sv


@pytest.mark.parametrize("row", [row for row in ROWS if row.rule != "state-control"], ids=lambda row: row.rule)
def test_a_rule_holds_where_nothing_is_wrong(row: Row) -> None:
    assert finding(row.rule, **row.holds).outcome in {Outcome.HOLDS, Outcome.NOT_APPLICABLE}


@pytest.mark.parametrize("row", [row for row in ROWS if row.unknown], ids=lambda row: row.rule)
def test_a_rule_that_cannot_tell_asks_for_what_would_settle_it(row: Row) -> None:
    found = finding(row.rule, **row.unknown)

    assert found.outcome is Outcome.UNKNOWN
    assert tuple(question.fact for question in found.questions) == row.asks


def test_every_rule_of_the_default_rulebook_has_a_row() -> None:
    settled_elsewhere = {"lobbying-settled", "other-unlikely-sectors"}  # below, and an empty list

    assert {rule.id for rule in DEFAULT.rules} - settled_elsewhere == {row.rule for row in ROWS}


def test_the_default_rulebook_has_no_problems() -> None:
    assert check_rulebook(default_rulebook()) == ()


def test_a_bakery_owned_by_a_person_is_asked_nothing_and_told_nothing() -> None:
    findings = evaluate(DEFAULT, stated())

    assert len(findings) == len(DEFAULT.rules)
    assert {each.outcome for each in findings} == {Outcome.HOLDS, Outcome.NOT_APPLICABLE}
    assert open_questions(findings) == []
    assert open_conditions(findings) == []


def test_a_bakery_whose_owners_no_register_knows_is_not_blocked() -> None:
    findings = evaluate(DEFAULT, stated(beneficial_owner_is_person=False, ownership_unknown_share=1.0))

    assert [(each.rule, each.effect) for each in findings if each.outcome is Outcome.FAILS] == [
        ("ownership-unknown", Effect.MENTION)
    ]
    assert not any(each.blocks_clearance for each in findings)


def test_lobbying_brings_the_openness_requirement_in_the_order_it_falls_due() -> None:
    findings = evaluate(DEFAULT, stated(**LOBBYING))

    assert [(each.rule, each.due) for each in open_conditions(findings)] == [
        ("openness-told", "before_quote"),
        ("openness-accepted", "before_start"),
    ]
    assert not any(each.blocks_clearance for each in findings)


def test_whether_it_is_lobbying_must_be_settled_before_clearance_and_nothing_else_is_asked_until_then() -> None:
    findings = evaluate(DEFAULT, stated(lobbying="unsure"))

    assert [question.fact for question in open_questions(findings)] == ["lobbying"]
    assert [each.rule for each in findings if each.rule == "lobbying-settled" and each.blocks_clearance] == [
        "lobbying-settled"
    ]


def test_settling_that_it_is_lobbying_brings_the_next_questions() -> None:
    findings = evaluate(DEFAULT, stated(lobbying="yes"))

    assert [question.fact for question in open_questions(findings)] == ["intermediary", "political_advertising"]


def test_a_swedish_car_maker_with_a_chinese_majority_is_weighed_and_told_with_its_shares() -> None:
    found = finding(
        "ownership",
        client_sectors=["SNI2007:29.102"],
        ownership_by_country={"SE": 0.1, "CN": 0.787},
        ownership_unknown_share=0.113,
        controlled_from=["SE", "HK", "CN"],
    )

    assert (found.outcome, found.effect) == (Outcome.FAILS, Effect.WEIGH)
    assert found.sentence_sv == (
        "Uppdragsgivaren är etablerad i Sverige; ägande per land: Kina 78,7 % och Sverige 10 %; "
        "kontroll från: Sverige, Hongkong och Kina; okänd del: 11,3 %. Vd väger det."
    )
    assert not found.blocks_clearance
    assert found.needs_a_person


def test_a_finding_tells_its_facts_with_their_sources_and_what_was_presumed() -> None:
    facts = {**stated(), "client_country": FactValue("RU", "GLEIF 2026-11-01")}

    found = next(each for each in evaluate(DEFAULT, facts) if each.rule == "services-to-russia")

    assert [(each.name, each.value, each.source, each.presumed) for each in found.facts] == [
        ("client_country", "RU", "GLEIF 2026-11-01", False)
    ]
    honest = finding("honest-senders")
    assert [(each.name, each.value, each.source, each.presumed) for each in honest.facts] == [
        ("anonymous_or_hidden_sender", False, "presumed", True)
    ]


def test_an_answer_that_cannot_be_had_is_asked_no_more_and_left_to_a_person() -> None:
    facts = stated(client_sectors=STEEL)
    before = next(each for each in evaluate(DEFAULT, facts) if each.rule == "environmental-responsibility")
    assert before.blocks_clearance

    reason = {"environment_evidence": "Bolaget är nystartat och har ingen redovisning."}
    after = next(each for each in evaluate(DEFAULT, facts, reason) if each.rule == "environmental-responsibility")

    assert after.outcome is Outcome.UNKNOWN
    assert after.questions == ()
    assert [(each.fact, each.reason) for each in after.not_obtainable] == list(reason.items())
    assert after.needs_a_person
    assert not after.blocks_clearance
    assert "Bolaget är nystartat" in after.sentence_sv


def test_a_screening_that_has_not_run_is_awaited_and_asked_of_nobody() -> None:
    found = finding("sanctions", sanctions_confirmed=None)

    assert found.awaiting == ("sanctions_confirmed",)
    assert found.questions == ()
    assert found.blocks_clearance
    assert found.sentence_sv == "EU:s och FN:s sanktionslistor: kontrollen är inte klar."


def test_the_weightiest_question_comes_first() -> None:
    findings = evaluate(DEFAULT, stated(client_country=None, client_sectors=None, lobbying="unsure"))

    assert [question.fact for question in open_questions(findings)] == ["client_country", "client_sectors", "lobbying"]


def test_no_fact_of_the_schema_asks_about_a_persons_origin_or_party_membership() -> None:
    asked = " ".join(fact.question.en + fact.label.en for fact in DEFAULT.facts.values()).lower()

    assert "country of establishment" in asked
    assert not any(word in asked for word in ("citizen", "nationality", "born", "ethnic", "member of a party"))


def test_the_bakery_names_every_computed_fact() -> None:
    computed = {name for name, fact in DEFAULT.facts.items() if fact.origin == "computed"}

    assert computed <= BAKERY.keys()


@pytest.mark.parametrize(
    ("rule", "changes", "sentence"),
    [
        (
            "sanctions",
            {"sanctions_confirmed": ["eu", "un"]},
            "Bekräftad träff på sanktionslistor: EU och FN. Ägs eller kontrolleras av listade: nej. "
            "Lagen stoppar uppdraget.",
        ),
        (
            "alcohol",
            {"client_sectors": ["SNI2007:11.050"]},
            "Branschen räknas som alkohol: framställning av öl (SNI2007:11.050).",
        ),
        ("other-lists", {"other_list_hits": ["ofac"]}, "Bekräftad träff på andra länders listor: USA (OFAC)."),
        ("conflict-exception", {"conflict_kinds": ["adverse"]}, "Bekräftad konflikt: motpart. Vd beslutar om avsteg."),
        (
            "state-control",
            {"state_controlled": True, "controlled_from": ["SE"]},
            "En stat kontrollerar uppdragsgivaren (kontroll från: Sverige).",
        ),
    ],
)
def test_a_finding_is_told_in_words_and_not_in_codes(rule: str, changes: Facts, sentence: str) -> None:
    assert finding(rule, **changes).sentence_sv == sentence
