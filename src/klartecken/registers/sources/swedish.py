"""Swedish company registers: Bolagsverket's bulk file and SCB's.

The number of a sole trader is a personal identity number: it is never kept.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from klartecken.registers.entity import Entity
from klartecken.registers.errors import WrongFormat
from klartecken.registers.sources.reading import Choices, Record, Report, Source, opened_text

SOLE_TRADER_FORMS: Final = frozenset({"E-ORGFO", "ENK", "10"})
LEGAL_ENTITY: Final = "16"
TWELVE_DIGITS: Final = 12
Split = Callable[[str], list[str]]
_BOLAGSVERKET_NEEDS: Final = {"organisationsidentitet", "namnskyddslopnummer", "organisationsnamn"}


def read_bolagsverket(files: Sequence[Path], choices: Choices, report: Report) -> Iterator[Record]:
    """Organisations of Bolagsverket's file, one for each organisation number and serial number."""
    del choices
    for path in files:
        for line, row in _rows(path, report, split=_split_quoted, needed=_BOLAGSVERKET_NEEDS):
            found = _organisation(row)
            if found is None:
                report.bad(path, line, "no name")
            else:
                yield found


def _organisation(row: Mapping[str, str]) -> Entity | None:
    number, _, kind_of_number = row["organisationsidentitet"].partition("$")
    names = [part.split("$")[0].strip() for part in row["organisationsnamn"].split("|")]
    names = [name for name in dict.fromkeys(names) if name]
    if not names:
        return None
    form = row.get("organisationsform", "")
    private = "PERSON" in kind_of_number.upper() or form in SOLE_TRADER_FORMS
    extra: dict[str, Any] = {
        "legal_form": form.partition("-")[0],
        "removed": row.get("avregistreringsdatum", ""),
        "registered": row.get("registreringsdatum", ""),
        "category": "SOLE_PROPRIETOR" if private else "",
    }
    serial = row["namnskyddslopnummer"] or "1"
    return Entity(
        id=f"se-{names[0]}-{serial}" if private else f"se-{number}-{serial}",
        name=names[0],
        names=tuple(names[1:]),
        country=(row.get("registreringsland", "SE-LAND").partition("-")[0] or "SE").lower(),
        identifiers=() if private or not number else (("se_orgnr", number),),
        register="bolagsverket",
        extra={key: value for key, value in extra.items() if value},
    )


def read_scb(files: Sequence[Path], choices: Choices, report: Report) -> Iterator[Record]:
    """Organisations of SCB's file, with their SNI codes."""
    del choices
    for path in files:
        for line, row in _rows(path, report, split=_split_tabs, needed={"PeOrgNr"}):
            found = _scb_organisation(row)
            if found is None:
                report.bad(path, line, "no number or no name")
            else:
                yield found


def _scb_organisation(row: Mapping[str, str]) -> Entity | None:
    written = row["PeOrgNr"].strip()
    name = (row.get("Foretagsnamn") or row.get("Namn") or row.get("Firma") or "").strip()
    if not written or not name:
        return None
    private = len(written) == TWELVE_DIGITS and not written.startswith(LEGAL_ENTITY)
    number = written[2:] if len(written) == TWELVE_DIGITS else written
    codes = ((row.get(f"Ng{place}") or "").strip() for place in range(1, 6))
    sectors = [code for code in codes if code.strip("0")]
    extra: dict[str, Any] = {"sectors": sectors, "legal_form": row.get("JurForm", "")}
    if private:
        extra["category"] = "SOLE_PROPRIETOR"
    return Entity(
        id=f"se-{name}" if private else f"se-{number}",
        name=name,
        country="se",
        identifiers=() if private else (("se_orgnr", number),),
        register="scb",
        extra={key: value for key, value in extra.items() if value},
    )


def _rows(path: Path, report: Report, *, split: Split, needed: set[str]) -> Iterator[tuple[int, dict[str, str]]]:
    with opened_text(path, fallback="latin-1") as file:
        heading = split(file.readline())
        if not needed <= set(heading):
            raise WrongFormat
        for line, text in enumerate(file, start=2):
            values = split(text)
            if len(values) == len(heading):
                yield line, dict(zip(heading, values, strict=True))
            elif text.strip():
                report.bad(path, line, f"{len(values)} columns, {len(heading)} expected")


def _split_quoted(line: str) -> list[str]:
    """Fields between quotes and semicolons; a stray quote inside a field does no harm."""
    text = line.strip("\r\n")
    return text.removeprefix('"').removesuffix('"').split('";"')


def _split_tabs(line: str) -> list[str]:
    return [value.strip().strip('"') for value in line.strip("\r\n").split("\t")]


BOLAGSVERKET: Final = Source(
    name="bolagsverket",
    title="Bolagsverket, värdefulla datamängder",
    licence="CC BY 4.0",
    read=read_bolagsverket,
    files="bolagsverket_bulkfil.txt",
    synthetic_tests=True,
)
SCB: Final = Source(
    name="scb",
    title="SCB, företagsregistret",
    licence="CC BY 4.0",
    read=read_scb,
    files="scb_bulkfil.txt",
    synthetic_tests=True,
)
