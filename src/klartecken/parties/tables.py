"""Reads the tables that people bring: comma, semicolon or tab, in the encodings that spreadsheets write."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from django.utils.translation import gettext_noop as _

from klartecken.core.refusals import Invalid

LARGEST: Final = 50_000_000
"""Bytes of a file; a hundred thousand rows are a tenth of it."""
MOST_ROWS: Final = 200_000

_SEPARATORS: Final = ";,\t|"
_WIDE: Final = (b"\xff\xfe", b"\xfe\xff")
_SPREADSHEET: Final = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")


class TableTooLarge(Invalid):
    """No register of clients is that large."""

    code = "table_too_large"
    message = _("Filen är för stor (högst 50 megabyte och 200 000 rader). Dela den; inget har lästs in.")


class NotATable(Invalid):
    """The file is a spreadsheet, a picture, or cut in the middle of a cell."""

    code = "not_a_table"
    message = _(
        "Filen går inte att läsa som en tabell. Spara den som CSV (kommaavgränsad text) i kalkylprogrammet "
        "och försök igen. Inget har lästs in."
    )


class EmptyTable(Invalid):
    """There is no row of headings, or nothing under it."""

    code = "empty_table"
    message = _("Filen är tom. Den behöver en rad med rubriker och minst en rad under den. Inget har lästs in.")


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a table: the line it begins on in the file, and its cells by heading."""

    number: int
    cells: dict[str, str]


@dataclass(frozen=True, slots=True)
class Table:
    """Headings, each once, and the rows under them that are not empty."""

    headings: tuple[str, ...]
    lines: tuple[Line, ...]


def read(source: Path | bytes) -> Table:
    """Read a table from a file or from its bytes; raises Invalid that says what to do with it."""
    content = source if isinstance(source, bytes) else _bytes(source)
    if len(content) > LARGEST:
        raise TableTooLarge(field="file")
    text = _decoded(content)
    try:
        rows = list(_rows(text))
    except csv.Error:
        raise NotATable(field="file") from None
    if len(rows) < 2:  # noqa: PLR2004 - a row of headings and one more
        raise EmptyTable(field="file")
    headings = _headings(rows[0][1])
    return Table(headings, tuple(_line(number, headings, cells) for number, cells in rows[1:]))


def _bytes(path: Path) -> bytes:
    if path.stat().st_size > LARGEST:
        raise TableTooLarge(field="file")
    return path.read_bytes()


def _decoded(content: bytes) -> str:
    if content.startswith(_SPREADSHEET):
        raise NotATable(field="file")
    if content.startswith(_WIDE):
        text = content.decode("utf-16", errors="replace")
    else:
        try:
            text = content.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = content.decode("cp1252", errors="replace")
    if "\0" in text:
        raise NotATable(field="file")
    return text


def _rows(text: str) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text), strict=True)
    begins = 1
    for count, cells in enumerate(reader):
        if count > MOST_ROWS:
            raise TableTooLarge(field="file")
        if any(cell.strip() for cell in cells):
            yield begins, cells
        begins = reader.line_num + 1


def _separator(text: str) -> str:
    """The sign that stands most often in the headings, outside quotation marks."""
    heading = next((line for line in text.splitlines() if line.strip()), "")
    bare = "".join(heading.split('"')[::2])
    return max(_SEPARATORS, key=bare.count)


def _headings(cells: list[str]) -> tuple[str, ...]:
    """The headings without the stars of exports; one that is empty or comes again gets a number."""
    found: dict[str, None] = {}
    for number, cell in enumerate(cells, start=1):
        heading = " ".join(cell.replace("*", " ").split())[:100]
        found[heading if heading and heading not in found else f"{heading} ({number})".strip()] = None
    return tuple(found)


def _line(number: int, headings: tuple[str, ...], cells: list[str]) -> Line:
    return Line(number, {heading: cell.strip() for heading, cell in zip(headings, cells, strict=False)})
