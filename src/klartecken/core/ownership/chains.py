"""The paths from a company up to its owners, told as sentences."""

import heapq
from collections.abc import Callable, Collection, Sequence
from fractions import Fraction

from klartecken.core.ownership.holdings import Holdings
from klartecken.core.ownership.values import Chain, Owner, OwnershipLink, PartyId

CHAIN_LIMIT = 50
STEP_LIMIT = 5_000


def chains_to(holdings: Holdings, ends: Collection[PartyId] | None = None) -> tuple[Chain, ...]:
    """The largest paths without repetition from the owned company to its ends, largest share first.

    Without `ends` they run to owners that nothing is known above. At most fifty are told; the shares themselves
    count all paths.
    """
    found: list[Chain] = []
    # Best first: a path never grows by being prolonged, so the paths come out in order of their share.
    waiting: list[tuple[Fraction, int, tuple[OwnershipLink, ...]]] = [(Fraction(-1), 0, ())]
    for step in range(1, STEP_LIMIT):
        if not waiting or len(found) == CHAIN_LIMIT:
            break
        share, _, path = heapq.heappop(waiting)
        top = path[-1].owner if path else holdings.owned
        if path and (top in ends if ends is not None else not holdings.above.get(top)):
            found.append(told(path, holdings))
            continue
        for number, link in enumerate(holdings.above.get(top, ())):
            if link.owner not in _visited(path, holdings):
                heapq.heappush(waiting, (share * holdings.share(link), step * 10_000 + number, (*path, link)))
    return tuple(found)


def _visited(path: Sequence[OwnershipLink], holdings: Holdings) -> set[PartyId]:
    return {holdings.owned, *(link.owner for link in path)}


def told(path: tuple[OwnershipLink, ...], holdings: Holdings) -> Chain:
    """The path with its share (the product; None where a link has no size) and its sentences."""
    share: Fraction | None = Fraction(1)
    for link in path:
        share = None if share is None or link.share is None else share * holdings.share(link)
    return Chain(
        path,
        share,
        _sentence(path, holdings, step=swedish_step, joint=", som "),
        _sentence(path, holdings, step=english_step, joint=", which "),
    )


def _sentence(
    path: Sequence[OwnershipLink], holdings: Holdings, *, step: Callable[[OwnershipLink, Owner], str], joint: str
) -> str:
    name = _called(holdings.party(holdings.owned))
    return f"{name} {joint.join(step(link, holdings.party(link.owner)) for link in path)}."


def _called(party: Owner) -> str:
    return f"{party.name} ({party.country})" if party.country and not party.kind.is_natural else party.name


def swedish_step(link: OwnershipLink, owner: Owner) -> str:
    """One link in Swedish: «ägs till 78,7 % av Holding (CN)»."""
    if link.share is None:
        return f"{'kontrolleras' if link.controls else 'ägs till okänd del'} av {_called(owner)}"
    return f"ägs till {percent(link.share).replace('.', ',')} % av {_called(owner)}"


def english_step(link: OwnershipLink, owner: Owner) -> str:
    """One link in English: «is held to 78.7 % by Holding (CN)»."""
    if link.share is None:
        return f"is {'controlled' if link.controls else 'held in part (size unknown)'} by {_called(owner)}"
    return f"is held to {percent(link.share)} % by {_called(owner)}"


def percent(share: Fraction) -> str:
    """A share as a percentage with at most one decimal: 78.7, 50, and never a false 0 or 100."""
    value = float(share * 100)
    written = f"{value:.1f}".removesuffix(".0")
    if written == "100" and share < 1:
        return "99.9"
    return "0.1" if written == "0" and share > 0 else written
