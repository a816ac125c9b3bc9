"""Competing assignments: how near two clients are in industry, place and service."""

from collections.abc import Iterator

from klartecken.core.conflicts.values import (
    EU_MEMBERS,
    EUROPEAN_UNION,
    EVERYWHERE,
    CaseView,
    Conflict,
    ConflictKind,
    Evidence,
    Measures,
)
from klartecken.core.sectors import sector_key

UNKNOWN = "?"


def competing(first: CaseView, second: CaseView, measures: Measures) -> Iterator[Conflict]:
    """Two different clients on the same market: sector × geography × service, told when above the threshold."""
    if first.client_ids & second.client_ids:
        return
    sector, sector_evidence = _sectors(first, second, measures)
    if not sector_evidence:
        return
    place, place_evidence = _places(first, second, measures)
    service, service_evidence = _services(first, second, measures)
    strength = round(sector * place * service, 4)
    if strength >= measures.competing_threshold:
        yield Conflict(
            ConflictKind.COMPETING,
            first.id,
            second.id,
            strength,
            f"{first.called} och {second.called} kan konkurrera: branscherna ligger nära varandra "
            f"({sector_evidence.first}, {sector_evidence.second}), styrka {strength:.0%}.".replace("%", " %"),
            f"{first.called} and {second.called} may compete: their industries are near each other "
            f"({sector_evidence.first}, {sector_evidence.second}), strength {strength:.0%}.",
            (sector_evidence, place_evidence, service_evidence),
        )


def _sectors(first: CaseView, second: CaseView, measures: Measures) -> tuple[float, Evidence | None]:
    """The nearest pair of industry codes; codes of different versions are not compared."""
    pairs = (
        (sector_proximity(one, other, measures), Evidence("sector", one, other))
        for one in sorted(first.sectors)
        for other in sorted(second.sectors)
    )
    best = max(pairs, key=lambda pair: (pair[0], pair[1].first, pair[1].second), default=(0.0, None))
    return best if best[0] > 0 else (0.0, None)


def sector_proximity(one: str, other: str, measures: Measures) -> float:
    """How near two industry codes are, from 0 to 1, by the digits they begin with alike."""
    family, _, digits = sector_key(one).partition(":")
    other_family, _, other_digits = sector_key(other).partition(":")
    if family != other_family:
        return 0.0
    if digits == other_digits:
        return 1.0
    alike = 0
    while alike < min(len(digits), len(other_digits)) and digits[alike] == other_digits[alike]:
        alike += 1
    return measures.sector_by_digits.get(alike, 0.0)


def _places(first: CaseView, second: CaseView, measures: Measures) -> tuple[float, Evidence]:
    evidence = Evidence("geography", _listed(first.geography), _listed(second.geography))
    if not first.geography or not second.geography:
        return measures.geography_unknown, evidence
    meets = any(_contains(one, other) or _contains(other, one) for one in first.geography for other in second.geography)
    return (1.0 if meets else measures.geography_apart), evidence


def _contains(area: str, other: str) -> bool:
    if area in {other, EVERYWHERE}:
        return True
    country = other.partition("-")[0]
    return (area == EUROPEAN_UNION and country in EU_MEMBERS) or area == country


def _services(first: CaseView, second: CaseView, measures: Measures) -> tuple[float, Evidence]:
    evidence = Evidence("service", _listed(first.services), _listed(second.services))
    if not first.services or not second.services:
        return measures.service_unknown, evidence
    return (1.0 if first.services & second.services else measures.service_differs), evidence


def _listed(words: frozenset[str]) -> str:
    return ", ".join(sorted(words)) or UNKNOWN
