"""Two assignments side by side, and what stands between them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

PartyId = str
IssueId = str


class ConflictKind(StrEnum):
    """The kinds of conflict, each found in its own way."""

    SAME = "same"
    AFFILIATED = "affiliated"
    COMPETING = "competing"
    OPPOSING = "opposing"
    ADVERSE = "adverse"


@dataclass(frozen=True, slots=True)
class Position:
    """What a client wants in an issue: a stance from -2 (against) to +2 (for), and what it works for in words."""

    issue: IssueId
    stance: int = 0
    wants: str = ""


@dataclass(frozen=True, slots=True)
class CaseView:
    """What the conflict check looks at in one assignment, or one proposal.

    `client_ids` are the firm's ids of the client and of the principal behind it; `owners` (id to name) are the parties
    that control it, at any depth. Identifiers carry their scheme (`SE-ORG:5560125790`), sectors their version
    (`SNI2007:70.210`); geography is country or region codes (`SE`, `SE-AB`) or `EU` or `WORLD`. Empty means not known.
    """

    id: str
    name: str = ""
    client_ids: frozenset[PartyId] = frozenset()
    names: tuple[str, ...] = ()
    is_person: bool = False
    identifiers: frozenset[str] = frozenset()
    owners: Mapping[PartyId, str] = field(default_factory=lambda: MappingProxyType({}))
    sectors: frozenset[str] = frozenset()
    geography: frozenset[str] = frozenset()
    services: frozenset[str] = frozenset()
    positions: tuple[Position, ...] = ()
    adverse: Mapping[PartyId, str] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def called(self) -> str:
        """The client's name as it is told."""
        return self.name or next(iter(self.names), self.id)


@dataclass(frozen=True, slots=True)
class Evidence:
    """One thing that both sides have in common or apart: what it is, and how it stands on each side."""

    what: str
    first: str
    second: str


@dataclass(frozen=True, slots=True)
class Conflict:
    """A possible conflict between two cases, told the same way from whichever side it is looked at.

    `first` and `second` are the cases' ids in order. Strength is from 0 to 1; a person decides what it means.
    """

    kind: ConflictKind
    first: str
    second: str
    strength: float
    sentence_sv: str
    sentence_en: str
    evidence: tuple[Evidence, ...]

    def other_than(self, case_id: str) -> str:
        """The id of the case on the other side."""
        return self.second if case_id == self.first else self.first


@dataclass(frozen=True, slots=True)
class Measures:
    """Every number that the check uses, in one place: a firm may set its own."""

    competing_threshold: float = 0.5
    sector_by_digits: Mapping[int, float] = field(
        default_factory=lambda: MappingProxyType({5: 1.0, 4: 0.9, 3: 0.7, 2: 0.4})
    )
    """How near two industries are that have this many leading digits in common."""
    geography_apart: float = 0.25
    geography_unknown: float = 0.75
    service_differs: float = 0.6
    service_unknown: float = 0.8
    common_owner: float = 0.8
    """Two companies under the same owner; a parent and its subsidiary count as 1."""
    adverse_group: float = 0.8
    """The counterpart's owner or subsidiary, rather than the counterpart itself."""
    broader_issue: float = 0.7
    """One position on an issue, the other on the wider issue above it."""


@dataclass(frozen=True, slots=True)
class IssueMap:
    """The controlled list of issues: their names, what each is part of, and which aims rule each other out."""

    names: Mapping[IssueId, tuple[str, str]] = field(default_factory=lambda: MappingProxyType({}))
    """Swedish and English name by id."""
    part_of: Mapping[IssueId, IssueId] = field(default_factory=lambda: MappingProxyType({}))
    exclusive: frozenset[frozenset[str]] = frozenset()
    """Pairs of aims (`Position.wants`) that cannot both come true."""

    def lineage(self, issue: IssueId) -> tuple[IssueId, ...]:
        """The issue and all wider issues above it, nearest first; a circle ends where it closes."""
        found = [issue]
        while (wider := self.part_of.get(found[-1])) and wider not in found:
            found.append(wider)
        return tuple(found)


MEASURES = Measures()
NO_ISSUES = IssueMap()
EVERYWHERE = "WORLD"
EUROPEAN_UNION = "EU"
EU_MEMBERS = frozenset(
    "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK".split()  # noqa: SIM905 - readable
)
