"""The UK sanctions list, as CSV: a line with the date, then several rows for each Unique ID.

Organisations and ships by default; persons only when the administrator switches them on and states the legal basis.
"""

import csv
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from klartecken.registers.countries import country_code
from klartecken.registers.entity import Entity, EntityKind
from klartecken.registers.errors import WrongFormat
from klartecken.registers.sources.lists import UK, reads_person
from klartecken.registers.sources.reading import Choices, Record, Report, Source, opened_text

DATE_LINE: Final = "Report Date:"
KIND_COLUMN: Final = "Individual, Entity, Ship"
_KINDS: Final[dict[str, EntityKind]] = {"individual": "person", "entity": "organisation", "ship": "other"}
_NAME_PARTS: Final = ("Name 1", "Name 2", "Name 3", "Name 4", "Name 5", "Name 6")

Row = Mapping[str, str]


def read(files: Sequence[Path], choices: Choices, report: Report) -> Iterator[Record]:
    """One entity for all rows of a Unique ID, with all its names."""
    for path in files:
        grouped: dict[str, list[Row]] = {}
        for row in _rows(path, report):
            grouped.setdefault(row["Unique ID"], []).append(row)
        for unique, rows in grouped.items():
            kind = _KINDS.get((rows[0].get(KIND_COLUMN) or "").strip().lower(), "other")
            if kind != "person" or reads_person([UK], choices, report):
                yield _entity(unique, rows, kind)


def _entity(unique: str, rows: list[Row], kind: EntityKind) -> Entity:
    primary_first = sorted(rows, key=lambda row: "primary" not in (row.get("Name type") or "").lower())
    names = [name for row in primary_first for name in (_name(row), (row.get("Name non-latin script") or "").strip())]
    different = [name for name in dict.fromkeys(names) if name]
    countries = {country_code(row.get("Address Country") or "") for row in rows} - {""}
    regime = (rows[0].get("Regime Name") or "").strip()
    return Entity(
        id=f"uk-{unique}",
        name=different[0] if different else unique,
        names=tuple(different[1:]),
        kind=kind,
        country=countries.pop() if len(countries) == 1 and kind != "person" else "",
        register="uk",
        extra={"list": UK, "lists": [UK], **({"programmes": [regime]} if regime else {})},
    )


def _name(row: Row) -> str:
    return " ".join(filter(None, ((row.get(part) or "").strip() for part in _NAME_PARTS)))


def _rows(path: Path, report: Report) -> Iterator[Row]:
    with opened_text(path) as file:
        first = file.readline()
        if not first.startswith(DATE_LINE):
            raise WrongFormat
        report.source_date = _date(first.removeprefix(DATE_LINE).strip().strip(","))
        rows = csv.DictReader(file)
        if not {"Unique ID", "Name 6"} <= set(rows.fieldnames or ()):
            raise WrongFormat
        for row in rows:
            if row["Unique ID"]:
                yield row
            else:
                report.bad(path, rows.line_num + 1, "no Unique ID")


def _date(written: str) -> str:
    for form in ("%d-%b-%Y", "%d/%m/%Y"):
        try:
            return datetime.strptime(written, form).replace(tzinfo=UTC).date().isoformat()
        except ValueError:
            continue
    return ""


UK_LIST: Final = Source(
    name="uk",
    title="Storbritannien, UK Sanctions List",
    licence="Open Government Licence v3.0",
    read=read,
    files="UK-Sanctions-List.csv",
    synthetic_tests=True,
)
