"""Search for a name among millions, with the reason for each hit.

>>> index = Index.build(["Sjöbergs Åkeri AB", "Volvo AB"], path)
>>> index.search("Sjobergs Akeri Aktiebolag")[0].name
'Sjöbergs Åkeri AB'
"""

import json
import shutil
import uuid
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

import numpy as np

from klartecken.core.names.model import NEWEST, model
from klartecken.core.names.prepare import KINDS, kind_number, prepare, table_of
from klartecken.registers.entity import Entity, Identifier
from klartecken.registers.entity_store import MappedRows, entity_of
from klartecken.registers.errors import SnapshotDamaged
from klartecken.registers.evidence import country_evidence
from klartecken.registers.hit import Hit, with_evidence
from klartecken.registers.index_builder import FORMAT, IndexBuilder, hash_identifier
from klartecken.registers.name_index import BEST, Asked, NameIndex

SPARE: Final = 3
"""Scored names are looked at for this many times the hits asked for, because an entity has several names."""


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked of an index; kind and country when they are known."""

    name: str
    kind: str | None = None
    country: str | None = None

    @property
    def only(self) -> int:
        """The kind that hits must have, as a number; -1 for any."""
        return kind_number(self.kind) if self.kind in {"organisation", "person"} else -1


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
        self._written.bring_near("name")
        self._entities = MappedRows(self.path / "entities.arrow")
        if not self._about["plain"]:
            self._entities.bring_near("id")
            self._entities.bring_near("country")

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
            beside.replace(target)
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
        return self._search([Question(name, kind, country)], limit=limit, workers=1)[0]

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
        unknown = [None] * len(names)
        questions = [Question(*asked) for asked in zip(names, kinds or unknown, countries or unknown, strict=True)]
        return self._search(questions, limit=limit, workers=workers)

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

    def _search(self, questions: Sequence[Question], *, limit: int, workers: int) -> list[list[Hit]]:
        prepared = [prepare(question.name, question.kind) for question in questions]
        asked = Asked(
            table_of(prepared),
            np.array([kind_number(question.kind) for question in questions], dtype=np.uint8),
            np.array([question.only for question in questions], dtype=np.int64),
        )
        rows, odds = self._names.search(asked, model(), most=min(BEST, SPARE * limit), workers=workers)
        return [
            self._hits(question, zip(rows[at].tolist(), odds[at].tolist(), strict=True), limit=limit)
            if prepared[at].text
            else []
            for at, question in enumerate(questions)
        ]

    def _hits(self, question: Question, scored: Iterable[tuple[int, float]], *, limit: int) -> list[Hit]:
        found: dict[int, Hit] = {}
        for row, odds in scored:
            if row < 0 or len(found) >= limit * (SPARE if question.country else 1):
                break
            owner = int(self._owner[row])
            if owner not in found:
                found[owner] = self._hit(question, row, odds)
        hits = list(found.values())
        return sorted(hits, key=lambda hit: -hit.score)[:limit] if question.country else hits

    def _hit(self, question: Question, row: int, odds: float) -> Hit:
        plainly, owner = self._about["plain"], int(self._owner[row])
        known = "" if plainly or not question.country else self._entities.text("country", owner)
        evidence = country_evidence(question.country, known)
        return Hit(
            id=owner if plainly else self._entities.text("id", owner),
            name=self._written.text("name", row),
            score=with_evidence(odds, evidence),
            asked=question.name,
            kind=question.kind if question.only >= 0 else KINDS[self._names.arrays["kinds"][row]],
            model=NEWEST,
            evidence=evidence,
            read_entity=partial(self.entity, owner),
        )
