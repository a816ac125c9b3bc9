"""Reads the dates that mail programs write, in Swedish and English."""

import re
from datetime import date
from email.utils import parsedate_to_datetime
from typing import Final

_MONTHS: Final = (
    ("jan",), ("feb",), ("mar",), ("apr",), ("maj", "may"), ("jun",),
    ("jul",), ("aug",), ("sep",), ("okt", "oct"), ("nov",), ("dec",),
)  # fmt: skip
_NUMBER_OF: Final = {name: number for number, names in enumerate(_MONTHS, start=1) for name in names}
_ISO: Final = re.compile(r"\b(\d{4})-(\d{1,2})-(\d{1,2})\b")
_DAY_FIRST: Final = re.compile(r"\b(\d{1,2})\.?\s+([a-zåäö]{3,9})\.?,?\s+(\d{4})\b", re.IGNORECASE)
_MONTH_FIRST: Final = re.compile(r"\b([a-z]{3,9})\.?\s+(\d{1,2}),?\s+(\d{4})\b", re.IGNORECASE)


def read(written: str) -> date | None:
    """Return the day of a mail's date line, or None where it cannot be made out."""
    line = written[:200]
    if found := _ISO.search(line):
        return _day(found[1], found[2], found[3])
    if found := _DAY_FIRST.search(line):
        return _day(found[3], _month(found[2]), found[1])
    if found := _MONTH_FIRST.search(line):
        return _day(found[3], _month(found[1]), found[2])
    try:
        return parsedate_to_datetime(line).date()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _month(name: str) -> int:
    return _NUMBER_OF.get(name[:3].lower(), 0)


def _day(year: str, month: str | int, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
