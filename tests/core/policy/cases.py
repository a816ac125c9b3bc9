"""Cases for the policy's tests: an everyday client about whom nothing is unusual, and variations of it."""

from klartecken.core.policy import FactValue, Finding, Plain, default_rulebook, evaluate, load_rulebook

DEFAULT = load_rulebook(default_rulebook(), "default")

BAKERY: dict[str, Plain] = {
    "lobbying": "no",
    "client_country": "SE",
    "client_sectors": ["SNI2007:10.710"],
    "ownership_known_share": 1.0,
    "ownership_unknown_share": 0.0,
    "ownership_by_country": {},
    "controlled_from": [],
    "state_controlled": False,
    "beneficial_owner_is_person": True,
    "sanctions_confirmed": [],
    "sanctions_owned_or_controlled": False,
    "other_list_hits": [],
    "open_hits": 0,
    "conflict_kinds": [],
    "consultations_missing": 0,
    "consultations_expired": 0,
}
"""A Swedish bakery owned by a person, without hits or conflicts, and no lobbying."""


def stated(**changes: Plain | None) -> dict[str, FactValue]:
    """The bakery's facts with some changed; None leaves a fact out."""
    values = {**BAKERY, **changes}
    return {name: FactValue(value, "test") for name, value in values.items() if value is not None}


def finding(rule: str, **changes: Plain | None) -> Finding:
    """What one rule of the default rulebook says of the changed bakery."""
    return next(each for each in evaluate(DEFAULT, stated(**changes)) if each.rule == rule)
