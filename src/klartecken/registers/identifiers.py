"""Identifiers brought to one form, so that "556677-8899" and "16556677-8899" meet."""

import re
from collections.abc import Iterable
from typing import Final

from klartecken.registers.entity import Identifier

_SIGNS: Final = re.compile(r"[^0-9A-Z]")
_SPELLINGS: Final = {
    "se_orgnr": "se_orgnr organisationsnummer orgnr se-orgnr org_number ra000544 ra000545",
    "lei": "lei leicode",
    "vat": "vat vatcode",
}
SAME_SCHEME: Final = {spelling: scheme for scheme, spellings in _SPELLINGS.items() for spelling in spellings.split()}
"""Names of schemes that mean the same scheme. RA000544 and RA000545 are the Swedish registers in GLEIF's list."""

TWELVE_DIGITS: Final = 12


def normal(identifier: Identifier) -> Identifier:
    """The identifier in the form in which two of them are compared."""
    scheme, value = identifier
    known = SAME_SCHEME.get(scheme.strip().lower(), scheme.strip().lower())
    bare = _SIGNS.sub("", value.upper())
    if known == "se_orgnr" and len(bare) == TWELVE_DIGITS and bare[:2] in {"16", "00"}:
        bare = bare[2:]
    return known, bare


def normal_all(identifiers: Iterable[Identifier]) -> frozenset[Identifier]:
    """All identifiers in comparable form, without empty ones."""
    return frozenset(found for found in map(normal, identifiers) if found[1])


def agreeing(first: Iterable[Identifier], second: Iterable[Identifier]) -> frozenset[Identifier]:
    """Identifiers that both have."""
    return normal_all(first) & normal_all(second)


def contradicting(first: Iterable[Identifier], second: Iterable[Identifier]) -> frozenset[str]:
    """Schemes in which both have an identifier, but no common one."""
    one, two = normal_all(first), normal_all(second)
    shared = {scheme for scheme, _ in one & two}
    return frozenset({scheme for scheme, _ in one} & {scheme for scheme, _ in two}) - shared
