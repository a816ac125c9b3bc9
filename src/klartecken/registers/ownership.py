"""Who owns whom, as a snapshot's ownership edges say."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from klartecken.registers.arrow import compute, parquet
from klartecken.registers.entity import OwnershipEdge
from klartecken.registers.entity_store import EDGE_SCHEMA, edges_of

DEEPEST: Final = 50
EXCEPTION: Final = "exception"
ULTIMATE: Final = "ultimate_parent"


class OwnershipEdges:
    """Ownership edges of one snapshot, looked up by the owned or the owning entity's id."""

    def __init__(self, folder: Path) -> None:
        path = folder / "ownership.parquet"
        table = parquet.read_table(path) if path.exists() else EDGE_SCHEMA.empty_table()
        self._edges = table.combine_chunks()
        self._order = {column: compute.sort_indices(self._edges[column]) for column in ("owned", "owner")}
        self._sorted = {
            column: compute.take(self._edges[column], order).to_numpy() for column, order in self._order.items()
        }

    def __len__(self) -> int:
        """Number of edges."""
        return int(self._edges.num_rows)

    def owners_of(self, entity: str) -> list[OwnershipEdge]:
        """Edges up from an entity: its owners, direct and ultimate parents."""
        return [edge for edge in self._where("owned", entity) if edge.relation != EXCEPTION]

    def exceptions_of(self, entity: str) -> list[OwnershipEdge]:
        """Reasons the entity gives for having reported no parent."""
        return [edge for edge in self._where("owned", entity) if edge.relation == EXCEPTION]

    def owned_by(self, entity: str) -> list[OwnershipEdge]:
        """Edges down from an entity: what it owns."""
        return list(self._where("owner", entity))

    def chain_above(self, entity: str) -> list[OwnershipEdge]:
        """Every edge on the way up from an entity, nearest first; circles are walked once."""
        return self._walk(entity, up=True)

    def chain_below(self, entity: str) -> list[OwnershipEdge]:
        """Every edge on the way down from an entity, nearest first; circles are walked once."""
        return self._walk(entity, up=False)

    def _walk(self, entity: str, *, up: bool) -> list[OwnershipEdge]:
        seen, level, out = {entity}, [entity], []
        for _ in range(DEEPEST):
            edges = [edge for one in level for edge in (self.owners_of(one) if up else self.owned_by(one))]
            out += edges
            level = [end for edge in edges if (end := edge.owner if up else edge.owned) and end not in seen]
            level = list(dict.fromkeys(level))
            seen.update(level)
            if not level:
                break
        return out

    def _where(self, column: str, value: str) -> Iterator[OwnershipEdge]:
        keys: Any = self._sorted[column]
        low, high = keys.searchsorted(value, side="left"), keys.searchsorted(value, side="right")
        if high > low:
            yield from edges_of(self._edges.take(self._order[column].slice(int(low), int(high - low))))
