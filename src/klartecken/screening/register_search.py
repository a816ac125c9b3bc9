"""The assignment's parties searched in the register snapshots in use: candidates, each with why."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from klartecken.registers.entity import Entity
from klartecken.registers.hit import Hit as RegisterHit
from klartecken.registers.manifest import SnapshotRef
from klartecken.registers.screen import NotSearched, Party, Searched, screen_party
from klartecken.registers.snapshot import current_snapshots
from klartecken.screening.found import Asked, Found
from klartecken.screening.keys import pair_key
from klartecken.screening.models import Hit

LEAST_LIKELY = {Hit.Kind.SANCTIONS: 0.2, Hit.Kind.REGISTER: 0.5}
"""Candidates less likely than this are not kept: a sanctions list is read more widely than a register of identities."""
MOST_IDENTITIES = 3
"""Candidates for an identity that are kept for each party and register."""
LISTS = frozenset({"eu", "un", "ofac", "uk"})


@dataclass(frozen=True, slots=True)
class RegisterAnswer:
    """What the registers said: candidates, where was searched, and where not."""

    found: tuple[Found, ...]
    searched: tuple[Searched, ...]
    not_searched: tuple[NotSearched, ...]
    snapshots: tuple[SnapshotRef, ...]


def search_registers(parties: Iterable[Asked], *, home: Path) -> RegisterAnswer:
    """Search for every party in the snapshots in use; none installed gives an answer that says so."""
    snapshots = current_snapshots(home=home)
    found: list[Found] = []
    searched: dict[str, Searched] = {}
    failed: dict[str, NotSearched] = {}
    for asked in parties:
        answer = screen_party(_as_party(asked), home=home, snapshots=snapshots, limit=20)
        found += _worth_keeping(asked, answer.hits)
        searched.update({each.register: each for each in answer.searched})
        failed.update({each.register: each for each in answer.not_searched})
    return RegisterAnswer(tuple(found), tuple(searched.values()), tuple(failed.values()), snapshots)


def _as_party(asked: Asked) -> Party:
    return Party(
        name=asked.name,
        names=asked.names,
        kind=asked.kind,
        country=asked.country.lower() or None,
        identifiers=asked.identifiers,
    )


def _worth_keeping(asked: Asked, hits: Sequence[RegisterHit]) -> Iterable[Found]:
    identities: dict[str, int] = {}
    for hit in hits:
        kind = kind_of(hit.entity)
        if hit.score < LEAST_LIKELY[kind]:
            continue
        if kind is Hit.Kind.REGISTER:
            identities[hit.register] = identities.get(hit.register, 0) + 1
            if identities[hit.register] > MOST_IDENTITIES:
                continue
        yield _found(asked, hit, kind)


def kind_of(entity: Entity) -> Hit.Kind:
    """A hit on a sanctions list is a question; a hit in a register of identities only says who somebody may be."""
    return Hit.Kind.SANCTIONS if entity.extra.get("list") in LISTS else Hit.Kind.REGISTER


def _found(asked: Asked, hit: RegisterHit, kind: Hit.Kind) -> Found:
    entity = hit.entity
    return Found(
        kind=kind,
        asked=asked,
        pair=pair_key(kind, asked.role, asked.reference, hit.register, entity.id),
        name=hit.name,
        register=hit.register,
        entity=entity.id[:120],
        score=round(hit.score, 4),
        sentence_sv=hit.sentence_sv,
        sentence_en=hit.sentence_en,
        facts={"asked": asked.as_facts(), "entry": entry_facts(entity)},
        tier=str(entity.extra.get("list", "")),
        country=entity.country.upper()[:2],
        features=tuple(_feature(each) for each in hit.features if each.contribution),
        evidence={**entry_facts(entity), "snapshot": hit.snapshot},
    )


def entry_facts(entity: Entity) -> dict[str, Any]:
    """What the register says of an entity, in a form that stays the same while the register says the same."""
    return {
        "id": entity.id,
        "name": entity.name,
        "names": sorted(entity.names),
        "kind": entity.kind,
        "country": entity.country,
        "identifiers": sorted(map(list, entity.identifiers)),
        "extra": {key: value for key, value in sorted(entity.extra.items()) if key != "updated"},
    }


def _feature(contribution: Any) -> dict[str, Any]:  # noqa: ANN401 - a contribution of whichever model
    return {
        "feature": contribution.name,
        "value": round(float(contribution.value), 4),
        "contribution": round(float(contribution.contribution), 3),
        "meaning": getattr(contribution, "meaning", ""),
    }
