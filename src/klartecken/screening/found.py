"""A hit on its way into the database."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Asked:
    """A party of the assignment that is searched for: what is known of it, and in which role it stands."""

    party_id: UUID | None
    role: str
    name: str
    names: tuple[str, ...] = ()
    kind: str = "organisation"
    country: str = ""
    identifiers: tuple[tuple[str, str], ...] = ()
    node: str = ""  # what it is called in the chain of owners

    @property
    def reference(self) -> str:
        """What it is called in keys: the firm's own id, or the register's."""
        return self.node or str(self.party_id)

    def as_facts(self) -> dict[str, object]:
        """Everything that a comparison with it rests on."""
        return {
            "role": self.role,
            "name": self.name,
            "names": sorted(self.names),
            "country": self.country,
            "identifiers": sorted(map(list, self.identifiers)),
        }


@dataclass(frozen=True, slots=True)
class Found:
    """A hit: what was found, how sure, and on which facts a judgement of it will rest."""

    kind: str
    asked: Asked
    pair: str
    name: str
    register: str
    entity: str
    score: float
    sentence_sv: str
    sentence_en: str
    facts: Mapping[str, object]
    tier: str = ""
    country: str = ""
    features: tuple[Mapping[str, Any], ...] = ()
    evidence: Mapping[str, Any] = field(default_factory=dict)
    other_id: UUID | None = None
    prospect_id: UUID | None = None
    for_resolver_only: bool = False
