"""Builds an index folder from a stream of entities, batch by batch."""

import hashlib
import json
from array import array
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Self

import numpy as np

from klartecken.core.names.model import NEWEST
from klartecken.core.names.prepare import Table, kind_number, prepare
from klartecken.registers.arrow import arrow as pa
from klartecken.registers.entity import Entity, Identifier
from klartecken.registers.entity_store import BATCH, ENTITY_SCHEMA, entity_batch
from klartecken.registers.identifiers import normal
from klartecken.registers.name_index import NameIndex

FORMAT: Final = "klartecken-index-1"
NAME_SCHEMA: Final = pa.schema([("name", pa.large_string())])


def hash_identifier(identifier: Identifier) -> np.uint64:
    """A number for the identifier in its comparable form."""
    scheme, value = normal(identifier)
    digest = hashlib.blake2b(f"{scheme}:{value}".encode(), digest_size=8).digest()
    return np.uint64(int.from_bytes(digest, "big") >> 1)


class IndexBuilder:
    """Takes entities one by one; on leaving its `with` block the index is whole."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.entities = 0
        self.plain = False
        self._text = bytearray()
        self._offsets = array("q", [0])
        self._traits = bytearray()
        self._kinds = bytearray()
        self._owners = array("L")
        self._identifiers: list[tuple[int, int]] = []
        self._written: list[str] = []
        self._waiting: list[Entity] = []
        self._name_file = pa.ipc.new_file(str(folder / "names.arrow"), NAME_SCHEMA)
        self._entity_file = pa.ipc.new_file(str(folder / "entities.arrow"), ENTITY_SCHEMA)

    def __enter__(self) -> Self:
        """Start taking entities."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Write what is left; without an error, sort and write the index."""
        if error is None:
            self._write_names(everything=True)
            self._write_entities(everything=True)
        self._name_file.close()
        self._entity_file.close()
        if error is None:
            self._finish()

    def add(self, entity: Entity | str) -> None:
        """Add one entity, or one plain name."""
        if isinstance(entity, str):
            self.plain = True
            self._add_name(entity, None)
        else:
            for name in entity.all_names:
                self._add_name(name, entity.kind)
            self._identifiers += [(int(hash_identifier(one)), self.entities) for one in entity.identifiers]
            self._waiting.append(entity)
        self.entities += 1
        self._write_names()
        self._write_entities()

    def _add_name(self, name: str, kind: str | None) -> None:
        prepared = prepare(name, kind)
        self._text += prepared.text.encode()
        self._offsets.append(len(self._text))
        self._traits += bytes((prepared.form, prepared.script))
        self._kinds.append(kind_number(kind))
        self._owners.append(self.entities)
        self._written.append(name)

    def _write_names(self, *, everything: bool = False) -> None:
        while len(self._written) >= (1 if everything else BATCH):
            now, self._written = self._written[:BATCH], self._written[BATCH:]
            self._name_file.write_batch(pa.RecordBatch.from_pydict({"name": now}, schema=NAME_SCHEMA))

    def _write_entities(self, *, everything: bool = False) -> None:
        while len(self._waiting) >= (1 if everything else BATCH):
            now, self._waiting = self._waiting[:BATCH], self._waiting[BATCH:]
            self._entity_file.write_batch(entity_batch(now))

    def _finish(self) -> None:
        table = Table(
            np.frombuffer(bytes(self._text) or b" ", dtype=np.uint8),
            np.array(self._offsets, dtype=np.int64),
            np.frombuffer(bytes(self._traits), dtype=np.uint8).reshape(-1, 2),
        )
        NameIndex.build(table, np.frombuffer(bytes(self._kinds), dtype=np.uint8)).save(self.folder)
        np.save(self.folder / "owner.npy", np.array(self._owners, dtype=np.uint32))
        pairs = np.array(sorted(self._identifiers), dtype=np.uint64).reshape(-1, 2)
        np.save(self.folder / "identifier_keys.npy", pairs[:, 0])
        np.save(self.folder / "identifier_rows.npy", pairs[:, 1].astype(np.uint32))
        about: dict[str, Any] = {
            "format": FORMAT, "entities": self.entities, "names": len(table), "plain": self.plain, "model": NEWEST,
        }  # fmt: skip
        (self.folder / "index.json").write_text(json.dumps(about, indent=1))
