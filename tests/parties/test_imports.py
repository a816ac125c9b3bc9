from datetime import date, datetime
from pathlib import Path

import pytest

from klartecken.core.refusals import Invalid
from klartecken.ledger.models import Entry
from klartecken.parties import countries, imports
from klartecken.parties.checks import Particulars
from klartecken.parties.errors import WrongCountry
from klartecken.parties.importing import ColumnMissing, NothingToImport, Stored, WrongCell, WrongDate, day, guessed
from klartecken.parties.models import Party
from klartecken.people.errors import NotTheAdministrator
from klartecken.people.models import Person, Role, RoleHolding

GOOD = "Namn;Orgnr;Land;SNI 2007;Tidigare namn\nNordvind AB;556012-5790;Sverige;35.110;Vinden|Blåst\nGråsten;;no;;\n"


@pytest.fixture
def axel(db: None, now: datetime) -> Person:
    """The administrator."""
    person = Person.objects.create_user("axel@example.com", name="Axel Nord", joined_at=now)
    RoleHolding.objects.create(person=person, role=Role.ADMINISTRATOR, from_date=date(2020, 1, 1))
    return person


def test_a_preview_reads_every_row_and_stores_none(axel: Person) -> None:
    preview = imports.read(GOOD.encode())
    assert preview.mapping == {
        "name": "Namn",
        "se_orgnr": "Orgnr",
        "country": "Land",
        "SNI2007": "SNI 2007",
        "earlier_names": "Tidigare namn",
    }
    assert preview.rows == (
        (
            2,
            Particulars(
                kind="organisation",
                name="Nordvind AB",
                country="SE",
                identifiers=(("se_orgnr", "5560125790"),),
                other_names=(("Vinden", "earlier"), ("Blåst", "earlier")),
                sectors=(("SNI2007", "35.110"),),
            ),
        ),
        (3, Particulars(kind="organisation", name="Gråsten", country="NO")),
    )
    assert (preview.lines, preview.wrong, Party.objects.count()) == (2, (), 0)


def test_a_preview_is_stored_in_one_step_and_a_second_time_adds_nothing(
    axel: Person, now: datetime, tmp_path: Path
) -> None:
    path = tmp_path / "kunder.csv"
    path.write_text(GOOD, encoding="latin-1")
    assert imports.store(imports.read(path), axel, now) == Stored(new=2, known=0)
    assert imports.store(imports.read(path), axel, now) == Stored(new=0, known=2)
    assert set(Party.objects.values_list("name", "created_by__name")) == {
        ("Nordvind AB", "Axel Nord"),
        ("Gråsten", "Axel Nord"),
    }
    assert set(Entry.objects.values_list("verb", flat=True)) == {"party.registered"}


def test_everything_wrong_with_a_row_is_told_by_line_and_the_good_rows_remain() -> None:
    content = "Namn;Orgnr;Land\nNordvind;556012-5791;Mordor\n;;\n;5560125790;\nGråsten;;\nGRÅSTEN;;\nSkogen 🌲;;se\n"
    preview = imports.read(content.encode())
    assert [(cell.line, cell.column, cell.code) for cell in preview.wrong] == [
        (2, "Land", "wrong_country"),
        (2, "Orgnr", "wrong_organisation_number"),
        (4, "Namn", "cell_missing"),
        (6, "Namn", "twice_in_the_file"),
    ]
    assert [(line, row.name) for line, row in preview.rows] == [(5, "Gråsten"), (7, "Skogen 🌲")]
    assert all(isinstance(cell, WrongCell) and "Nordvind" not in cell.message for cell in preview.wrong)


@pytest.mark.parametrize(
    ("headings", "mapping"),
    [
        (
            ["Record ID", "Company name", "Company Domain Name", "Company owner", "Industry", "Country/Region"],
            {"name": "Company name", "country": "Country/Region"},
        ),
        (["Record ID", "COMPANY NAME"], {"name": "COMPANY NAME"}),
        (["Organization - Name", "Organization - Country of Address"], {
            "name": "Organization - Name",
            "country": "Organization - Country of Address",
        }),
        (["Id", "Name", "ParentId", "BillingCountry"], {"name": "Name", "country": "BillingCountry"}),
        (["Företagsnamn", "Organisationsnummer", "Landskod"], {
            "name": "Företagsnamn",
            "se_orgnr": "Organisationsnummer",
            "country": "Landskod",
        }),
        (["PeOrgNr", "Färg"], {"se_orgnr": "PeOrgNr"}),
    ],
)  # fmt: skip
def test_the_headings_of_customer_systems_are_recognised(headings: list[str], mapping: dict[str, str]) -> None:
    assert guessed(imports.COLUMNS, headings) == mapping


def test_a_mapping_of_ones_own_wins_and_one_without_a_name_stores_nothing(axel: Person, now: datetime) -> None:
    content = b"Vem;Namn\nNordvind;n/a\n"
    preview = imports.read(content, {"name": "Vem", "nonsense": "Namn", "country": "Ingen"})
    assert [row.name for _line, row in preview.rows] == ["Nordvind"]
    with pytest.raises(ColumnMissing):
        imports.store(imports.read(content, {}), axel, now)


def test_a_file_without_one_good_row_stores_nothing(axel: Person, now: datetime) -> None:
    with pytest.raises(NothingToImport):
        imports.store(imports.read(b"Namn;Orgnr\nNordvind;1"), axel, now)


def test_only_the_administrator_brings_parties_in(ebba: Person, now: datetime) -> None:
    with pytest.raises(NotTheAdministrator):
        imports.store(imports.read(GOOD.encode()), ebba, now)
    assert not Party.objects.exists()


def test_a_storing_that_is_broken_off_leaves_nothing_half_written(axel: Person, now: datetime) -> None:
    def breaks_off(rows: object) -> object:
        yield from list(rows)[:1]  # type: ignore[call-overload]
        raise OSError

    with pytest.raises(OSError):  # noqa: PT011 - any error of the disk
        imports.store(imports.read(GOOD.encode()), axel, now, progress=breaks_off)  # type: ignore[arg-type]
    assert (Party.objects.count(), Entry.objects.count()) == (0, 0)


@pytest.mark.parametrize(
    ("written", "code"),
    [("Sverige", "SE"), ("sweden", "SE"), ("se", "SE"), ("United Kingdom", "GB"), ("Österrike", "AT"), ("", "")],
)
def test_countries_are_read_by_name_and_by_code(written: str, code: str) -> None:
    assert countries.read(written) == code


def test_a_country_that_nobody_knows_is_refused() -> None:
    with pytest.raises(WrongCountry):
        countries.read("Mordor")


@pytest.mark.parametrize(
    "written", ["2024-03-01", "20240301", "1.3.2024", "2024/03/01", "2024-03-01 12:30", "2024-03-01T00:00"]
)
def test_dates_are_read_as_systems_write_them(written: str) -> None:
    assert day(written) == date(2024, 3, 1)


@pytest.mark.parametrize("written", ["igår", "2024-13-01", "01/02/2024", "🌲"])
def test_a_date_that_can_mean_two_things_is_refused(written: str) -> None:
    with pytest.raises(WrongDate) as caught:
        day(written)
    assert isinstance(caught.value, Invalid)
