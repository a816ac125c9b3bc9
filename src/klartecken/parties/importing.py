"""What every import has in common: which column means what, a preview, and what is wrong with each row."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final, Generic, TypeVar

from django.utils.translation import gettext_noop as _

from klartecken.core.refusals import Invalid
from klartecken.parties.folding import folded
from klartecken.parties.tables import Line, Table

Row = TypeVar("Row")
Progress = Callable[[Sequence[Any]], Iterable[Any]]
"""Shows how far a long work has come, and hands on what it was given."""

SAMPLE: Final = 5
_LETTERS: Final = re.compile(r"[^a-z0-9]")
_DATES: Final = ("%Y-%m-%d", "%Y%m%d", "%d.%m.%Y", "%Y/%m/%d")


class ColumnMissing(Invalid):
    """A column that every row needs has not been pointed out."""

    code = "column_missing"
    message = _("Peka ut vilken kolumn som är vilken: minst en som behövs är inte vald. Inget har lästs in.")


class NothingToImport(Invalid):
    """No row can be used as it stands."""

    code = "nothing_to_import"
    message = _("Ingen rad går att läsa in som den är. Rätta felen i filen och försök igen.")


class CellMissing(Invalid):
    """A cell that is needed is empty."""

    code = "cell_missing"
    message = _("Cellen är tom men behövs.")


class WrongDate(Invalid):
    """A date is not written as dates are."""

    code = "wrong_date"
    message = _("Skriv datumet som ÅÅÅÅ-MM-DD.")


class TwiceInTheFile(Invalid):
    """The same thing stands on an earlier row."""

    code = "twice_in_the_file"
    message = _("Samma uppgift står redan på en tidigare rad i filen.")


@dataclass(frozen=True, slots=True)
class Column:
    """Something that a row can say: its name, what it is called, and the headings that are known to mean it.

    The headings are words in small letters without signs, the surest first.
    """

    name: str
    label: str
    headings: str
    required: bool = False


@dataclass(frozen=True, slots=True)
class WrongCell:
    """What is wrong on a row, in which column, and the sentence to show; it never repeats the cell."""

    line: int
    column: str
    message: str
    code: str


@dataclass(frozen=True, slots=True)
class Preview(Generic[Row]):
    """A table as it would be stored: the good rows by line, and everything that is wrong with the others."""

    headings: tuple[str, ...]
    mapping: Mapping[str, str]
    lines: int
    sample: tuple[Line, ...]
    rows: tuple[tuple[int, Row], ...]
    wrong: tuple[WrongCell, ...]


@dataclass(frozen=True, slots=True)
class Stored:
    """How many rows became something new, and how many the same person had brought in before."""

    new: int
    known: int = 0


def guessed(columns: Sequence[Column], headings: Sequence[str]) -> dict[str, str]:
    """Say which heading means which column, by the names that registers and customer systems use."""
    bare = {heading: _bare(heading) for heading in headings}
    mapping: dict[str, str] = {}
    for column in columns:
        for known in column.headings.split():
            match = next((each for each in headings if bare[each] == known and each not in mapping.values()), None)
            if match:
                mapping[column.name] = match
                break
    return mapping


def chosen(columns: Sequence[Column], table: Table, mapping: Mapping[str, str] | None) -> dict[str, str]:
    """Return the mapping to use: the given one without unknown headings, else a guess."""
    if mapping is None:
        return guessed(columns, table.headings)
    names = {column.name for column in columns}
    return {name: heading for name, heading in mapping.items() if name in names and heading in table.headings}


def check_mapped(columns: Sequence[Column], mapping: Mapping[str, str]) -> None:
    """Refuse a mapping that leaves out a column which every row needs."""
    if any(column.required and column.name not in mapping for column in columns):
        raise ColumnMissing(field="mapping")


def previewed(
    table: Table, mapping: Mapping[str, str], read: Callable[[Mapping[str, str]], tuple[Row | None, list[Invalid]]]
) -> Preview[Row]:
    """Read every row of a table; `read` takes cells by column and returns a row or what is wrong."""
    rows: list[tuple[int, Row]] = []
    wrong: list[WrongCell] = []
    for line in table.lines:
        row, refusals = read({name: line.cells.get(heading, "") for name, heading in mapping.items()})
        wrong += [_wrong(line.number, refusal, mapping) for refusal in refusals]
        if row is not None and not refusals:
            rows.append((line.number, row))
    return Preview(table.headings, dict(mapping), len(table.lines), table.lines[:SAMPLE], tuple(rows), tuple(wrong))


def gathered(readings: Mapping[str, Callable[[], object]]) -> tuple[dict[str, Any], list[Invalid]]:
    """Read every cell of a row and return the values and all that is wrong, never only the first."""
    values: dict[str, Any] = {}
    refusals: list[Invalid] = []
    for name, reading in readings.items():
        try:
            values[name] = reading()
        except Invalid as refused:
            refused.field = name
            refusals.append(refused)
    return values, refusals


def needed(cell: str) -> str:
    """Return a cell that must hold something."""
    if not cell:
        raise CellMissing
    return cell


def day(cell: str) -> date | None:
    """Read a date as spreadsheets and customer systems write it; an empty cell is none."""
    if not cell:
        return None
    written = re.split(r"[T ]", cell)[0]
    for pattern in _DATES:
        try:
            return datetime.strptime(written, pattern).date()  # noqa: DTZ007 - only the day is read
        except ValueError:
            continue
    raise WrongDate


def several(cell: str) -> list[str]:
    """Split a cell that holds several things."""
    return [part.strip() for part in re.split(r"[|;\n]", cell) if part.strip()]


def _bare(heading: str) -> str:
    return _LETTERS.sub("", folded(heading))


def _wrong(line: int, refusal: Invalid, mapping: Mapping[str, str]) -> WrongCell:
    return WrongCell(line, mapping.get(refusal.field, ""), refusal.text, refusal.code)
