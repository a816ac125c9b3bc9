"""What is known about who owns whom, and what follows from it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from types import MappingProxyType

from klartecken.core.ownership.refusals import ShareOutOfRange

PartyId = str


class OwnerKind(StrEnum):
    """What an owner is; a person and a sole trader end a chain without a country."""

    ORGANISATION = "organisation"
    STATE = "state"
    PERSON = "person"
    SOLE_TRADER = "sole_trader"

    @property
    def is_natural(self) -> bool:
        """Whether this is a human being, who is never judged by a country."""
        return self in {OwnerKind.PERSON, OwnerKind.SOLE_TRADER}


@dataclass(frozen=True, slots=True)
class Owner:
    """A party in a chain of ownership: its name and, for legal entities, its country of establishment."""

    id: PartyId
    name: str
    kind: OwnerKind = OwnerKind.ORGANISATION
    country: str | None = None


@dataclass(frozen=True, slots=True)
class OwnershipLink:
    """One asserted holding: `owner` holds `share` of `owned`.

    `share` and `votes` are fractions of one; None means that the link is known but not its size.
    `controls` says that a source asserts control whatever the share (a consolidated subsidiary, an agreement).
    """

    owner: PartyId
    owned: PartyId
    share: Fraction | None = None
    votes: Fraction | None = None
    controls: bool = False
    source: str = ""
    dated: date | None = None
    asserter: str = ""


@dataclass(frozen=True, slots=True)
class Chain:
    """One path from the owned company up to an owner, with the sentence that explains it."""

    links: tuple[OwnershipLink, ...]
    share: Fraction | None
    sentence_sv: str
    sentence_en: str

    @property
    def owner(self) -> PartyId:
        """The party at the top of the path."""
        return self.links[-1].owner


@dataclass(frozen=True, slots=True)
class Controller:
    """A party that controls the owned company through majorities all the way, which is not the same as its share."""

    owner: PartyId
    kind: OwnerKind
    country: str | None
    ultimate: bool
    chain: Chain


@dataclass(frozen=True, slots=True)
class Shares:
    """Who holds a company in the end, as fractions of one.

    `by_owner` and `unknown` add up to one. `by_country` counts each part at the last legal entity that is known to hold
    it (also where that entity's own owners are persons or unknown); what a person holds directly has no country.
    """

    owned: PartyId
    by_owner: Mapping[PartyId, Fraction]
    by_country: Mapping[str, Fraction]
    by_state: Mapping[PartyId, Fraction]
    held_by_persons: Fraction
    unknown: Fraction
    chains: tuple[Chain, ...] = ()
    controllers: tuple[Controller, ...] = ()
    closed_circles: tuple[tuple[PartyId, ...], ...] = ()

    @property
    def known(self) -> Fraction:
        """The part whose owners at the end of the chain are known."""
        return 1 - self.unknown

    @property
    def controlled_from(self) -> tuple[str, ...]:
        """Countries of establishment of every legal entity that controls the company, nearest first."""
        countries = (each.country for each in self.controllers if not each.kind.is_natural)
        return tuple(dict.fromkeys(country for country in countries if country))

    @property
    def state_controlled(self) -> bool:
        """Whether a state controls the company."""
        return any(each.kind is OwnerKind.STATE for each in self.controllers)


@dataclass(frozen=True, slots=True)
class ListedShare:
    """How much of a company listed parties hold together, and whether that makes it owned or controlled by them."""

    share: Fraction
    owned: bool
    controlled: bool
    chains: tuple[Chain, ...] = ()
    through: Mapping[PartyId, Fraction] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def owned_or_controlled(self) -> bool:
        """Whether the company is to be treated like the listed parties themselves."""
        return self.owned or self.controlled


def as_share(value: Fraction | Decimal | float | str) -> Fraction:
    """The exact fraction that a written share means: 0.782, "0,782" and "78,2 %" are the same.

    Raises `ShareOutOfRange` for anything that is no number from 0 to 1 (0 to 100 with a percent sign).
    """
    written = str(value).replace("\N{NO-BREAK SPACE}", "").replace(" ", "").replace(",", ".")
    percent = written.endswith("%")
    try:
        share = Fraction(written.removesuffix("%")) / (100 if percent else 1)
    except (ValueError, ZeroDivisionError) as error:
        raise ShareOutOfRange(str(value)) from error
    if not 0 <= share <= 1:
        raise ShareOutOfRange(str(value))
    return share
