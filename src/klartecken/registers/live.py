"""The firm's own parties, searchable the moment they are known.

A big sorted part is indexed like a register; what came since stands in a small part that is indexed anew at the next
search; what was taken away is left out of the answers. When the small part has grown, both become one.
"""

import threading
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

import numpy as np

from klartecken.core.names.model import NEWEST, model
from klartecken.core.names.prepare import Prepared, kind_number, prepare, table_of
from klartecken.registers.entity import Entity, Identifier
from klartecken.registers.evidence import country_evidence
from klartecken.registers.hit import Hit, with_evidence
from klartecken.registers.identifiers import normal_all
from klartecken.registers.index import Question
from klartecken.registers.name_index import Asked, NameIndex

SMALL_PART: Final = 2_000
"""Parties that may stand in the small part before the two become one."""


@dataclass(frozen=True, slots=True)
class _Part:
    """Some parties with their index; a row belongs to the party `owners[row]` and spells its name `written[row]`."""

    names: NameIndex
    owners: tuple[str, ...]
    written: tuple[str, ...]


class LiveIndex:
    """Parties in memory: add, replace, remove, search. May be used from several threads."""

    def __init__(self, entities: Iterable[Entity] = ()) -> None:
        self._lock = threading.RLock()
        self._entities: dict[str, Entity] = {entity.id: entity for entity in entities}
        self._prepared: dict[str, list[tuple[Prepared, str]]] = {}
        self._by_identifier: dict[Identifier, set[str]] = {}
        for entity in self._entities.values():
            self._note(entity)
        self._in_big: set[str] = set()
        self._fresh: dict[str, None] = dict.fromkeys(self._entities)
        self._big: _Part | None = None
        self._small: _Part | None = None

    def __len__(self) -> int:
        """Number of parties."""
        return len(self._entities)

    def __contains__(self, party: str) -> bool:
        """Whether a party with this id is here."""
        return party in self._entities

    def add(self, entity: Entity) -> None:
        """Add a party, or replace the one with the same id; the next search sees it."""
        with self._lock:
            self.remove(entity.id)
            self._entities[entity.id] = entity
            self._note(entity)
            self._fresh[entity.id] = None
            self._small = None

    replace = add

    def remove(self, party: str) -> None:
        """Take a party away; one that isn't here is no error."""
        with self._lock:
            gone = self._entities.pop(party, None)
            if gone is None:
                return
            for identifier in normal_all(gone.identifiers):
                self._by_identifier[identifier].discard(party)
            del self._prepared[party]
            self._in_big.discard(party)
            if party in self._fresh:
                del self._fresh[party]
                self._small = None

    def entity(self, party: str) -> Entity:
        """The party with this id."""
        return self._entities[party]

    def with_identifier(self, identifier: Identifier) -> list[Entity]:
        """Parties that have this identifier."""
        with self._lock:
            found = {party for one in normal_all([identifier]) for party in self._by_identifier.get(one, ())}
            return [self._entities[party] for party in sorted(found)]

    def search(self, name: str, *, kind: str | None = None, country: str | None = None, limit: int = 10) -> list[Hit]:
        """The parties most likely to have this name, best first."""
        question = Question(name, kind, country)
        prepared = prepare(name, kind)
        if not prepared.text:
            return []
        only = np.array([question.only], dtype=np.int64)
        asked = Asked(table_of([prepared]), np.array([kind_number(kind)], dtype=np.uint8), only)
        with self._lock:
            self._freshen()
            hits: dict[str, Hit] = {}
            for part, current in ((self._big, self._in_big), (self._small, self._fresh)):
                for hit in self._search_part(part, asked, question) if part else ():
                    if hit.id in current and (hit.id not in hits or hits[str(hit.id)].score < hit.score):
                        hits[str(hit.id)] = hit
        return sorted(hits.values(), key=lambda hit: (-hit.score, str(hit.id)))[:limit]

    def _note(self, entity: Entity) -> None:
        self._prepared[entity.id] = [(prepare(name, entity.kind), name) for name in entity.all_names]
        for identifier in normal_all(entity.identifiers):
            self._by_identifier.setdefault(identifier, set()).add(entity.id)

    def _freshen(self) -> None:
        if len(self._fresh) > SMALL_PART:
            self._big = self._part(self._entities)
            self._in_big, self._fresh, self._small = set(self._entities), {}, None
        elif self._small is None and self._fresh:
            self._small = self._part(self._fresh)

    def _part(self, parties: Iterable[str]) -> _Part:
        rows = [(party, prepared, name) for party in parties for prepared, name in self._prepared[party]]
        kinds = np.array([kind_number(self._entities[party].kind) for party, _, _ in rows], dtype=np.uint8)
        names = NameIndex.build(table_of([prepared for _, prepared, _ in rows]), kinds)
        return _Part(names, tuple(party for party, _, _ in rows), tuple(name for _, _, name in rows))

    def _search_part(self, part: _Part, asked: Asked, question: Question) -> Iterable[Hit]:
        rows, odds = part.names.search(asked, model())
        for row, odd in zip(rows[0].tolist(), odds[0].tolist(), strict=True):
            if row >= 0 and part.owners[row] in self._entities:
                yield _hit(question, self._entities[part.owners[row]], (part.written[row], odd))


def _hit(question: Question, entity: Entity, found: tuple[str, float]) -> Hit:
    written, odds = found
    evidence = country_evidence(question.country, entity.country)
    return Hit(
        id=entity.id,
        name=written,
        score=with_evidence(odds, evidence),
        asked=question.name,
        kind=question.kind if question.only >= 0 else entity.kind,
        model=NEWEST,
        evidence=evidence,
        read_entity=lambda: entity,
    )
