"""Who holds a company in the end, exactly, with what is not known left visible."""

from datetime import date
from fractions import Fraction
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from klartecken.core.ownership import (
    Owner,
    OwnerKind,
    OwnershipLink,
    PersonIsOwned,
    ShareOutOfRange,
    SharesAboveWhole,
    as_share,
    effective_shares,
)
from klartecken.core.ownership.facts import ownership_facts
from tests.core.ownership.notation import links

CAR_MAKER = {
    "cars": Owner("cars", "Bilverken AB", country="SE"),
    "se": Owner("se", "Bilverken Holding AB", country="SE"),
    "hk": Owner("hk", "Harbour Investment Ltd", country="HK"),
    "cn": Owner("cn", "Östra Kusten Holding", country="CN"),
    "founder": Owner("founder", "En grundare", kind=OwnerKind.PERSON),
    "fund": Owner("fund", "Pensionsfonden", country="SE"),
}


@pytest.fixture
def car_links() -> list[OwnershipLink]:
    return links("se > cars: 78.7 %", "fund > cars: 10 %", "hk > se: 100 %", "cn > hk: 100 %", "founder > cn: 91 %")


def test_a_direct_owner_holds_what_the_link_says() -> None:
    shares = effective_shares("bakery", links("anna > bakery: 60 %", "bo > bakery: 40 %"))

    assert shares.by_owner == {"anna": Fraction(3, 5), "bo": Fraction(2, 5)}
    assert shares.unknown == 0


def test_shares_multiply_through_a_chain_and_the_rest_is_unknown() -> None:
    shares = effective_shares("a", links("b > a: 50 %", "c > b: 50 %"))

    assert shares.by_owner == {"c": Fraction(1, 4)}
    assert shares.unknown == Fraction(3, 4)


def test_two_paths_to_the_same_owner_are_added_up() -> None:
    shares = effective_shares("a", links("b > a: 50 %", "c > a: 50 %", "d > b: 100 %", "d > c: 50 %", "e > c: 50 %"))

    assert shares.by_owner == {"d": Fraction(3, 4), "e": Fraction(1, 4)}


def test_a_cross_holding_is_solved_and_not_cut_off() -> None:
    shares = effective_shares("a", links("b > a: 50 %", "a > b: 20 %", "p > a: 50 %", "q > b: 80 %"))

    assert shares.by_owner == {"p": Fraction(5, 9), "q": Fraction(4, 9)}
    assert shares.unknown == 0


def test_a_circle_above_the_company_is_solved() -> None:
    shares = effective_shares("a", links("b > a: 100 %", "c > b: 90 %", "b > c: 50 %", "p > b: 10 %", "q > c: 50 %"))

    assert shares.by_owner == {"q": Fraction(9, 11), "p": Fraction(2, 11)}


def test_a_circle_that_nobody_outside_owns_is_named_and_its_part_is_unknown() -> None:
    shares = effective_shares("a", links("b > a: 60 %", "p > a: 40 %", "b > c: 100 %", "c > b: 100 %"))

    assert shares.closed_circles == (("b", "c"),)
    assert shares.by_owner == {"p": Fraction(2, 5)}
    assert shares.unknown == Fraction(3, 5)


def test_a_company_that_owns_all_of_itself_has_no_known_owner() -> None:
    shares = effective_shares("a", links("a > a: 100 %"))

    assert shares.closed_circles == (("a",),)
    assert shares.unknown == 1


def test_treasury_shares_are_borne_by_the_other_owners() -> None:
    assert effective_shares("a", links("a > a: 20 %", "p > a: 80 %")).by_owner == {"p": Fraction(1)}


def test_nothing_known_is_all_unknown() -> None:
    shares = effective_shares("a", [])

    assert shares.by_owner == {}
    assert shares.by_country == {}
    assert shares.unknown == 1
    assert shares.chains == ()
    assert shares.controllers == ()


def test_a_link_of_unknown_size_is_told_and_counts_as_unknown() -> None:
    shares = effective_shares("a", links("b > a: ?", "c > a: 30 %"))

    assert shares.by_owner == {"c": Fraction(3, 10)}
    assert shares.unknown == Fraction(7, 10)
    assert [chain.sentence_sv for chain in shares.chains] == ["a ägs till 30 % av c.", "a ägs till okänd del av b."]


def test_a_swedish_car_maker_whose_chain_ends_in_a_chinese_holding(car_links: list[OwnershipLink]) -> None:
    shares = effective_shares("cars", car_links, CAR_MAKER)

    assert shares.by_country == {"CN": Fraction(787, 1000), "SE": Fraction(1, 10)}
    assert shares.held_by_persons == Fraction(787, 1000) * Fraction(91, 100)
    assert shares.controlled_from == ("SE", "HK", "CN")
    assert [each.owner for each in shares.controllers if each.ultimate] == ["founder"]
    assert not shares.state_controlled


def test_the_chain_explains_itself_in_both_languages(car_links: list[OwnershipLink]) -> None:
    first = effective_shares("cars", car_links, CAR_MAKER).chains[0]

    assert first.share == Fraction(787, 1000) * Fraction(91, 100)
    assert first.sentence_sv == (
        "Bilverken AB (SE) ägs till 78,7 % av Bilverken Holding AB (SE), "
        "som ägs till 100 % av Harbour Investment Ltd (HK), som ägs till 100 % av Östra Kusten Holding (CN), "
        "som ägs till 91 % av En grundare."
    )
    assert first.sentence_en == (
        "Bilverken AB (SE) is held to 78.7 % by Bilverken Holding AB (SE), which is held to 100 % by "
        "Harbour Investment Ltd (HK), which is held to 100 % by Östra Kusten Holding (CN), "
        "which is held to 91 % by En grundare."
    )


def test_a_person_has_no_country_even_where_somebody_wrote_one() -> None:
    person = {
        "p": Owner("p", "En person", OwnerKind.PERSON, "CN"),
        "s": Owner("s", "Firma", OwnerKind.SOLE_TRADER, "RU"),
    }

    shares = effective_shares("a", links("p > a: 60 %", "s > a: 40 %"), person)

    assert shares.by_owner == {"p": Fraction(3, 5), "s": Fraction(2, 5)}
    assert shares.by_country == {}
    assert shares.controlled_from == ()
    assert "CN" not in shares.chains[0].sentence_sv


def test_a_state_at_the_top_is_state_control() -> None:
    parties = {
        "state": Owner("state", "Svenska staten", OwnerKind.STATE, "SE"),
        "h": Owner("h", "Holding", country="NL"),
    }

    shares = effective_shares("a", links("h > a: 60 %", "state > h: 51 %"), parties)

    assert shares.state_controlled
    assert shares.by_state == {"state": Fraction(306, 1000)}
    assert shares.controlled_from == ("NL", "SE")


def test_the_newest_source_of_a_link_counts_and_control_from_any_source_stands() -> None:
    old = OwnershipLink("b", "a", as_share("40 %"), dated=date(2020, 1, 1))
    new = OwnershipLink("b", "a", as_share("30 %"), dated=date(2025, 1, 1))
    register = OwnershipLink("b", "a", controls=True, dated=date(2026, 1, 1))

    shares = effective_shares("a", [old, new, register])

    assert shares.by_owner == {"b": Fraction(3, 10)}
    assert [each.owner for each in shares.controllers] == ["b"]


def test_more_than_the_whole_is_refused_with_the_sum() -> None:
    with pytest.raises(SharesAboveWhole) as refused:
        effective_shares("a", links("b > a: 60 %", "c > a: 60 %"))

    assert refused.value.total == Fraction(6, 5)
    assert "120,0 procent" in refused.value.text


def test_rounded_percentages_just_above_the_whole_are_scaled() -> None:
    shares = effective_shares("a", links("b > a: 33.4 %", "c > a: 33.4 %", "d > a: 33.4 %"))

    assert shares.by_owner == {"b": Fraction(1, 3), "c": Fraction(1, 3), "d": Fraction(1, 3)}


def test_an_owner_of_a_person_is_refused() -> None:
    with pytest.raises(PersonIsOwned):
        effective_shares("a", links("p > a: 60 %", "b > p: 60 %"), {"p": Owner("p", "En person", OwnerKind.PERSON)})


@pytest.mark.parametrize("written", ["120 %", "-1", "1.2", "abc", "", "1/0", "nan"])
def test_a_share_that_is_no_share_is_refused(written: str) -> None:
    with pytest.raises(ShareOutOfRange):
        as_share(written)


@pytest.mark.parametrize("written", ["78,7 %", "0.787", "0,787", 0.787, "78.7%", Fraction(787, 1000)])
def test_a_share_is_read_exactly_however_it_is_written(written: str | float | Fraction) -> None:
    assert as_share(written) == Fraction(787, 1000)


def test_the_policy_gets_its_facts(car_links: list[OwnershipLink]) -> None:
    shares = effective_shares("cars", car_links, CAR_MAKER)

    assert ownership_facts(shares) == {
        "ownership_known_share": float(shares.known),
        "ownership_unknown_share": float(shares.unknown),
        "ownership_by_country": {"CN": 0.787, "SE": 0.1},
        "controlled_from": ["SE", "HK", "CN"],
        "state_controlled": False,
        "beneficial_owner_is_person": True,
    }


@st.composite
def webs(draw: st.DrawFn) -> list[OwnershipLink]:
    """Webs of up to seven companies with circles, each summing to at most one."""
    names = "abcdefg"
    found = []
    for owned in draw(st.lists(st.sampled_from(names), unique=True, min_size=1)):
        owners = draw(st.lists(st.sampled_from(names), unique=True, min_size=1, max_size=4))
        parts = draw(st.lists(st.integers(1, 10), min_size=len(owners) + 1, max_size=len(owners) + 1))
        rest = draw(st.sampled_from([0, parts[-1]]))
        whole = sum(parts[:-1]) + rest
        found += [
            OwnershipLink(owner, owned, Fraction(part, whole)) for owner, part in zip(owners, parts, strict=False)
        ]
    return found


@settings(max_examples=30, deadline=None)
@given(webs())
def test_the_shares_and_the_unknown_always_make_one(web: list[OwnershipLink]) -> None:
    shares = effective_shares("a", web)

    assert sum(shares.by_owner.values()) + shares.unknown == 1
    assert 0 <= shares.unknown <= 1
    assert all(part > 0 for part in shares.by_owner.values())


@settings(max_examples=30, deadline=None)
@given(webs(), st.randoms())
def test_the_order_of_links_does_not_matter(web: list[OwnershipLink], random: Random) -> None:
    shuffled = list(web)
    random.shuffle(shuffled)

    assert effective_shares("a", shuffled) == effective_shares("a", web)


@settings(max_examples=30, deadline=None)
@given(webs())
def test_shares_agree_with_the_flow_followed_round_by_round(web: list[OwnershipLink]) -> None:
    """An independent way: push what is held upwards many rounds and see where it gathers."""
    exact = effective_shares("a", web)
    above = {owned: [link for link in web if link.owned == owned] for owned in {link.owned for link in web}}
    flow, gathered = {"a": 1.0}, dict.fromkeys(exact.by_owner, 0.0)
    for _ in range(400):
        following: dict[str, float] = {}
        for company, part in flow.items():
            for link in above.get(company, []):
                assert link.share is not None
                following[link.owner] = following.get(link.owner, 0.0) + part * float(link.share)
        gathered = {owner: part + following.pop(owner, 0.0) for owner, part in gathered.items()}
        flow = following
    still_circling = sum(flow.values())
    assert all(abs(float(exact.by_owner[each]) - gathered[each]) <= still_circling + 1e-9 for each in gathered)


def test_of_two_equally_new_sources_the_larger_share_counts() -> None:
    small = OwnershipLink("b", "a", as_share("30 %"), source="register")
    large = OwnershipLink("b", "a", as_share("45 %"), source="annual report")

    assert effective_shares("a", [small, large]).by_owner == {"b": Fraction(9, 20)}
    assert effective_shares("a", [large, small]).by_owner == {"b": Fraction(9, 20)}


def test_a_known_share_counts_before_a_newer_link_of_unknown_size() -> None:
    known = OwnershipLink("b", "a", as_share("30 %"), dated=date(2020, 1, 1))
    newer = OwnershipLink("b", "a", dated=date(2026, 1, 1))

    assert effective_shares("a", [newer, known]).by_owner == {"b": Fraction(3, 10)}
