"""OFAC's list of specially designated nationals: three files without headings, joined on the first number.

Organisations by default; persons only when the administrator switches them on and states the legal basis.
"""

import csv
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from klartecken.registers.countries import country_code
from klartecken.registers.entity import Entity, EntityKind
from klartecken.registers.errors import WrongFormat
from klartecken.registers.sources.reading import Choices, Record, Report, Source, opened_text

NULL: Final = "-0-"
NAMES_COLUMNS: Final = 12
KINDS: Final[dict[str, EntityKind]] = {
    "": "organisation",
    "individual": "person",
    "vessel": "other",
    "aircraft": "other",
}


def read(files: Sequence[Path], choices: Choices, report: Report) -> Iterator[Record]:
    """The listed entities with their other names and, when it is only one, the country of their addresses."""
    persons = choices.may_read_persons()
    parts = {role: _rows(path, report) for role, path in _by_role(files).items()}
    if "sdn" not in parts:
        raise WrongFormat
    names: defaultdict[str, list[str]] = defaultdict(list)
    for row in parts.get("alt", ()):
        names[row[0]].append(row[3])
    countries: defaultdict[str, set[str]] = defaultdict(set)
    for row in parts.get("add", ()):
        if code := country_code(row[4]):
            countries[row[0]].add(code)
    for row in parts["sdn"]:
        kind = KINDS.get(row[2].lower(), "other")
        if kind == "person" and not persons:
            report.leave_out("person")
            continue
        yield _entity(row, kind, names=names[row[0]], countries=countries[row[0]])


def _entity(row: list[str], kind: EntityKind, *, names: list[str], countries: set[str]) -> Entity:
    extra = {
        "list": "ofac",
        "programmes": [part for part in row[3].replace("] [", "|").strip("[]").split("|") if part],
        "remarks": row[11],
    }
    return Entity(
        id=f"ofac-{row[0]}",
        name=row[1],
        names=tuple(dict.fromkeys(name for name in names if name and name != row[1])),
        kind=kind,
        country=next(iter(countries)) if len(countries) == 1 else "",
        identifiers=(("ofac", row[0]),),
        register="ofac",
        extra={key: value for key, value in extra.items() if value},
    )


def _by_role(files: Sequence[Path]) -> dict[str, Path]:
    return {role: path for path in files for role in ("sdn", "add", "alt") if path.name.lower().startswith(role)}


def _rows(path: Path, report: Report) -> Iterator[list[str]]:
    """The rows of one file; `-0-` becomes empty, the end-of-file sign is no row."""
    wanted = {"sdn": NAMES_COLUMNS, "add": 6, "alt": 5}[path.name.lower()[:3]]
    good = 0
    with opened_text(path) as file:
        rows = csv.reader(file)
        for row in rows:
            if len(row) == wanted and row[0].strip().isdigit():
                good += 1
                yield ["" if value.strip() == NULL else value.strip() for value in row]
            elif row and row[0].strip("\x1a "):
                report.bad(path, rows.line_num, f"{len(row)} columns, {wanted} expected")
    if not good:
        raise WrongFormat


OFAC: Final = Source(
    name="ofac",
    title="OFAC, Specially Designated Nationals",
    licence="US public domain",
    read=read,
    files="sdn.csv, add.csv and alt.csv",
)
