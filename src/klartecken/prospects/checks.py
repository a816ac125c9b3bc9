"""Checks what is written in the garden, before any of it is kept."""

from collections.abc import Iterable
from datetime import date, datetime

from django.utils import timezone

from klartecken.core.refusals import Invalid
from klartecken.prospects.errors import ContactInThePast, UnknownChoice, WordsTooLong

PAGE = 20_000
AREAS = 300


def text(written: str, *, field: str, longest: int = PAGE) -> str:
    """Return a text as it is kept: ends trimmed, no characters that a database refuses."""
    if len(written) > longest:
        raise WordsTooLong(field=field)
    return written.replace("\0", "").encode("utf-8", "ignore").decode().strip()


def line(written: str, *, longest: int, too_long: type[Invalid], field: str) -> str:
    """Return a single line as it is kept."""
    if len(written) > longest * 4:
        raise too_long(field=field)
    kept = " ".join(text(written, field=field).split())
    if len(kept) > longest:
        raise too_long(field=field)
    return kept


def choice(written: str, choices: Iterable[str], *, field: str) -> str:
    """Return one of the choices."""
    if written not in set(choices):
        raise UnknownChoice(field=field)
    return str(written)


def coming_day(day: date | None, now: datetime, *, field: str = "next_contact") -> date | None:
    """Return a day that is today or later, or none."""
    if day is not None and day < timezone.localdate(now):
        raise ContactInThePast(field=field)
    return day
