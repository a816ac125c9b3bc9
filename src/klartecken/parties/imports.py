"""Bringing in the organisations that a firm knows already, from its customer system or a spreadsheet."""

from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from django.utils.translation import gettext_noop as _

from klartecken.core.refusals import Invalid
from klartecken.ledger.actions import step
from klartecken.parties import actions, checks, countries, identifiers, importing, sectors, tables
from klartecken.parties.checks import Particulars
from klartecken.parties.folding import folded
from klartecken.parties.importing import Column, Preview, Progress, Stored
from klartecken.parties.models import Kind, Party, PartyName
from klartecken.people import permissions
from klartecken.people.models import Person

_NAMES: Final = (
    "namn foretagsnamn bolagsnamn organisationsnamn kundnamn foretag bolag organisation kund name companyname "
    "organizationname organisationname accountname legalname company account organization "
    "client clientname uppdragsgivare"
)
COLUMNS: Final = (
    Column("name", _("Namn"), _NAMES, required=True),
    Column(
        "se_orgnr",
        _("Organisationsnummer"),
        "orgnr organisationsnummer organisationsnr orgnummer peorgnr "
        "organizationnumber orgnumber organizationorgnr companyregistrationnumber registrationnumber companynumber",
    ),
    Column("lei", _("LEI"), "lei leikod leicode"),
    Column(
        "eu_tr",
        _("EU:s öppenhetsregister"),
        "oppenhetsregister euoppenhetsregister transparencyregister "
        "eutransparencyregister transparencyregisternumber tridentificationnumber",
    ),
    Column(
        "country",
        _("Land"),
        "land landskod country countryregion countrycode "
        "billingcountry billingcountrycode organizationcountry organizationcountryofaddress countryofaddress",
    ),
    Column("SNI2007", _("SNI 2007"), "sni2007 sni2007kod"),
    Column("SNI2025", _("SNI 2025"), "sni2025 sni2025kod"),
    Column("NACE2", _("NACE 2"), "nace2 nacerev2"),
    Column("earlier_names", _("Tidigare namn"), "tidigarenamn formername formernames previousname"),
    Column("other_names", _("Andra namn"), "andranamn alias aliases tradename bifirma doingbusinessas"),
)
"""What a row may say of a party; a stated classification is never guessed."""

_CLASSIFICATIONS: Final = ("SNI2007", "SNI2025", "NACE2")
_SCHEMES: Final = ("se_orgnr", "lei", "eu_tr")


def read(path: Path | bytes, mapping: Mapping[str, str] | None = None) -> Preview[Particulars]:
    """Read a table of parties without storing anything; without a mapping, the columns are guessed.

    Raises Invalid when the file is no table. A mapping that lacks the name gives a preview without rows.
    """
    table = tables.read(path)
    columns = importing.chosen(COLUMNS, table, mapping)
    if "name" not in columns:
        return Preview(table.headings, columns, len(table.lines), table.lines[: importing.SAMPLE], (), ())
    return importing.previewed(table, columns, _Reader())


def store(preview: Preview[Particulars], by: Person, now: datetime, *, progress: Progress = iter) -> Stored:
    """Register the good rows of a preview, all or none; what the same person has brought in before is passed over."""
    permissions.administrator_only(by, now=now)
    importing.check_mapped(COLUMNS, preview.mapping)
    if not preview.rows:
        raise importing.NothingToImport(field="file")
    new = 0
    with step():
        known = _brought_in_by(by)
        for _line, particulars in progress(preview.rows):
            if _key(particulars.name, particulars.identifiers) in known:
                continue
            _register(particulars, by=by, now=now)
            new += 1
    return Stored(new=new, known=len(preview.rows) - new)


class _Reader:
    """Reads rows one by one, and remembers them to find the one that comes again."""

    def __init__(self) -> None:
        """Begin with nothing read."""
        self.seen: set[tuple[str, tuple[tuple[str, str], ...]]] = set()

    def __call__(self, cells: Mapping[str, str]) -> tuple[Particulars | None, list[Invalid]]:
        """Return a party's particulars, or everything that is wrong with the row."""
        values, refusals = importing.gathered(_readings(cells))
        if refusals:
            return None, refusals
        numbers = tuple((scheme, values[scheme]) for scheme in _SCHEMES if values.get(scheme))
        key = _key(values["name"], numbers)
        if key in self.seen:
            return None, [importing.TwiceInTheFile(field="name")]
        self.seen.add(key)
        return _particulars(values, numbers), []


def _readings(cells: Mapping[str, str]) -> dict[str, Callable[[], object]]:
    readings: dict[str, Callable[[], object]] = {
        "name": lambda: checks.name(importing.needed(cells["name"])),
        "country": lambda: countries.read(cells.get("country", "")),
    }
    for scheme in _SCHEMES:
        if cells.get(scheme):
            readings[scheme] = lambda scheme=scheme: identifiers.check(scheme, cells[scheme])  # type: ignore[misc]
    for version in _CLASSIFICATIONS:
        if cells.get(version):
            readings[version] = lambda version=version: [  # type: ignore[misc]
                sectors.check(version, code) for code in importing.several(cells[version])
            ]
    for kind in ("earlier_names", "other_names"):
        readings[kind] = lambda kind=kind: [checks.name(each) for each in importing.several(cells.get(kind, ""))]  # type: ignore[misc]
    return readings


def _particulars(values: Mapping[str, object], numbers: tuple[tuple[str, str], ...]) -> Particulars:
    return Particulars(
        kind=Kind.ORGANISATION.value,
        name=str(values["name"]),
        country=str(values["country"]) or ("SE" if "se_orgnr" in dict(numbers) else ""),
        identifiers=numbers,
        other_names=tuple(
            (name, kind.value)
            for kind, column in ((PartyName.Kind.EARLIER, "earlier_names"), (PartyName.Kind.OTHER, "other_names"))
            for name in _listed(values.get(column))
        ),
        sectors=tuple(pair for version in _CLASSIFICATIONS for pair in _listed(values.get(version))),
    )


def _listed(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


def _key(name: str, numbers: tuple[tuple[str, str], ...]) -> tuple[str, tuple[tuple[str, str], ...]]:
    """What makes two rows the same party: the numbers where there are any, else the name."""
    return ("", tuple(sorted(numbers))) if numbers else (folded(name), ())


def _brought_in_by(person: Person) -> set[tuple[str, tuple[tuple[str, str], ...]]]:
    own = Party.objects.filter(created_by=person).prefetch_related("identifiers")
    return {_key(party.name, tuple((each.scheme, each.value) for each in party.identifiers.all())) for party in own}


def _register(particulars: Particulars, *, by: Person, now: datetime) -> Party:
    return actions.register(
        name=particulars.name,
        country=particulars.country,
        identifiers=particulars.identifiers,
        other_names=particulars.other_names,
        sectors=particulars.sectors,
        by=by,
        now=now,
    )
