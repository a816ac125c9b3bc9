"""Entities on disk, read one by one by their row, in an Arrow file that is mapped and not read."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Final

from klartecken.registers.arrow import ArrowRows
from klartecken.registers.arrow import arrow as pa
from klartecken.registers.entity import Entity, OwnershipEdge

_Texts = tuple[memoryview, memoryview]

BATCH: Final = 1 << 15
PAGE: Final = 4096
ENTITY_SCHEMA: Final = pa.schema(
    [
        ("id", pa.string()),
        ("name", pa.string()),
        ("names", pa.list_(pa.string())),
        ("kind", pa.string()),
        ("country", pa.string()),
        ("identifiers", pa.list_(pa.struct([("scheme", pa.string()), ("value", pa.string())]))),
        ("register", pa.string()),
        ("extra", pa.string()),
    ]
)
EDGE_SCHEMA: Final = pa.schema(
    [
        ("owned", pa.string()),
        ("owner", pa.string()),
        ("relation", pa.string()),
        ("share", pa.float64()),
        ("reason", pa.string()),
        ("since", pa.string()),
        ("until", pa.string()),
        ("register", pa.string()),
    ]
)


def entity_batch(entities: Iterable[Entity]) -> ArrowRows:
    """Entities as one Arrow batch."""
    return pa.RecordBatch.from_pylist([_row(entity) for entity in entities], schema=ENTITY_SCHEMA)


def edge_batch(edges: Iterable[OwnershipEdge]) -> ArrowRows:
    """Ownership edges as one Arrow batch."""
    fields = EDGE_SCHEMA.names
    return pa.RecordBatch.from_pylist(
        [{name: getattr(edge, name) for name in fields} for edge in edges], schema=EDGE_SCHEMA
    )


def entities_of(batch: ArrowRows) -> Iterator[Entity]:
    """The entities of an Arrow batch or table."""
    for row in batch.to_pylist():
        yield entity_of(row)


def edges_of(batch: ArrowRows) -> Iterator[OwnershipEdge]:
    """The ownership edges of an Arrow batch or table."""
    for row in batch.to_pylist():
        yield OwnershipEdge(**row)


def entity_of(row: dict[str, Any]) -> Entity:
    """An entity from its row."""
    return Entity(
        id=row["id"],
        name=row["name"],
        names=tuple(row["names"]),
        kind=row["kind"],
        country=row["country"],
        identifiers=tuple((part["scheme"], part["value"]) for part in row["identifiers"]),
        register=row["register"],
        extra=json.loads(row["extra"]) if row["extra"] else {},
    )


def _row(entity: Entity) -> dict[str, Any]:
    return {
        "id": entity.id,
        "name": entity.name,
        "names": list(entity.names),
        "kind": entity.kind,
        "country": entity.country,
        "identifiers": [{"scheme": scheme, "value": value} for scheme, value in entity.identifiers],
        "register": entity.register,
        "extra": json.dumps(dict(entity.extra), ensure_ascii=False, sort_keys=True) if entity.extra else "",
    }


class MappedRows:
    """Rows of an Arrow file, found by number; every batch but the last has the same length."""

    def __init__(self, path: Path) -> None:
        self._file = pa.ipc.open_file(pa.memory_map(str(path), "r"))
        self._batches: dict[int, ArrowRows] = {}
        self._texts: dict[tuple[str, int], _Texts] = {}
        self._size = self._batch(0).num_rows if self._file.num_record_batches else 1

    def bring_near(self, column: str) -> None:
        """Read a column of texts into memory once, so that no search has to wait for it."""
        for batch in range(self._file.num_record_batches):
            for part in self._texts_of(column, batch):
                sum(part.cast("B")[::PAGE])

    def text(self, column: str, row: int) -> str:
        """The text of one row; faster than `row` by far."""
        batch, place = divmod(row, self._size)
        starts, letters = self._texts.get((column, batch)) or self._texts_of(column, batch)
        return str(letters[starts[place] : starts[place + 1]], "utf-8")

    def _texts_of(self, column: str, batch: int) -> _Texts:
        found = self._texts[column, batch] = _texts(self._batch(batch).column(column))
        return found

    def row(self, row: int) -> dict[str, Any]:
        """All values of one row."""
        batch, place = divmod(row, self._size)
        found: dict[str, Any] = self._batch(batch).slice(place, 1).to_pylist()[0]
        return found

    def _batch(self, number: int) -> ArrowRows:
        if number not in self._batches:
            self._batches[number] = self._file.get_batch(number)
        return self._batches[number]


def _texts(column: ArrowRows) -> _Texts:
    """Where each text begins, and all letters, of an Arrow column without nulls; nothing is copied."""
    wide = pa.types.is_large_string(column.type)
    _, starts, letters = column.buffers()
    return memoryview(starts).cast("q" if wide else "i"), memoryview(letters or b"")
