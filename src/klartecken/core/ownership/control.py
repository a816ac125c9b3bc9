"""Control by majority, which is not the same as share: 51 % of 51 % controls, though it is a quarter."""

from collections.abc import Collection
from fractions import Fraction

from klartecken.core.ownership.chains import told
from klartecken.core.ownership.holdings import Holdings
from klartecken.core.ownership.values import Chain, Controller, OwnershipLink, PartyId

MAJORITY = Fraction(1, 2)


def controllers_of(holdings: Holdings) -> tuple[Controller, ...]:
    """Every party that controls the owned company through majorities all the way, nearest first.

    A party controls what it and the companies it controls hold more than half of together (votes where they are
    known, else shares), and what a source says that it controls.
    """
    chains = {owner: _control_chain(owner, holdings) for owner in _owners(holdings)}
    controlling = {owner: chain for owner, chain in chains.items() if chain}
    found = [
        Controller(
            owner=owner,
            kind=holdings.party(owner).kind,
            country=None if holdings.party(owner).kind.is_natural else holdings.party(owner).country,
            ultimate=not any(controls({other}, owner, holdings) for other in controlling if other != owner),
            chain=chain,
        )
        for owner, chain in controlling.items()
    ]
    return tuple(sorted(found, key=lambda each: (len(each.chain.links), each.owner)))


def controls(owners: Collection[PartyId], company: PartyId, holdings: Holdings) -> bool:
    """Whether these owners together, with what they control, control the company."""
    return company in controlled_by(owners, holdings)


def controlled_by(owners: Collection[PartyId], holdings: Holdings) -> dict[PartyId, tuple[OwnershipLink, ...]]:
    """Each company under the owners' control, with the links that give it, in the order it was reached."""
    reached: dict[PartyId, tuple[OwnershipLink, ...]] = dict.fromkeys(owners, ())
    grew = True
    while grew:
        grew = False
        for company, above in holdings.above.items():
            held = tuple(link for link in above if link.owner in reached and link.owner != company)
            if company not in reached and _is_majority(held):
                reached[company] = held
                grew = True
    return {company: links for company, links in reached.items() if links}


def _is_majority(held: tuple[OwnershipLink, ...]) -> bool:
    weights = (link.votes if link.votes is not None else link.share or Fraction(0) for link in held)
    return any(link.controls for link in held) or sum(weights, Fraction(0)) > MAJORITY


def _weight(link: OwnershipLink) -> tuple[bool, Fraction, PartyId]:
    return link.controls, link.votes or link.share or Fraction(0), link.owner


def _owners(holdings: Holdings) -> list[PartyId]:
    owners = {link.owner for above in holdings.above.values() for link in above}
    return sorted(owners - {holdings.owned})


def _control_chain(owner: PartyId, holdings: Holdings) -> Chain | None:
    """The path of control from the owned company up to the owner, along the weightiest link at each step."""
    reached = controlled_by({owner}, holdings)
    path: list[OwnershipLink] = []
    company = holdings.owned
    while company in reached and company != owner:
        link = max(reached[company], key=_weight)
        path.append(link)
        company = link.owner
    return told(tuple(path), holdings) if path else None
