"""Industry codes, each with the version of the classification that it belongs to."""

import re
from collections.abc import Mapping
from typing import Final

from klartecken.parties.errors import UnknownSectorVersion, WrongSectorCode

VERSIONS: Final[Mapping[str, int]] = {"SNI2007": 5, "SNI2025": 5, "NACE2": 4, "NACE2.1": 4}
"""The classifications in use, and how many digits their longest code has."""

_SHORTEST: Final = 2
_DIVISION: Final = 2


def check(version: str, code: str, *, field: str = "sectors") -> tuple[str, str]:
    """Return version and code in canonical form (`70.210`); codes are never translated between versions."""
    name = re.sub(r"[\s_]", "", version).upper()
    if name not in VERSIONS:
        raise UnknownSectorVersion(field=field)
    digits = re.sub(r"[\s.]", "", code)
    if not (digits.isascii() and digits.isdigit() and _SHORTEST <= len(digits) <= VERSIONS[name]):
        raise WrongSectorCode(field=field)
    return name, _dotted(digits)


def _dotted(digits: str) -> str:
    if len(digits) == _DIVISION:
        return digits
    return f"{digits[:_DIVISION]}.{digits[_DIVISION:]}"
