"""What the policy asks about an ownership, taken from the computed shares."""

from klartecken.core.ownership.control import MAJORITY
from klartecken.core.ownership.values import Shares

OwnershipFact = float | bool | list[str] | dict[str, float]


def ownership_facts(shares: Shares) -> dict[str, OwnershipFact]:
    """The ownership facts of the policy's schema, by their published names."""
    person_controls = any(each.ultimate and each.kind.is_natural for each in shares.controllers)
    return {
        "ownership_known_share": float(shares.known),
        "ownership_unknown_share": float(shares.unknown),
        "ownership_by_country": {country: float(part) for country, part in shares.by_country.items()},
        "controlled_from": list(shares.controlled_from),
        "state_controlled": shares.state_controlled,
        "beneficial_owner_is_person": person_controls or shares.held_by_persons > MAJORITY,
    }
