"""Control by majority, which is not the same as share: 51 % of 51 % controls, though it is a quarter."""

from collections.abc import Collection, Iterable, Mapping, Sequence
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
    held = _held_by(holdings)
    reached = {owner: _spread({owner}, held) for owner in sorted(held.keys() - {holdings.owned})}
    controlling = [owner for owner, companies in reached.items() if holdings.owned in companies]
    found = [
        Controller(
            owner=owner,
            kind=holdings.party(owner).kind,
            country=None if holdings.party(owner).kind.is_natural else holdings.party(owner).country,
            ultimate=not any(owner in reached[other] for other in controlling if other != owner),
            chain=_control_chain(owner, reached[owner], holdings),
        )
        for owner in controlling
    ]
    return tuple(sorted(found, key=lambda each: (len(each.chain.links), each.owner)))


def controls(owners: Collection[PartyId], company: PartyId, holdings: Holdings) -> bool:
    """Whether these owners together, with what they control, control the company."""
    return company in _spread(owners, _held_by(holdings))


Held = Mapping[PartyId, Sequence[OwnershipLink]]
Reached = Mapping[PartyId, tuple[OwnershipLink, ...]]


def _held_by(holdings: Holdings) -> Held:
    """Every link by its owner."""
    held: dict[PartyId, list[OwnershipLink]] = {}
    for above in holdings.above.values():
        for link in above:
            held.setdefault(link.owner, []).append(link)
    return held


def _spread(owners: Collection[PartyId], held: Held) -> Reached:
    """Each company under the owners' control, with the links that gave it when it was reached."""
    gathered: dict[PartyId, list[OwnershipLink]] = {}
    reached: dict[PartyId, tuple[OwnershipLink, ...]] = {}
    waiting = sorted(owners)
    seen = set(waiting)
    while waiting:
        for link in held.get(waiting.pop(0), ()):
            if link.owned in seen:
                continue
            gathered.setdefault(link.owned, []).append(link)
            if _is_majority(gathered[link.owned]):
                reached[link.owned] = tuple(gathered[link.owned])
                seen.add(link.owned)
                waiting.append(link.owned)
    return reached


def _is_majority(held: Iterable[OwnershipLink]) -> bool:
    links = tuple(held)
    return any(link.controls for link in links) or sum(map(_votes, links), Fraction(0)) > MAJORITY


def _votes(link: OwnershipLink) -> Fraction:
    """The votes where they are known, else the share; a link of unknown size gives none."""
    return link.votes if link.votes is not None else link.share or Fraction(0)


def _control_chain(owner: PartyId, reached: Reached, holdings: Holdings) -> Chain:
    """The path of control from the owned company up to the owner, along the weightiest link at each step."""
    path: list[OwnershipLink] = []
    company = holdings.owned
    while company != owner:
        path.append(max(reached[company], key=lambda link: (link.controls, _votes(link), link.owner)))
        company = path[-1].owner
    return told(tuple(path), holdings)
