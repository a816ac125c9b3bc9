"""Listed owners are added up, and half is enough."""

from fractions import Fraction

import pytest

from klartecken.core.ownership import OwnershipLink, effective_shares, listed_share
from tests.core.ownership.notation import links


@pytest.mark.parametrize(
    ("written", "share", "owned", "controlled"),
    [
        pytest.param(["x > a: 50 %"], Fraction(1, 2), True, False, id="half-is-owned"),
        pytest.param(["x > a: 49.9 %"], Fraction(499, 1000), False, False, id="less-than-half-is-not"),
        pytest.param(["x > a: 25 %", "y > a: 25 %"], Fraction(1, 2), True, False, id="two-listed-owners-add-up"),
        pytest.param(["x > a: 60 %"], Fraction(3, 5), True, True, id="a-majority-also-controls"),
        pytest.param(["x > b: 60 %", "b > a: 60 %"], Fraction(9, 25), True, True, id="the-cascade-counts-a-majority"),
        pytest.param(["x > b: 50 %", "b > a: 50 %"], Fraction(1, 4), True, False, id="half-of-half-by-the-cascade"),
        pytest.param(
            ["x > b: 40 %", "b > a: 100 %"], Fraction(2, 5), False, False, id="a-minority-above-is-a-minority"
        ),
        pytest.param(["x > a: controls"], Fraction(0), False, True, id="asserted-control-without-a-size"),
        pytest.param(["z > a: 100 %"], Fraction(0), False, False, id="an-unlisted-owner-is-nothing"),
    ],
)
def test_owned_or_controlled_by_listed_parties(
    written: list[str], share: Fraction, *, owned: bool, controlled: bool
) -> None:
    found = listed_share("a", links(*written), {"x", "y"})

    assert (found.share, found.owned, found.controlled) == (share, owned, controlled)
    assert found.owned_or_controlled == (owned or controlled)


def test_a_listed_party_counts_whole_though_others_own_it() -> None:
    found: list[OwnershipLink] = links("x > a: 50 %", "p > x: 100 %")

    assert effective_shares("a", found).by_owner == {"p": Fraction(1, 2)}
    assert listed_share("a", found, {"x"}).owned


def test_the_chain_to_the_listed_party_is_told() -> None:
    found = listed_share("a", links("b > a: 80 %", "x > b: 70 %"), {"x"})

    assert [chain.sentence_sv for chain in found.chains] == ["a ägs till 80 % av b, som ägs till 70 % av x."]
    assert found.through == {"b": Fraction(4, 5)}
