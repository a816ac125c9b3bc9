"""The policy's facts about ownership, from the whole chain that the firm and the registers know."""

from collections.abc import Iterable, Sequence

from klartecken.core.ownership import OwnershipLink, Shares, effective_shares, ownership_facts
from klartecken.core.ownership.refusals import OwnershipRefused
from klartecken.core.policy import FactValue
from klartecken.parties.models import Kind, Party
from klartecken.screening.group import Chain

UNKNOWN: dict[str, object] = {
    "ownership_known_share": 0.0,
    "ownership_unknown_share": 1.0,
    "ownership_by_country": {},
    "controlled_from": [],
    "state_controlled": False,
    "beneficial_owner_is_person": False,
}
A_PERSON: dict[str, object] = {
    **UNKNOWN,
    "ownership_known_share": 1.0,
    "ownership_unknown_share": 0.0,
    "beneficial_owner_is_person": True,
}
"""A natural person or sole trader is not judged by ownership, and has no country here."""


def facts_of_ownership(judged: Sequence[Party], chain: Chain) -> dict[str, FactValue]:
    """The facts for the client and whoever stands behind it; of several, the one that weighs more."""
    each = [_of_party(party, chain) for party in judged]
    joined = {name: _heavier([facts[name] for facts in each], name) for name in UNKNOWN}
    source = ", ".join(sources_of(chain.links)) or "ingen ägaruppgift"
    return {name: FactValue(value, source) for name, value in joined.items()}  # type: ignore[arg-type]


def shares_of(party: Party, chain: Chain) -> Shares | None:
    """The effective shares of a party, or None where the statements contradict each other."""
    try:
        return effective_shares(str(party.pk), chain.links, chain.parties)
    except OwnershipRefused:
        return None


def sources_of(links: Iterable[OwnershipLink]) -> list[str]:
    """Where the links were learnt, with their dates, each once."""
    named = (f"{link.source} {link.dated}".strip() if link.dated else link.source for link in links)
    return list(dict.fromkeys(each for each in named if each))[:4]


def _of_party(party: Party, chain: Chain) -> dict[str, object]:
    if party.kind == Kind.PERSON or party.sole_trader:
        return A_PERSON
    shares = shares_of(party, chain)
    facts: dict[str, object] = dict(UNKNOWN)
    if shares is not None:
        facts |= ownership_facts(shares)
    return facts | {"state_controlled": bool(facts["state_controlled"] or party.state_controlled)}


def _heavier(values: Sequence[object], name: str) -> object:
    if name == "ownership_known_share":
        return min(float(value) for value in values)  # type: ignore[arg-type]
    if name == "ownership_unknown_share":
        return max(float(value) for value in values)  # type: ignore[arg-type]
    if name == "controlled_from":
        return list(dict.fromkeys(country for value in values for country in value))  # type: ignore[attr-defined]
    if name == "ownership_by_country":
        return _by_country(values)
    return any(values)


def _by_country(values: Iterable[object]) -> dict[str, float]:
    joined: dict[str, float] = {}
    for value in values:
        if isinstance(value, dict):
            for country, share in value.items():
                joined[country] = max(joined.get(country, 0.0), share)
    return joined
