"""Webs far larger than any real one are computed, and larger still refused."""

from fractions import Fraction

import pytest

from klartecken.core.ownership import OwnershipLink, OwnershipTooLarge, effective_shares, listed_share


def chain(length: int) -> list[OwnershipLink]:
    return [OwnershipLink(f"c{n + 1}", f"c{n}", Fraction(9, 10)) for n in range(length)]


def test_a_chain_of_a_hundred_companies_is_solved_exactly() -> None:
    shares = effective_shares("c0", chain(100))

    assert shares.by_owner == {"c100": Fraction(9, 10) ** 100}
    assert len(shares.controllers) == 100
    assert listed_share("c0", chain(100), {"c100"}).owned_or_controlled


def test_a_company_with_two_thousand_owners_is_solved() -> None:
    owners = [OwnershipLink(f"p{n}", "c0", Fraction(1, 2000)) for n in range(2000)]

    shares = effective_shares("c0", owners)

    assert len(shares.by_owner) == 2000
    assert shares.unknown == 0
    assert len(shares.chains) == 50


def test_a_web_beyond_review_is_refused() -> None:
    with pytest.raises(OwnershipTooLarge):
        effective_shares("c0", chain(6000))


def test_links_that_do_not_lead_to_the_company_do_not_count() -> None:
    elsewhere = [OwnershipLink(f"x{n + 1}", f"x{n}", Fraction(1)) for n in range(6000)]

    assert effective_shares("c0", [*chain(1), *elsewhere]).by_owner == {"c1": Fraction(9, 10)}
