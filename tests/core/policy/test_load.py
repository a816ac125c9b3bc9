"""What is wrong with a rulebook is told by line and column, with what to write instead; never half-loaded."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from klartecken.core.policy import RulebookRefused, check_rulebook, default_rulebook, load_rulebook

SMALL = """\
title: {sv: Liten, en: Small}
why: {sv: Därför, en: Because}
in_force_from: 2026-01-01
definitions:
  near: {title: {sv: Nära, en: Near}, of: countries, values: [SE, "NO"]}
  much: {title: {sv: Mycket, en: Much}, value: 0.5}
rules:
  - id: first
    clause: P0
    title: {sv: Första, en: First}
    why: {sv: Så är det, en: So it is}
    effect: weigh
    holds_when: client_country in near
"""


def problems(text: str) -> list[tuple[int, int, str]]:
    return [(each.line, each.column, each.code) for each in check_rulebook(text)]


def changed(old: str, new: str) -> str:
    assert SMALL.count(old) == 1
    return SMALL.replace(old, new)


def test_a_small_rulebook_loads_whole() -> None:
    book = load_rulebook(SMALL, "small")

    assert [rule.id for rule in book.rules] == ["first"]
    assert book.definitions["near"].value == ("SE", "NO")
    assert book.definitions["much"].value == 0.5
    assert book.in_force_from.isoformat() == "2026-01-01"
    assert book.title.sv == "Liten"


def test_the_same_text_has_the_same_digest_and_another_text_another() -> None:
    assert load_rulebook(SMALL, "a").digest == load_rulebook(SMALL, "b").digest
    assert load_rulebook(SMALL + "\n", "a").digest != load_rulebook(SMALL, "a").digest


MISTAKES = [
    pytest.param(
        changed("    effect: weigh\n", "    effect: weigh\n    colour: red\n"),
        (13, 5, "unknown_field"),
        id="unknown-field",
    ),
    pytest.param(
        changed("    why: {sv: Så är det, en: So it is}\n", ""), (8, 5, "missing_field"), id="a-rule-without-why"
    ),
    pytest.param(
        changed("{sv: Så är det, en: So it is}", "{sv: Så är det}"), (11, 10, "missing_field"), id="no-english"
    ),
    pytest.param(
        changed("{sv: Så är det, en: So it is}", "so it is"), (11, 10, "wrong_type"), id="a-text-where-two-belong"
    ),
    pytest.param(changed("effect: weigh", "effect: ban"), (12, 13, "not_one_of"), id="an-effect-that-is-none"),
    pytest.param(
        changed("    effect: weigh", "    effect: weigh\n    due: before_quote"),
        (13, 10, "due_misplaced"),
        id="a-time-for-no-condition",
    ),
    pytest.param(changed("id: first", "id: First!"), (8, 9, "not_a_name"), id="an-id-with-capitals"),
    pytest.param(changed("in near", "in far"), (13, 35, "no_such_fact"), id="a-list-that-is-not-there"),
    pytest.param(changed("client_country in", "client_contry in"), (13, 17, "no_such_fact"), id="a-misspelt-fact"),
    pytest.param(changed("client_country in near", "client_country"), (13, 17, "not_yes_or_no"), id="not-a-yes-or-no"),
    pytest.param(
        changed("client_country in near", "client_country in near &&"), (13, 42, "expression"), id="half-an-expression"
    ),
    pytest.param(
        changed("client_country in near", "state_controlled && fee_estimate > 3"),
        (13, 50, "expression"),
        id="a-whole-number-for-a-decimal",
    ),
    pytest.param(
        changed("client_country in near", 'lobbying == "maybe"'), (13, 26, "not_a_choice"), id="an-answer-that-is-none"
    ),
    pytest.param(
        changed("client_country in near", 'lobbying in ["yes", "unsure"]'),
        (13, 26, "not_a_choice"),
        id="the-answer-that-means-not-settled",
    ),
    pytest.param(changed("client_country in near", "has(ownership_by_country.CN)"), (13, 20, "has"), id="has"),
    pytest.param(
        changed("client_country in near", 'ownership_by_country["CN"] < 0.5'), (13, 37, "indexing"), id="indexing"
    ),
    pytest.param(
        changed("client_country in near", 'client_country + "x" == "SEx"'), (13, 32, "joining"), id="joining-text"
    ),
    pytest.param(
        changed("client_country in near", "services.exists(a, services.exists(b, services.exists(c, a == c)))"),
        (13, 17, "too_deep"),
        id="loops-in-loops-in-loops",
    ),
    pytest.param(
        changed("client_country in near", "services.exists(lobbying, lobbying == 'x')"),
        (13, 32, "shadowed"),
        id="a-fact-used-as-a-loop-name",
    ),
    pytest.param(
        changed("in_force_from: 2026-01-01", "in_force_from: in spring"), (3, 16, "wrong_type"), id="not-a-date"
    ),
    pytest.param(
        changed("in_force_from: 2026-01-01", "in_force_from: 2026-01-01\nin_force_until: 2025-01-01"),
        (4, 17, "dates_backwards"),
        id="dates-backwards",
    ),
    pytest.param(changed("values: [SE,", "values: [Sverige,"), (5, 63, "not_a_country"), id="a-country-by-name"),
    pytest.param(changed("of: countries", "of: colours"), (5, 43, "not_one_of"), id="a-list-of-nothing-known"),
    pytest.param(changed("value: 0.5", "value: half"), (6, 48, "wrong_type"), id="a-threshold-in-words"),
    pytest.param(changed("  much:", "  lobbying:"), (6, 13, "name_taken"), id="a-list-named-like-a-fact"),
    pytest.param(changed("  much:", "  covers:"), (6, 11, "name_taken"), id="a-list-named-like-a-function"),
    pytest.param(
        changed("So it is", "'So {client_contry} is'"), (11, 10, "no_such_fact"), id="a-text-that-names-no-fact"
    ),
    pytest.param(
        changed("So it is", "'So {client_country:>99999999999} is'"),
        (11, 10, "no_such_fact"),
        id="a-text-padded-beyond-measure",
    ),
    pytest.param(
        changed("    effect: weigh", "    policy: openness\n    effect: weigh"),
        (12, 13, "no_such_policy"),
        id="a-linked-policy-that-is-not-there",
    ),
    pytest.param(SMALL + SMALL[SMALL.index("  - id") :], (14, 9, "twice"), id="the-same-id-twice"),
    pytest.param(
        changed("title: {sv: Liten, en: Small}", "title: {sv: Liten, en: Small}\ntitle: {sv: A, en: B}"),
        (2, 1, "twice"),
        id="a-field-twice",
    ),
    pytest.param(
        SMALL + "presume:\n  - {fact: hidden_client, value: perhaps, why: {sv: a, en: b}}\n",
        (15, 34, "not_one_of"),
        id="a-presumption-of-the-wrong-type",
    ),
    pytest.param(
        SMALL + "presume:\n  - {fact: no_fact, value: true, why: {sv: a, en: b}}\n",
        (15, 12, "no_such_fact"),
        id="a-presumption-about-nothing",
    ),
    pytest.param(
        SMALL + "facts:\n  lobbying: {answer: text, label: {sv: a, en: b}, question: {sv: a, en: b}}\n",
        (15, 13, "name_taken"),
        id="a-published-fact-redefined",
    ),
    pytest.param(
        SMALL + "facts:\n  mine: {answer: choice, label: {sv: a, en: b}, question: {sv: a, en: b}}\n",
        (15, 9, "missing_field"),
        id="a-choice-without-choices",
    ),
    pytest.param("- a\n- b\n", (1, 1, "wrong_type"), id="a-list-at-the-top"),
    pytest.param("", (1, 1, "wrong_type"), id="nothing-at-all"),
    pytest.param("title: {sv: a", (1, 14, "not_yaml"), id="an-open-bracket"),
    pytest.param("title: &t {sv: a, en: b}\nwhy: *t\n", (2, 6, "alias"), id="references"),
    pytest.param("a: \x00", (1, 1, "not_yaml"), id="control-characters"),
    pytest.param("[" * 100_000, (1, 21, "too_nested"), id="brackets-without-end"),
    pytest.param("x" * 400_000, (1, 1, "too_large"), id="too-large"),
]


@pytest.mark.parametrize(("text", "expected"), MISTAKES)
def test_a_mistake_is_told_where_it_stands(text: str, expected: tuple[int, int, str]) -> None:
    assert expected in problems(text)


@pytest.mark.parametrize(("text", "expected"), MISTAKES)
def test_a_mistake_says_what_to_write_instead_in_both_languages(text: str, expected: tuple[int, int, str]) -> None:
    for each in check_rulebook(text):
        assert each.sv
        assert each.en
        assert each.instead_sv
        assert each.instead_en
        assert "{" not in each.instead_sv + each.instead_en


def test_all_mistakes_are_told_at_once_and_in_order() -> None:
    text = changed("effect: weigh", "effect: ban").replace("in near", "in far").replace("value: 0.5", "value: half")

    assert problems(text) == [(6, 48, "wrong_type"), (12, 13, "not_one_of"), (13, 35, "no_such_fact")]


def test_a_refused_rulebook_names_the_file_in_both_languages() -> None:
    with pytest.raises(RulebookRefused) as refused:
        load_rulebook(changed("effect: weigh", "effect: ban"), "min.yaml")

    assert str(refused.value) == (
        "min.yaml, rad 12, kolumn 13: ”ban” är inget giltigt värde för effect. "
        "Skriv något av: hard_stop, against, weigh, consult, require, mention."
    )
    assert refused.value.in_english().startswith("min.yaml, line 12, column 13: “ban” is not a valid value")


def test_a_misspelt_fact_is_answered_with_the_likely_one() -> None:
    (found,) = check_rulebook(changed("client_country in", "client_contry in"))

    assert found.instead_en.startswith("Did you mean client_country?")


@pytest.mark.parametrize(
    ("written", "place"),
    [
        pytest.param("    holds_when: |\n      state_controlled\n      && nosuch\n", (15, 10), id="literal-block"),
        pytest.param('    holds_when: "state_controlled && nosuch"\n', (13, 38), id="quoted"),
        pytest.param("    holds_when: state_controlled && nosuch\n", (13, 37), id="plain"),
        pytest.param(
            "    holds_when: >-\n      state_controlled\n      && nosuch\n", (13, 17), id="folded-at-its-start"
        ),
    ],
)
def test_a_mistake_inside_an_expression_is_placed_in_the_file(written: str, place: tuple[int, int]) -> None:
    assert problems(changed("    holds_when: client_country in near\n", written)) == [(*place, "no_such_fact")]


def test_an_expression_of_a_hundred_thousand_characters_is_refused() -> None:
    text = changed("client_country in near", '|\n      "' + "x" * 100_000 + '" == client_country')

    assert problems(text) == [(14, 7, "too_long")]


def test_an_unlabelled_norway_is_a_country_and_not_a_no() -> None:
    assert load_rulebook(changed('"NO"', "NO"), "x").definitions["near"].value == ("SE", "NO")


@settings(max_examples=30, deadline=None)
@given(st.text(max_size=200))
def test_any_text_either_loads_or_is_refused_with_a_place(text: str) -> None:
    for each in check_rulebook(text):
        assert each.line >= 1
        assert each.column >= 1


@pytest.mark.slow
@settings(max_examples=30, deadline=None)
@given(st.data())
def test_a_default_rulebook_with_a_piece_cut_out_never_breaks_the_loader(data: st.DataObject) -> None:
    text = default_rulebook()
    start = data.draw(st.integers(0, len(text)))
    check_rulebook(text[:start] + text[start + data.draw(st.integers(1, 200)) :])


REFUSED_PRESUMPTIONS = [
    pytest.param("{fact: client_country, value: SE, why: {sv: a, en: b}}", (), id="a-text"),
    pytest.param("{fact: services, value: [a, b], why: {sv: a, en: b}}", (), id="a-list"),
    pytest.param("{fact: ownership_by_country, value: {SE: 0.5}, why: {sv: a, en: b}}", (), id="shares"),
    pytest.param("{fact: open_hits, value: 2, why: {sv: a, en: b}}", (), id="a-number"),
    pytest.param("{fact: lobbying, value: maybe, why: {sv: a, en: b}}", ("not_one_of",), id="no-such-answer"),
    pytest.param("{fact: open_hits, value: many, why: {sv: a, en: b}}", ("wrong_type",), id="no-number"),
    pytest.param(
        "{fact: hidden_client, value: true, unless: nosuch, why: {sv: a, en: b}}", ("no_such_fact",), id="bad-unless"
    ),
]


@pytest.mark.parametrize(("presumption", "codes"), REFUSED_PRESUMPTIONS)
def test_a_presumption_is_of_its_facts_type(presumption: str, codes: tuple[str, ...]) -> None:
    found = check_rulebook(SMALL + f"presume:\n  - {presumption}\n")

    assert tuple(each.code for each in found) == codes


def test_the_same_presumption_or_principle_or_list_entry_twice_is_told() -> None:
    twice = "{fact: hidden_client, value: true, why: {sv: a, en: b}}"
    principle = "{id: same, clause: P0, title: {sv: a, en: b}, text: {sv: a, en: b}}"

    assert [each.code for each in check_rulebook(SMALL + f"presume: [{twice}, {twice}]\n")] == ["twice"]
    assert [each.code for each in check_rulebook(SMALL + f"principles: [{principle}, {principle}]\n")] == ["twice"]
    assert [each.code for each in check_rulebook(changed('[SE, "NO"]', "[SE, SE]"))] == ["twice"]


def test_a_list_of_sectors_takes_only_codes_with_their_version() -> None:
    text = changed('of: countries, values: [SE, "NO"]', 'of: sectors, values: ["92.000", "SNI2007:92"]')

    assert [each.code for each in check_rulebook(text)] == ["not_a_code"]


def test_a_list_without_its_kind_or_its_values_is_told() -> None:
    assert "missing_field" in [each.code for each in check_rulebook(changed("of: countries, ", ""))]
    assert "missing_field" in [each.code for each in check_rulebook(changed(', values: [SE, "NO"]', ""))]


def test_a_text_with_unbalanced_braces_and_a_question_about_nothing_are_told() -> None:
    braces = changed("{sv: Så är det, en: So it is}", '{sv: "Så {är", en: So it is}')
    question = changed("    effect: weigh", "    question: {nosuch: {sv: a, en: b}}\n    effect: weigh")

    assert [each.code for each in check_rulebook(braces)] == ["no_such_fact"]
    assert [each.code for each in check_rulebook(question)] == ["no_such_fact"]


def test_an_empty_text_and_a_mapping_where_a_word_belongs_are_told() -> None:
    assert [each.code for each in check_rulebook(changed("sv: Så är det", 'sv: ""'))] == ["missing_field"]
    assert [each.code for each in check_rulebook(changed("clause: P0", "clause: {a: b}"))] == ["wrong_type"]
    assert [each.code for each in check_rulebook(SMALL + "principles: nothing\n")] == ["wrong_type"]


def test_a_rule_is_found_by_its_id() -> None:
    book = load_rulebook(SMALL, "small")

    assert book.rule("first") is book.rules[0]
    with pytest.raises(KeyError):
        book.rule("second")
