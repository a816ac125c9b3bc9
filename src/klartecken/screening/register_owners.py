"""What the registers in use say of ownership: entities by id or number, and the edges above and below them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from klartecken.registers.entity import Entity, Identifier, OwnershipEdge
from klartecken.registers.errors import RegisterRefused
from klartecken.registers.identifiers import normal_all
from klartecken.registers.index import Index
from klartecken.registers.manifest import SnapshotRef, read_manifest
from klartecken.registers.ownership import ULTIMATE, OwnershipEdges
from klartecken.registers.snapshot import folder_of, open_index, ownership

CONTROL = frozenset({"direct_parent", ULTIMATE, "branch_of"})
"""Relations that mean control: the parent consolidates the company, or it is a branch. No share is given."""
OWNER = "owner"
"""A holding, with its share where the register gives one."""
READ_BY_ID = 200_000
"""Registers up to this size are looked up by their own ids; a larger one (GLEIF) by the LEI, which is its id."""
LARGEST_GROUP = 5_000


@dataclass(frozen=True, slots=True)
class OwnersRegister:
    """A snapshot in use that knows owners."""

    ref: SnapshotRef
    title: str
    index: Index
    edges: OwnershipEdges
    home: Path

    def entity(self, entity_id: str) -> Entity | None:
        """The entity with this id."""
        found = self.index.with_identifier(("lei", entity_id))
        if found:
            return found[0]
        row = _rows_by_id(self.ref, self.home).get(entity_id) if len(self.index) <= READ_BY_ID else None
        return None if row is None else self.index.entity(row)

    def id_of(self, numbers: Iterable[Identifier]) -> str:
        """The id of the entity with one of these numbers; an LEI that only the edges know is an id too. Empty: none."""
        known = list(numbers)
        found = next((entity.id for number in known for entity in self.index.with_identifier(number)), "")
        leis = (value for scheme, value in known if scheme == "lei")
        return found or next((lei for lei in leis if self.edges.owners_of(lei) or self.edges.owned_by(lei)), "")

    def holdings_above(self, entity_id: str) -> list[OwnershipEdge]:
        """Every holding and control edge above; the jump to the top is left out where the direct parent is known."""
        edges = [edge for edge in self.edges.chain_above(entity_id) if edge.owner and not edge.until]
        counted = [edge for edge in edges if edge.relation in CONTROL or edge.relation == OWNER]
        with_direct = {edge.owned for edge in counted if edge.relation != ULTIMATE}
        return [edge for edge in counted if edge.relation != ULTIMATE or edge.owned not in with_direct]

    def group_of(self, entity_id: str) -> tuple[str, list[str]]:
        """The top of the entity's group below any state, and everybody under that top, the entity left out."""
        top = self._top_of(entity_id)
        below = [edge.owned for edge in self.edges.chain_below(top)[:LARGEST_GROUP] if _holds_most(edge)]
        return top, [each for each in dict.fromkeys((top, *below)) if each != entity_id]

    def _top_of(self, entity_id: str) -> str:
        top, seen = entity_id, {entity_id}
        while True:
            entity = self.entity(top)
            if entity is not None and entity.extra.get("state"):
                return top  # what one state owns are many groups, not one
            above = [edge.owner for edge in self.holdings_above(top) if edge.owned == top and _holds_most(edge)]
            if not above or above[0] in seen:
                return top
            top = above[0]
            seen.add(top)


def _holds_most(edge: OwnershipEdge) -> bool:
    return edge.relation in CONTROL or (edge.relation == OWNER and (edge.share or 0) > 0.5)  # noqa: PLR2004 - a half


def registers_with_owners(snapshots: Sequence[SnapshotRef], *, home: Path) -> list[OwnersRegister]:
    """The snapshots in use that know owners and can be read."""
    return list(_readable(snapshots, home=home))


def _readable(snapshots: Sequence[SnapshotRef], *, home: Path) -> Iterator[OwnersRegister]:
    for ref in snapshots:
        try:
            manifest = read_manifest(folder_of(ref, home=home))
            if manifest.edges:
                title = f"{manifest.title or ref.register} {manifest.source_date}".strip()
                yield OwnersRegister(ref, title, open_index(ref, home=home), ownership(ref, home=home), home)
        except RegisterRefused:
            continue  # the search over the same snapshots tells that it could not be read


@lru_cache(maxsize=8)
def _rows_by_id(ref: SnapshotRef, home: Path) -> dict[str, int]:
    return {entity.id: row for row, entity in enumerate(open_index(ref, home=home).entities())}


def numbers_of(entity: Entity) -> frozenset[Identifier]:
    """An entity's identifiers in comparable form."""
    return normal_all(entity.identifiers)
