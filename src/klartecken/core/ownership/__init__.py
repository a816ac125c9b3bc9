"""Who owns a company in the end: effective shares, control, and what is not known."""

from klartecken.core.ownership.facts import ownership_facts
from klartecken.core.ownership.refusals import (
    OwnershipRefused,
    OwnershipTooLarge,
    PersonIsOwned,
    ShareOutOfRange,
    SharesAboveWhole,
)
from klartecken.core.ownership.sanctions import listed_share
from klartecken.core.ownership.shares import effective_shares
from klartecken.core.ownership.values import (
    Chain,
    Controller,
    ListedShare,
    Owner,
    OwnerKind,
    OwnershipLink,
    PartyId,
    Shares,
    as_share,
)

__all__ = [
    "Chain",
    "Controller",
    "ListedShare",
    "Owner",
    "OwnerKind",
    "OwnershipLink",
    "OwnershipRefused",
    "OwnershipTooLarge",
    "PartyId",
    "PersonIsOwned",
    "ShareOutOfRange",
    "Shares",
    "SharesAboveWhole",
    "as_share",
    "effective_shares",
    "listed_share",
    "ownership_facts",
]
