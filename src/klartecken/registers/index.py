"""Search for a name among millions, with the reason for each hit.

>>> index = Index.build(["Sjöbergs Åkeri AB", "Volvo AB"], path)
>>> index.search("Sjobergs Akeri Aktiebolag")[0].name
'Sjöbergs Åkeri AB'
"""

import json
import os
import shutil
import uuid
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from klartecken.core.names.model import NEWEST, model
from klartecken.core.names.prepare import kind_number, prepare, table_of
from klartecken.registers.entity import Entity, Identifier
from klartecken.registers.entity_store import MappedRows, entity_of
from klartecken.registers.errors import SnapshotDamaged
from klartecken.registers.evidence import country_evidence
from klartecken.registers.hit import Hit, with_evidence
from klartecken.registers.index_builder import FORMAT, IndexBuilder, hash_identifier
from klartecken.registers.name_index import Asked, NameIndex

SPARE: Final = 4
"""Scored names are looked at for this many times the hits asked for, because an entity has several names."""


class Index:
    """Names of a register, searchable; opened from a folder, which is mapped and not read."""

    def __init__(self, path: Path) -> None:
        self.path = Path(path)
        try:
            self._about = json.loads((self.path / "index.json").read_text())
            self._open()
        except (OSError, ValueError, KeyError) as error:
            raise SnapshotDamaged from error
        if self._about["format"] != FORMAT:
            raise SnapshotDamaged

    def _open(self) -> None:
        self._names = NameIndex.open(self.path)
        self._owner = np.asarray(np.load(self.path / "owner.npy", mmap_mode="r", allow_pickle=False))
        self._identifier_keys = np.load(self.path / "identifier_keys.npy", mmap_mode="r", allow_pickle=False)
        self._identifier_rows = np.load(self.path / "identifier_rows.npy", mmap_mode="r", allow_pickle=False)
        self._written = MappedRows(self.path / "names.arrow")
        self._entities = MappedRows(self.path / "entities.arrow")

    @classmethod
    def build(cls, names: Iterable[Entity] | Iterable[str], path: Path | str) -> "Index":
        """Index entities, or plain names (then a hit's id is the name's position), in a new folder.

        The folder appears whole or not at all.
        """
        target = Path(path)
        beside = target.with_name(f".{target.name}.{uuid.uuid4().hex}")
        beside.mkdir(parents=True)
        try:
            with IndexBuilder(beside) as builder:
                for name in names:
                    builder.add(name)
            if target.exists():
                shutil.rmtree(target)
            os.replace(beside, target)
        finally:
            shutil.rmtree(beside, ignore_errors=True)
        return cls(target)

    @classmethod
    def open(cls, path: Path | str) -> "Index":
        """The index in this folder."""
        return cls(Path(path))

    def __len__(self) -> int:
        """Number of entities."""
        return int(self._about["entities"])

    def search(self, name: str, *, kind: str | None = None, country: str | None = None, limit: int = 10) -> list[Hit]:
        """The entities most likely to be the party with this name, best first.

        `kind` leaves out entities that are known to be of another kind; `country` is evidence for and against.
        """
        return self._search([name], [kind], [country], limit=limit, workers=1)[0]

    def search_many(
        self,
        names: Sequence[str],
        limit: int = 10,
        workers: int = 1,
        *,
        kinds: Sequence[str | None] | None = None,
        countries: Sequence[str | None] | None = None,
    ) -> list[list[Hit]]:
        """The hits of each name, in the order asked; `workers` threads share the work."""
        nothing = [None] * len(names)
        return self._search(names, kinds or nothing, countries or nothing, limit=limit, workers=workers)

    def with_identifier(self, identifier: Identifier) -> list[Entity]:
        """Entities that have this identifier."""
        key = hash_identifier(identifier)
        low, high = np.searchsorted(self._identifier_keys, [key, key + np.uint64(1)])
        return [self.entity(int(row)) for row in self._identifier_rows[low:high]]

    def entity(self, row: int) -> Entity:
        """The entity in this place."""
        if self._about["plain"]:
            return Entity(id=str(row), name=self._written.text("name", row), kind="other")
        return entity_of(self._entities.row(row))

    def entities(self) -> Iterator[Entity]:
        """Every entity, in the order of the register."""
        return (self.entity(row) for row in range(len(self)))

    def _search(
        self,
        names: Sequence[str],
        kinds: Sequence[str | None],
        countries: Sequence[str | None],
        *,
        limit: int,
        workers: int,
    ) -> list[list[Hit]]:
        prepared = [prepare(name, kind) for name, kind in zip(names, kinds, strict=True)]
        numbers = np.array([kind_number(kind) for kind in kinds], dtype=np.uint8)
        only = np.array(
            [kind_number(kind) if kind in {"organisation", "person"} else -1 for kind in kinds], dtype=np.int64
        )
        asked = Asked(table_of(prepared), numbers, only)
        rows, odds = self._names.search(asked, model(), workers=workers)
        return [
            self._hits(names[at], kinds[at], countries[at], rows[at], odds[at], limit) if prepared[at].text else []
            for at in range(len(names))
        ]

    def _hits(
        self,
        asked: str,
        kind: str | None,
        country: str | None,
        rows: npt.NDArray[Any],
        odds: npt.NDArray[Any],
        limit: int,
    ) -> list[Hit]:
        found: dict[int, Hit] = {}
        for place in range(len(rows)):
            row = int(rows[place])
            if row < 0 or len(found) >= limit * (SPARE if country else 1):
                break
            owner = int(self._owner[row])
            if owner not in found:
                found[owner] = self._hit(asked, kind, country, row, owner, float(odds[place]))
        return sorted(found.values(), key=lambda hit: -hit.score)[:limit] if country else list(found.values())

    def _hit(self, asked: str, kind: str | None, country: str | None, row: int, owner: int, odds: float) -> Hit:
        plainly = self._about["plain"]
        evidence = () if plainly or not country else country_evidence(country, self._entities.text("country", owner))
        own = (
            kind
            if kind in {"organisation", "person"}
            else ("organisation", "person", "other")[self._names.arrays["kinds"][row]]
        )
        return Hit(
            id=owner if plainly else self._entities.text("id", owner),
            name=self._written.text("name", row),
            score=with_evidence(odds, evidence),
            asked=asked,
            kind=own,
            model=NEWEST,
            evidence=evidence,
            read_entity=partial(self.entity, owner),
        )
