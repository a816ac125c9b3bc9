"""Conflicts between two assignments: each kind found in its own way, told the same from both sides."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from klartecken.core.conflicts import (
    CaseIndex,
    CaseView,
    Conflict,
    ConflictKind,
    Evidence,
    IssueMap,
    Measures,
    Position,
    conflicts_between,
)

WIND = CaseView(
    id="a1",
    name="Vindkraft Norr AB",
    client_ids=frozenset({"wind"}),
    names=("Vindkraft Norr AB",),
    identifiers=frozenset({"SE-ORG:5560125790"}),
    sectors=frozenset({"SNI2007:35.110"}),
    geography=frozenset({"SE"}),
    services=frozenset({"advocacy"}),
)
REINDEER = CaseView(
    id="b2",
    name="Samebyarnas förbund",
    client_ids=frozenset({"reindeer"}),
    names=("Samebyarnas förbund",),
    sectors=frozenset({"SNI2007:94.120"}),
    geography=frozenset({"SE"}),
)
ISSUES = IssueMap(
    names={"permits": ("tillstånd för vindkraft", "wind power permits"), "energy": ("energipolitik", "energy policy")},
    part_of={"permits": "energy"},
    exclusive=frozenset({frozenset({"build at Storfjället", "protect Storfjället"})}),
)


def kinds(one: CaseView, other: CaseView) -> list[ConflictKind]:
    return [conflict.kind for conflict in conflicts_between(one, other, issues=ISSUES)]


def only(one: CaseView, other: CaseView) -> Conflict:
    found = conflicts_between(one, other, issues=ISSUES)
    assert len(found) == 1
    return found[0]


def test_two_assignments_with_nothing_in_common_do_not_conflict() -> None:
    assert conflicts_between(WIND, REINDEER) == []


def test_a_case_does_not_conflict_with_itself() -> None:
    assert conflicts_between(WIND, WIND) == []


def test_the_same_client_is_found_by_the_firms_own_id() -> None:
    found = only(WIND, replace(REINDEER, client_ids=frozenset({"wind"})))

    assert found == Conflict(
        ConflictKind.SAME,
        "a1",
        "b2",
        1.0,
        "Samma uppdragsgivare i båda uppdragen: Vindkraft Norr AB och Samebyarnas förbund.",
        "The same client in both assignments: Vindkraft Norr AB and Samebyarnas förbund.",
        (Evidence("party", "wind", "wind"),),
    )


def test_the_same_client_is_found_by_an_identifier_under_another_name() -> None:
    found = only(WIND, replace(REINDEER, identifiers=frozenset({"SE-ORG:5560125790"})))

    assert (found.kind, found.evidence) == (
        ConflictKind.SAME,
        (Evidence("identifier", "SE-ORG:5560125790", "SE-ORG:5560125790"),),
    )


def test_the_same_client_is_found_by_its_whole_name_whatever_its_legal_form() -> None:
    found = only(WIND, replace(REINDEER, names=("Något annat", "vindkraft norr Aktiebolag (publ)")))

    assert found.evidence == (Evidence("name", "Vindkraft Norr AB", "vindkraft norr Aktiebolag (publ)"),)


def test_two_companies_of_one_name_with_different_numbers_are_not_the_same() -> None:
    other = replace(REINDEER, names=WIND.names)
    assert kinds(WIND, other) == [ConflictKind.SAME]

    assert kinds(WIND, replace(other, identifiers=frozenset({"SE-ORG:5560360793"}))) == []


def test_a_person_with_a_companys_name_is_not_the_company() -> None:
    other = replace(REINDEER, names=WIND.names)
    assert kinds(WIND, other) == [ConflictKind.SAME]

    assert kinds(WIND, replace(other, is_person=True)) == []


def test_a_name_of_letters_matches_only_itself() -> None:
    letters = replace(REINDEER, names=("A-B-C Company",))

    assert kinds(WIND, letters) == []
    assert kinds(replace(WIND, names=("A B C Company AB",)), letters) == [ConflictKind.SAME]


def test_names_that_are_only_legal_form_are_compared_as_they_are() -> None:
    assert kinds(replace(WIND, names=("AB",)), replace(REINDEER, names=("Ltd",))) == []
    assert kinds(replace(WIND, names=("Limited Inc",)), replace(REINDEER, names=("LIMITED INC",))) == [
        ConflictKind.SAME
    ]


def test_a_parent_three_levels_up_is_an_affiliate() -> None:
    daughter = replace(WIND, owners={"mid": "Mellanbolag AB", "reindeer": "Samebyarnas förbund"})

    found = only(daughter, REINDEER)

    assert (found.kind, found.strength) == (ConflictKind.AFFILIATED, 1.0)
    assert found.sentence_sv == (
        "Vindkraft Norr AB och Samebyarnas förbund hör till samma koncern, under Samebyarnas förbund."
    )


def test_sisters_under_one_owner_are_affiliates_of_less_strength() -> None:
    found = only(replace(WIND, owners={"top": "Toppen AB"}), replace(REINDEER, owners={"top": "Toppen AB"}))

    assert (found.kind, found.strength) == (ConflictKind.AFFILIATED, 0.8)
    assert found.evidence == (Evidence("common_owner", "Toppen AB", "Toppen AB"),)


@pytest.mark.parametrize(
    ("sectors", "geography", "services", "strength"),
    [
        pytest.param({"SNI2007:35.110"}, {"SE"}, {"advocacy"}, 1.0, id="all-the-same"),
        pytest.param({"NACE2:35.11"}, {"SE-AB"}, {"advocacy"}, 0.9, id="the-european-code-and-a-region-inside"),
        pytest.param({"SNI2007:35.120"}, {"SE"}, {"advocacy"}, 0.7, id="a-neighbouring-industry"),
        pytest.param({"SNI2007:35.110"}, {"EU"}, {"speechwriting"}, 0.6, id="the-union-contains-the-country"),
        pytest.param({"SNI2007:35.110"}, set(), set(), 0.6, id="what-is-not-known-lessens-but-does-not-clear"),
    ],
)
def test_competing_strength_is_industry_times_place_times_service(
    sectors: set[str], geography: set[str], services: set[str], strength: float
) -> None:
    other = replace(REINDEER, sectors=frozenset(sectors), geography=frozenset(geography), services=frozenset(services))

    found = only(WIND, other)

    assert (found.kind, found.strength) == (ConflictKind.COMPETING, strength)
    assert [each.what for each in found.evidence] == ["sector", "geography", "service"]


@pytest.mark.parametrize(
    ("sectors", "geography"),
    [
        pytest.param({"SNI2007:35.110"}, {"US"}, id="another-market"),
        pytest.param({"SNI2007:36.001"}, {"SE"}, id="another-division"),
        pytest.param({"SNI2025:35.110"}, {"SE"}, id="a-code-of-another-version-is-not-compared"),
        pytest.param(set(), {"SE"}, id="no-industry-known"),
    ],
)
def test_what_is_too_far_apart_does_not_compete(sectors: set[str], geography: set[str]) -> None:
    other = replace(REINDEER, services=WIND.services)
    near = replace(other, sectors=WIND.sectors, geography=WIND.geography)
    assert kinds(WIND, near) == [ConflictKind.COMPETING]

    assert kinds(WIND, replace(other, sectors=frozenset(sectors), geography=frozenset(geography))) == []


def test_the_threshold_for_competing_is_the_firms_own() -> None:
    other = replace(REINDEER, sectors=frozenset({"SNI2007:35.300"}), geography=WIND.geography, services=WIND.services)

    assert conflicts_between(WIND, other) == []
    assert [each.strength for each in conflicts_between(WIND, other, measures=Measures(competing_threshold=0.4))] == [
        0.4
    ]


@pytest.mark.parametrize(
    ("one", "other", "strength"),
    [
        pytest.param(Position("permits", 2), Position("permits", -2), 1.0, id="strongly-for-and-strongly-against"),
        pytest.param(Position("permits", 1), Position("permits", -1), 0.5, id="mildly"),
        pytest.param(Position("permits", 2), Position("energy", -2), 0.7, id="the-wider-issue"),
        pytest.param(
            Position("permits", 1, "build at Storfjället"),
            Position("energy", 2, "protect Storfjället"),
            0.7,
            id="aims-that-exclude-each-other-on-the-same-side-of-a-wider-issue",
        ),
        pytest.param(
            Position("x", 0, "build at Storfjället"), Position("x", 0, "protect Storfjället"), 1.0, id="aims-alone"
        ),
    ],
)
def test_opposing_positions_are_found_though_no_name_is_shared(one: Position, other: Position, strength: float) -> None:
    found = only(replace(WIND, positions=(one,)), replace(REINDEER, positions=(other,)))

    assert (found.kind, found.strength) == (ConflictKind.OPPOSING, strength)


def test_an_opposing_position_is_told_with_the_issues_name() -> None:
    found = only(
        replace(WIND, positions=(Position("permits", 2, "fler tillstånd"),)),
        replace(REINDEER, positions=(Position("permits", -2, "färre tillstånd"),)),
    )

    assert found.sentence_sv == (
        "Vindkraft Norr AB och Samebyarnas förbund vill motsatta saker i frågan ”tillstånd för vindkraft”."
    )
    assert found.evidence == (Evidence("position:permits", "+2 fler tillstånd", "-2 färre tillstånd"),)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(Position("permits", 2), Position("permits", 1), id="the-same-side"),
        pytest.param(Position("permits", 2), Position("permits", 0), id="no-stand"),
        pytest.param(Position("permits", 2), Position("schools", -2), id="another-issue"),
    ],
)
def test_positions_that_do_not_pull_apart_are_no_conflict(one: Position, other: Position) -> None:
    assert kinds(replace(WIND, positions=(one,)), replace(REINDEER, positions=(other,))) == []


@pytest.mark.parametrize(
    ("adverse", "owners", "strength"),
    [
        pytest.param({"reindeer": "Samebyarnas förbund"}, {}, 1.0, id="the-client-itself"),
        pytest.param({"?": "samebyarnas förbund"}, {}, 1.0, id="by-whole-name"),
        pytest.param({"top": "Toppen AB"}, {"top": "Toppen AB"}, 0.8, id="its-owner"),
    ],
)
def test_a_counterpart_in_one_assignment_cannot_be_the_client_of_another_unseen(
    adverse: dict[str, str], owners: dict[str, str], strength: float
) -> None:
    found = only(replace(WIND, adverse=adverse), replace(REINDEER, owners=owners))

    assert (found.kind, found.strength) == (ConflictKind.ADVERSE, strength)


WORDS = st.sampled_from(["p", "q", "r", "s"])
CODES = st.sampled_from(["SNI2007:35.110", "SNI2007:35.120", "NACE2:35.11", "SNI2025:35.110", "SNI2007:94.120"])
NAMES = st.sampled_from(["Alfa AB", "alfa", "Beta Ltd", "AB", "Gamma"])


@st.composite
def cases(draw: st.DrawFn, case_id: str) -> CaseView:
    positions = st.builds(Position, WORDS, st.integers(-2, 2), st.sampled_from(["", "x", "y"]))
    return CaseView(
        id=case_id,
        name=draw(NAMES),
        client_ids=draw(st.frozensets(WORDS, max_size=2)),
        names=tuple(draw(st.lists(NAMES, max_size=2))),
        is_person=draw(st.booleans()),
        identifiers=draw(st.frozensets(st.sampled_from(["SE-ORG:1", "SE-ORG:2", "LEI:3"]), max_size=1)),
        owners=draw(st.dictionaries(WORDS, NAMES, max_size=2)),
        sectors=draw(st.frozensets(CODES, max_size=2)),
        geography=draw(st.frozensets(st.sampled_from(["SE", "SE-AB", "EU", "WORLD", "US"]), max_size=2)),
        services=draw(st.frozensets(WORDS, max_size=2)),
        positions=tuple(draw(st.lists(positions, max_size=2))),
        adverse=draw(st.dictionaries(WORDS, NAMES, max_size=2)),
    )


MAP = IssueMap(part_of={"p": "q", "q": "r", "r": "p"}, exclusive=frozenset({frozenset({"x", "y"})}))


@settings(max_examples=30, deadline=None)
@given(cases("one"), cases("two"))
def test_a_check_is_symmetric(one: CaseView, other: CaseView) -> None:
    assert conflicts_between(one, other, issues=MAP) == conflicts_between(other, one, issues=MAP)


@settings(max_examples=30, deadline=None)
@given(cases("one"), cases("two"))
def test_every_conflict_carries_its_strength_sentence_and_evidence(one: CaseView, other: CaseView) -> None:
    for found in conflicts_between(one, other, issues=MAP):
        assert 0 < found.strength <= 1
        assert found.sentence_sv
        assert found.sentence_en
        assert found.evidence


@settings(max_examples=30, deadline=None)
@given(cases("one"), st.lists(st.integers(0, 5).flatmap(lambda n: cases(f"case-{n}")), max_size=6))
def test_the_index_finds_exactly_what_comparing_all_finds(case: CaseView, others: list[CaseView]) -> None:
    latest = {other.id: other for other in others}
    every = [found for other in latest.values() for found in conflicts_between(case, other, issues=MAP)]

    found = CaseIndex(others, issues=MAP).conflicts_of(case)

    assert sorted(map(repr, found)) == sorted(map(repr, every))


def test_a_case_that_was_taken_away_is_not_found_again() -> None:
    index = CaseIndex([replace(REINDEER, client_ids=WIND.client_ids)])
    assert [each.kind for each in index.conflicts_of(WIND)] == [ConflictKind.SAME]

    index.remove("b2")

    assert index.conflicts_of(WIND) == []
