"""Reading rows that an administrator pastes from a spreadsheet or a mail program; each wrong row says why."""

from dataclasses import dataclass
from datetime import date
from email.utils import parseaddr

from django.utils.translation import gettext_noop as _

LONGEST_TEXT = 100_000
MOST_ROWS = 500
SEPARATORS = ("\t", ";", ",")
LENGTH_OF_A_DATE = 10

NO_ADDRESS = _("Raden saknar en e-postadress.")
NO_NAME = _("Raden saknar ett namn. Skriv till exempel: Ebba Lind; ebba@firma.se")
TWICE = _("Adressen står mer än en gång. Den första raden gäller.")
NO_DATE = _("Raden saknar ett datum. Skriv det som 2024-05-31.")
TOO_LONG = _("Texten är för lång. Klistra in högst 500 rader i taget.")


@dataclass(frozen=True, slots=True)
class WrongRow:
    """A row that could not be read, as it stood, and why."""

    number: int
    text: str
    why: str


@dataclass(frozen=True, slots=True)
class Papers:
    """Paper undertakings that could be read: (address, day) each; and the rows that could not."""

    rows: tuple[tuple[str, date], ...]
    wrong: tuple[WrongRow, ...]


@dataclass(frozen=True, slots=True)
class Invited:
    """People to invite that could be read: (name, address) each; and the rows that could not."""

    rows: tuple[tuple[str, str], ...]
    wrong: tuple[WrongRow, ...]


def read_papers(text: str) -> Papers:
    """Read `address; day` rows, separated by tab, semicolon or comma; a first row of headings is passed over."""
    rows: list[tuple[str, date]] = []
    wrong: list[WrongRow] = []
    for number, line in _lines(text):
        cells = _cells(line)
        address = next((cell for cell in cells if "@" in cell), "")
        day = next((found for found in map(_date, cells) if found), None)
        if not address and day is None and number == 1:
            continue
        if not address or day is None:
            wrong.append(WrongRow(number, line, NO_DATE if address else NO_ADDRESS))
        else:
            rows.append((address, day))
    return Papers(tuple(rows), tuple(wrong))


def read_invitations(text: str) -> Invited:
    """Read one person a row: `Name; address`, `Name <address>`, or the address first."""
    rows: list[tuple[str, str]] = []
    wrong: list[WrongRow] = []
    for number, line in _lines(text):
        name, address = _name_and_address(line)
        if address.lower() in {known.lower() for _, known in rows}:
            wrong.append(WrongRow(number, line, TWICE))
        elif name and address:
            rows.append((name, address))
        else:
            wrong.append(WrongRow(number, line, NO_NAME if address else NO_ADDRESS))
    return Invited(tuple(rows), tuple(wrong))


def _lines(text: str) -> list[tuple[int, str]]:
    lines = ((number, line.strip()) for number, line in enumerate(text.splitlines(), start=1))
    return [(number, line) for number, line in lines if line.strip(";,\t ")]


def _cells(line: str) -> list[str]:
    separator = next((each for each in SEPARATORS if each in line), None)
    return [cell.strip().strip('"').strip() for cell in line.split(separator)]


def _name_and_address(line: str) -> tuple[str, str]:
    name, address = parseaddr(line)
    if name and "@" in address:
        return name, address
    cells = _cells(line) if any(separator in line for separator in SEPARATORS) else line.rsplit(maxsplit=1)
    address = next((cell for cell in cells if "@" in cell), "")
    return " ".join(cell for cell in cells if cell and "@" not in cell), address


def _date(cell: str) -> date | None:
    try:
        return date.fromisoformat(cell[:LENGTH_OF_A_DATE])
    except ValueError:
        return None
