"""What else than the name speaks for or against a hit: country, identifiers. Each has its weight in log-odds here."""

from typing import Final

from klartecken.core.names.explain import Contribution
from klartecken.registers.entity import Identifier
from klartecken.registers.identifiers import agreeing, contradicting

SAME_COUNTRY: Final = 0.8
OTHER_COUNTRY: Final = -2.0
SAME_IDENTIFIER: Final = 12.0
OTHER_IDENTIFIER: Final = -3.0


def country_evidence(asked: str | None, found: str) -> tuple[Contribution, ...]:
    """Evidence from countries of establishment; a country that is not known says nothing."""
    if not asked or not found:
        return ()
    if asked.lower() == found.lower():
        return (Contribution("same_country", 1.0, SAME_COUNTRY, "both are established in the same country"),)
    return (Contribution("other_country", 1.0, OTHER_COUNTRY, "they are established in different countries"),)


def identifier_evidence(asked: tuple[Identifier, ...], found: tuple[Identifier, ...]) -> tuple[Contribution, ...]:
    """Evidence from identifiers: one in common decides, two of one scheme that differ speak against."""
    if agreeing(asked, found):
        return (Contribution("same_identifier", 1.0, SAME_IDENTIFIER, "they have an identifier in common"),)
    if contradicting(asked, found):
        return (Contribution("other_identifier", 1.0, OTHER_IDENTIFIER, "their identifiers of one kind differ"),)
    return ()
