"""Checks identifiers and brings each to the one form it is kept in."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from typing import Final

from stdnum import lei
from stdnum.exceptions import ValidationError
from stdnum.se import orgnr

from klartecken.parties.errors import (
    PersonalNumber,
    UnknownScheme,
    WrongLei,
    WrongOrganisationNumber,
    WrongOtherNumber,
    WrongTransparencyNumber,
)
from klartecken.parties.models import Identifier

FIELD: Final = "identifiers"
LONGEST: Final = 40

_DASHES: Final = re.compile(r"[‐‑‒–—−\-]")
_SIGNS: Final = re.compile(r"[\s\-.]")
_TRANSPARENCY: Final = re.compile(r"\d{7,13}-\d{2}")
_CENTURY_OF_ORGANISATIONS: Final = "16"  # written before the number where twelve digits are asked for
_CENTURIES_OF_PEOPLE: Final = ("18", "19", "20")
_TWELVE: Final = 12
_MONTHS: Final = range(1, 13)
_LOWEST_OF_ORGANISATIONS: Final = 20


def check(scheme: str, value: str, *, field: str = FIELD) -> str:
    """Return the canonical form of an identifier.

    Raises Invalid (with `field`) that says what is wrong and what to write.
    """
    if scheme not in _CHECKS:
        raise UnknownScheme(field=field)
    plain = unicodedata.normalize("NFKC", value).strip()
    return _CHECKS[scheme](_DASHES.sub("-", plain), field)


def shown(scheme: str, value: str) -> str:
    """Write a canonical identifier the way people do (an organisation number with its hyphen)."""
    if scheme == Identifier.Scheme.SE_ORGNR:
        return f"{value[:6]}-{value[6:]}"
    return value


def _organisation_number(value: str, field: str) -> str:
    digits = _SIGNS.sub("", value)
    if len(digits) == _TWELVE and digits.startswith(_CENTURIES_OF_PEOPLE):
        raise PersonalNumber(field=field)
    if len(digits) == _TWELVE:
        digits = digits.removeprefix(_CENTURY_OF_ORGANISATIONS)
    if not digits.isascii():
        raise WrongOrganisationNumber(field=field)
    try:
        number = str(orgnr.validate(digits))
    except ValidationError:
        raise WrongOrganisationNumber(field=field) from None
    month = int(number[2:4])  # where people have the month of their birth, organisations have 20 or more
    if month in _MONTHS:
        raise PersonalNumber(field=field)
    if month < _LOWEST_OF_ORGANISATIONS:
        raise WrongOrganisationNumber(field=field)
    return number


def _lei(value: str, field: str) -> str:
    if not value.isascii():
        raise WrongLei(field=field)
    try:
        return str(lei.validate(_SIGNS.sub("", value))).upper()
    except ValidationError:
        raise WrongLei(field=field) from None


def _transparency_number(value: str, field: str) -> str:
    number = re.sub(r"\s", "", value)
    if not (number.isascii() and _TRANSPARENCY.fullmatch(number)):
        raise WrongTransparencyNumber(field=field)
    return number


def _other(value: str, field: str) -> str:
    number = " ".join(value.split())
    if not number or len(number) > LONGEST or "\0" in number:
        raise WrongOtherNumber(field=field)
    return number


_CHECKS: Final[Mapping[str, Callable[[str, str], str]]] = {
    Identifier.Scheme.SE_ORGNR: _organisation_number,
    Identifier.Scheme.LEI: _lei,
    Identifier.Scheme.EU_TR: _transparency_number,
    Identifier.Scheme.OTHER: _other,
}
