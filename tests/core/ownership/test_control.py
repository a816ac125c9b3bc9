"""Control follows majorities, not the product of shares."""

from fractions import Fraction

from klartecken.core.ownership import OwnershipLink, effective_shares
from tests.core.ownership.notation import links


def controllers(links: list[OwnershipLink]) -> dict[str, bool]:
    """The controllers of `a`, and whether each is the ultimate one."""
    return {each.owner: each.ultimate for each in effective_shares("a", links).controllers}


def test_a_majority_of_a_majority_controls_though_its_share_is_a_quarter() -> None:
    found = links("b > a: 51 %", "c > b: 51 %")

    assert controllers(found) == {"b": False, "c": True}
    assert effective_shares("a", found).by_owner == {"c": Fraction(2601, 10000)}


def test_half_is_no_majority() -> None:
    assert controllers(links("b > a: 50 %", "c > a: 50 %")) == {}


def test_minorities_held_through_controlled_companies_add_up() -> None:
    found = links("b > a: 30 %", "c > a: 30 %", "d > b: 60 %", "d > c: 60 %")

    assert controllers(found) == {"d": True}


def test_a_stake_through_a_company_that_is_not_controlled_does_not_count() -> None:
    assert controllers(links("b > a: 40 %", "d > a: 20 %", "d > b: 40 %")) == {}


def test_votes_decide_where_they_are_known() -> None:
    found = [
        OwnershipLink("b", "a", Fraction(20, 100), votes=Fraction(60, 100)),
        OwnershipLink("c", "a", Fraction(80, 100), votes=Fraction(40, 100)),
    ]

    assert controllers(found) == {"b": True}


def test_control_that_a_register_asserts_counts_without_a_size() -> None:
    found = links("b > a: controls", "c > b: controls")

    shares = effective_shares("a", found)
    assert {each.owner: each.ultimate for each in shares.controllers} == {"b": False, "c": True}
    assert shares.unknown == 1
    assert shares.controllers[-1].chain.sentence_en == "a is controlled by b, which is controlled by c."


def test_two_companies_that_own_each_other_control_each_other_and_neither_is_ultimate() -> None:
    assert controllers(links("b > a: 60 %", "b > c: 60 %", "c > b: 60 %")) == {"b": False, "c": False}


def test_the_chain_of_control_follows_the_majority() -> None:
    shares = effective_shares("a", links("b > a: 60 %", "c > a: 40 %", "d > b: 70 %", "d > c: 100 %"))

    by_owner = {each.owner: each.chain.sentence_sv for each in shares.controllers}
    assert by_owner["d"] == "a ägs till 60 % av b, som ägs till 70 % av d."
