"""What a register holds: entities, and who owns whom."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

EntityKind = Literal["organisation", "person", "other"]
Identifier = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Entity:
    """A legal or natural person as one register describes it.

    `country` is the country of establishment (ISO 3166, lower case, or ""), never a citizenship or birthplace. `extra`
    holds what only some registers know: `list` (eu, un, ofac, uk), `sectors`, `dates`, `programmes` …
    """

    id: str
    name: str
    names: tuple[str, ...] = ()
    kind: EntityKind = "organisation"
    country: str = ""
    identifiers: tuple[Identifier, ...] = ()
    register: str = ""
    extra: Mapping[str, Any] = field(default_factory=dict, hash=False)

    @property
    def all_names(self) -> tuple[str, ...]:
        """The name and the other names, each once."""
        return tuple(dict.fromkeys((self.name, *self.names)))


@dataclass(frozen=True, slots=True)
class OwnershipEdge:
    """One entity owns or controls another, as one register says.

    `share` is a fraction of one, or None where the register gives none. `relation` is `direct_parent`,
    `ultimate_parent`, `owner`, `fund_manager`, `fund_family`, `branch_of` or `exception`; an exception has no owner but
    a `reason` why none is given.
    """

    owned: str
    owner: str
    relation: str
    share: float | None = None
    reason: str = ""
    since: str = ""
    until: str = ""
    register: str = ""
