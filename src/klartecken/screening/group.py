"""Who owns the parties of an assignment: what the firm has stated, joined with what GLEIF says."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from klartecken.core.ownership import Owner, OwnerKind, OwnershipLink, PartyId
from klartecken.parties import queries as parties
from klartecken.parties.models import Identifier
from klartecken.registers.entity import Entity, OwnershipEdge
from klartecken.registers.errors import RegisterRefused
from klartecken.registers.index import Index
from klartecken.registers.manifest import SnapshotRef
from klartecken.registers.ownership import ULTIMATE, OwnershipEdges
from klartecken.registers.snapshot import open_index, ownership

GLEIF = "gleif"
PREFIX = "gleif:"
CONSOLIDATED = frozenset({"direct_parent", ULTIMATE})
"""Relations that mean control: the parent consolidates the company in its accounts. No share is given."""
LARGEST_GROUP = 5_000


@dataclass(frozen=True, slots=True)
class Chain:
    """The links above some parties, and everybody in them by the ids that the links use."""

    links: tuple[OwnershipLink, ...]
    parties: Mapping[PartyId, Owner]

    def owners_above(self, party: PartyId) -> dict[PartyId, Owner]:
        """Every owner above a party at any depth, with the share known or not."""
        found: dict[PartyId, Owner] = {}
        level = {party}
        while level:
            above = {link.owner for link in self.links if link.owned in level} - found.keys() - {party}
            found.update({each: self.parties[each] for each in sorted(above) if each in self.parties})
            level = above
        return found


@dataclass(frozen=True, slots=True)
class Gleif:
    """The installed GLEIF snapshot: its entities and its edges."""

    index: Index
    edges: OwnershipEdges
    snapshot: str

    def entity(self, lei: str) -> Entity | None:
        """The entity with an LEI."""
        found = self.index.with_identifier(("lei", lei))
        return found[0] if found else None


def open_gleif(snapshots: Sequence[SnapshotRef], *, home: Path) -> Gleif | None:
    """The GLEIF snapshot among those in use, if there is one that can be read."""
    ref = next((each for each in snapshots if each.register == GLEIF), None)
    if ref is None:
        return None
    try:
        return Gleif(open_index(ref, home=home), ownership(ref, home=home), ref.id)
    except RegisterRefused:
        return None


def chain_above(party_ids: Iterable[UUID], gleif: Gleif | None) -> Chain:
    """The whole chain above the parties: the firm's own statements first, then what GLEIF adds."""
    wanted = set(party_ids)
    links = parties.ownership_links(wanted)
    known = {UUID(end) for link in links for end in (link.owner, link.owned)} | wanted
    people = parties.owners_by_id(known)
    if gleif is None:
        return Chain(tuple(links), people)
    by_lei = leis_of(known)
    more, entities = _from_gleif(gleif, by_lei)
    return Chain((*links, *more), {**entities, **people})


def leis_of(party_ids: Iterable[UUID]) -> dict[str, str]:
    """The LEIs that the parties are known to have, each with its party's id."""
    rows = Identifier.objects.filter(party__in=set(party_ids), scheme=Identifier.Scheme.LEI)
    return {value: str(party_id) for value, party_id in rows.values_list("value", "party_id")}


def same_group(leis: Iterable[str], gleif: Gleif) -> dict[str, str]:
    """The LEIs of everybody in the same groups (parents, sisters, subsidiaries), each with the parent at the top."""
    found: dict[str, str] = {}
    for lei in leis:
        above = [edge.owner for edge in gleif.edges.chain_above(lei) if edge.owner]
        top = above[-1] if above else lei
        for end in (*above, *(edge.owned for edge in gleif.edges.chain_below(top)[:LARGEST_GROUP])):
            found.setdefault(end, top)
    return {lei: top for lei, top in found.items() if lei not in set(leis)}


def parties_with_leis(leis: Iterable[str]) -> dict[UUID, str]:
    """The firm's own parties among these LEIs."""
    rows = Identifier.objects.filter(scheme=Identifier.Scheme.LEI, value__in=list(leis)[:LARGEST_GROUP])
    return dict(rows.values_list("party_id", "value"))


def _from_gleif(gleif: Gleif, by_lei: Mapping[str, str]) -> tuple[list[OwnershipLink], dict[PartyId, Owner]]:
    links: dict[tuple[str, str], OwnershipLink] = {}
    owners: dict[PartyId, Owner] = {}
    for lei in by_lei:
        for edge in _direct_first(gleif.edges.chain_above(lei)):
            link = _as_link(edge, by_lei, gleif.snapshot)
            links[link.owner, link.owned] = link
            for end in (edge.owner, edge.owned):
                entity = gleif.entity(end)
                owners[_node(end, by_lei)] = _as_owner(end, entity, _node(end, by_lei))
    return list(links.values()), owners


def _direct_first(edges: Sequence[OwnershipEdge]) -> list[OwnershipEdge]:
    """Control edges; the jump to the ultimate parent is left out where the direct parent is known."""
    control = [edge for edge in edges if edge.relation in CONSOLIDATED and edge.owner and not edge.until]
    with_direct = {edge.owned for edge in control if edge.relation != ULTIMATE}
    return [edge for edge in control if edge.relation != ULTIMATE or edge.owned not in with_direct]


def _as_link(edge: OwnershipEdge, by_lei: Mapping[str, str], snapshot: str) -> OwnershipLink:
    return OwnershipLink(
        owner=_node(edge.owner, by_lei),
        owned=_node(edge.owned, by_lei),
        controls=True,
        source=f"GLEIF {snapshot}",
        asserter="GLEIF",
    )


def _node(lei: str, by_lei: Mapping[str, str]) -> PartyId:
    return by_lei.get(lei, f"{PREFIX}{lei}")


def _as_owner(lei: str, entity: Entity | None, node: PartyId) -> Owner:
    if entity is None:
        return Owner(id=node, name=lei)
    return Owner(id=node, name=entity.name, kind=OwnerKind.ORGANISATION, country=entity.country.upper() or None)
