"""The fifty per cent rule: a company that listed parties own or control is treated like them.

Two readings are in use and the stricter one decides: the effective (multiplied) share of the listed parties added up,
and the cascade, where each company that listed parties own to a half counts as listed in turn.
"""

from collections.abc import Collection, Mapping, Sequence
from fractions import Fraction

from klartecken.core.ownership.chains import chains_to
from klartecken.core.ownership.control import controls
from klartecken.core.ownership.equations import solve
from klartecken.core.ownership.holdings import Holdings, holdings_above
from klartecken.core.ownership.values import ListedShare, Owner, OwnershipLink, PartyId

HALF = Fraction(1, 2)


def listed_share(
    owned: PartyId,
    links: Sequence[OwnershipLink],
    listed: Collection[PartyId],
    *,
    parties: Mapping[PartyId, Owner] | None = None,
) -> ListedShare:
    """How much of `owned` the listed parties hold together, and whether they own (half or more) or control it.

    `through` tells the direct holdings that count in the cascade, by holder.
    """
    holdings = holdings_above(owned, links, parties)
    ends, _ = solve(owned, _rows_up_to(listed, holdings))
    share = sum((part for end, part in ends.items() if end in listed), Fraction(0))
    tainted = _cascade(listed, holdings)
    through = _held_by(tainted - {owned}, owned, holdings)
    return ListedShare(
        share=share,
        owned=share >= HALF or owned in tainted,
        controlled=controls(set(listed), owned, holdings),
        chains=chains_to(holdings, listed),
        through=through,
    )


def _rows_up_to(listed: Collection[PartyId], holdings: Holdings) -> dict[PartyId, dict[PartyId, Fraction]]:
    """The rows of the linear system with the listed parties as ends, whoever owns them."""
    return {
        company: {link.owner: holdings.share(link) for link in above if holdings.share(link)}
        for company, above in holdings.above.items()
        if company not in listed
    }


def _cascade(listed: Collection[PartyId], holdings: Holdings) -> set[PartyId]:
    tainted = set(listed)
    grew = True
    while grew:
        owned = {each for each in holdings.above if sum(_held_by(tainted, each, holdings).values()) >= HALF}
        grew = not owned <= tainted
        tainted |= owned
    return tainted


def _held_by(owners: Collection[PartyId], company: PartyId, holdings: Holdings) -> dict[PartyId, Fraction]:
    above = holdings.above.get(company, ())
    return {link.owner: holdings.share(link) for link in above if link.owner in owners and link.owner != company}
