"""One party searched in registers: hits, each with its evidence, and what was and wasn't searched."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from klartecken.core.names.explain import explain
from klartecken.registers.entity import Entity, Identifier
from klartecken.registers.errors import RegisterRefused
from klartecken.registers.evidence import country_evidence, identifier_evidence
from klartecken.registers.hit import Hit, with_evidence
from klartecken.registers.index import Index
from klartecken.registers.manifest import Manifest, SnapshotRef, read_manifest
from klartecken.registers.snapshot import current_snapshots, folder_of, open_index

WORTH_SHOWING: Final = 0.02
"""Hits less likely than this are no hits."""


@dataclass(frozen=True, slots=True)
class Party:
    """Who is asked about. Only the name is needed."""

    name: str
    names: tuple[str, ...] = ()
    kind: str | None = None
    country: str | None = None
    identifiers: tuple[Identifier, ...] = ()

    @property
    def all_names(self) -> tuple[str, ...]:
        """The name and the other names, each once."""
        return tuple(dict.fromkeys(name for name in (self.name, *self.names) if name.strip()))


@dataclass(frozen=True, slots=True)
class Searched:
    """A register that was searched, in which snapshot and of what date."""

    register: str
    snapshot: str
    title: str
    source_date: str
    imported_at: str
    entities: int


@dataclass(frozen=True, slots=True)
class NotSearched:
    """A register that wasn't searched, and why (`code` of the error)."""

    register: str
    snapshot: str
    code: str
    reason: str


@dataclass(frozen=True, slots=True)
class Screening:
    """The answer: hits, best first, and what was searched. No hits means nothing unless `searched` says where."""

    hits: tuple[Hit, ...]
    searched: tuple[Searched, ...]
    not_searched: tuple[NotSearched, ...]


def screen_party(
    party: Party,
    *,
    home: Path,
    snapshots: Sequence[SnapshotRef] | None = None,
    limit: int = 10,
    least: float = WORTH_SHOWING,
) -> Screening:
    """Search for a party in these snapshots (or in those in use), together.

    The same entity found by several names is one hit, with the best of them. An identifier in common decides, whatever
    the names.
    """
    hits: list[Hit] = []
    searched: list[Searched] = []
    failed: list[NotSearched] = []
    for ref in current_snapshots(home=home) if snapshots is None else snapshots:
        try:
            manifest = read_manifest(folder_of(ref, home=home))
            hits += _search_one(party, open_index(ref, home=home), manifest, limit=limit)
            searched.append(_searched(manifest))
        except RegisterRefused as error:
            failed.append(NotSearched(ref.register, ref.id, error.code, error.text))
    best = sorted((hit for hit in hits if hit.score >= least), key=_order)
    return Screening(tuple(best[:limit]), tuple(searched), tuple(failed))


def hits_in(party: Party, index: Index, *, limit: int = 10) -> list[Hit]:
    """The hits of a party in one index, best first."""
    found: dict[str, Hit] = {}
    for name in party.all_names:
        for hit in index.search(name, kind=party.kind, country=party.country, limit=limit):
            _keep_better(found, _weighed(hit, party))
    for entity in _by_identifier(party, index):
        _keep_better(found, identified(party, entity))
    return sorted(found.values(), key=_order)[:limit]


def identified(party: Party, entity: Entity) -> Hit:
    """The hit of an entity that shares an identifier with the party: the best of its names, and the identifier."""
    pairs = [(asked, name) for asked in party.all_names or (party.name,) for name in entity.all_names]
    asked, name = max(pairs, key=lambda pair: explain(pair[0], pair[1], entity.kind).score)
    evidence = country_evidence(party.country, entity.country) + identifier_evidence(
        party.identifiers, entity.identifiers
    )
    explained = explain(asked, name, entity.kind)
    return Hit(
        id=entity.id, name=name, score=with_evidence(max(explained.log_odds, -8.0), evidence), asked=asked,
        kind=entity.kind,
        model=explained.model, evidence=evidence, read_entity=lambda: entity,
    )  # fmt: skip


def _by_identifier(party: Party, index: Index) -> Iterable[Entity]:
    return (entity for identifier in party.identifiers for entity in index.with_identifier(identifier))


def _weighed(hit: Hit, party: Party) -> Hit:
    """The hit with the evidence of identifiers."""
    if not party.identifiers:
        return hit
    evidence = identifier_evidence(party.identifiers, hit.entity.identifiers)
    if not evidence:
        return hit
    weighed = replace(hit, evidence=hit.evidence + evidence)
    return replace(weighed, score=with_evidence(weighed.explanation.log_odds, weighed.evidence))


def _search_one(party: Party, index: Index, manifest: Manifest, *, limit: int) -> list[Hit]:
    return [
        replace(hit, register=manifest.register, snapshot=manifest.id) for hit in hits_in(party, index, limit=limit)
    ]


def _searched(manifest: Manifest) -> Searched:
    return Searched(
        manifest.register, manifest.id, manifest.title, manifest.source_date, manifest.imported_at, manifest.entities
    )


def _keep_better(found: dict[str, Hit], hit: Hit) -> None:
    held = found.get(str(hit.id))
    if held is None or held.score < hit.score:
        found[str(hit.id)] = hit


def _order(hit: Hit) -> tuple[float, str, str]:
    return (-hit.score, hit.register, str(hit.id))
