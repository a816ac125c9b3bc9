"""Industry codes, compared with the version they were written in."""

from collections.abc import Sequence
from functools import lru_cache

FAMILIES = {"SNI2007": "NACE2", "NACE2": "NACE2", "SNI2025": "NACE2.1", "NACE2.1": "NACE2.1"}
"""The Swedish codes refine the European ones digit by digit, so a code of either covers the other's.

SNI 2025 renumbers (public relations moved from 70.210 to 73.300), so codes of different families are never compared.
"""


@lru_cache(maxsize=4_096)
def sector_key(code: str) -> str:
    """An industry code as a prefix to compare by: its family and its digits (SNI2007:92.000 gives NACE2:92000)."""
    scheme, _, number = code.partition(":")
    return f"{FAMILIES.get(scheme, scheme)}:{number.replace('.', '')}"


def covers(listed: Sequence[str], codes: Sequence[str]) -> bool:
    """Whether any of the industry codes is one of the listed, or lies below it (SNI2007:92 covers NACE2:92.00)."""
    prefixes = _keys(tuple(listed))
    return any(sector_key(code).startswith(prefixes) for code in codes)


@lru_cache(maxsize=256)
def _keys(codes: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(sector_key(code) for code in codes)
