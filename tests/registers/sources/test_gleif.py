"""On GLEIF's real files, where they are."""

import gzip
from pathlib import Path

import pytest

from klartecken.registers import Entity, OwnershipEdge
from klartecken.registers.sources import SOURCES, Choices, Report
from klartecken.registers.sources.reading import Record


def read(*files: Path) -> tuple[list[Record], Report]:
    report = Report()
    return list(SOURCES["gleif"].read(files, Choices(), report)), report


def test_the_golden_copy_as_json(shared_registers: Path) -> None:
    records, _ = read(shared_registers / "gleif" / "20240505-0000-gleif-goldencopy-lei2-intra-day.json")
    assert len(records) == 577
    assert records[0] == Entity(
        "097900BID10000147476",
        "ALFA REY s.r.o.",
        ("ALFA REY SRO",),
        country="sk",
        identifiers=(("lei", "097900BID10000147476"), ("RA000526", "51078066")),
        register="gleif",
        extra={
            "status": "ACTIVE", "category": "GENERAL", "legal_form": "VSZS", "city": "Nové Mesto nad Váhom",
            "head_office_country": "sk", "updated": "2024-05-04",
        },
    )  # fmt: skip
    assert sum(isinstance(one, Entity) and one.country == "se" for one in records) == 20


def test_entities_relations_and_exceptions_as_xml(shared_registers: Path) -> None:
    folder = shared_registers / "gleif"
    entities, report = read(folder / "lei-data.xml")
    relations, _ = read(folder / "rr-data.xml")
    exceptions, _ = read(folder / "repex-data.xml")
    assert [len(entities), len(relations)] == [13, 10]
    assert relations[0] == OwnershipEdge(
        "001GPB6A9XPE8XJICC14", "5493001Z012YSB2A0K51", "fund_manager", since="2012-11-29", register="gleif"
    )
    assert exceptions[0] == OwnershipEdge(
        "001GPB6A9XPE8XJICC14", "", "exception", reason="no_direct_parent: NO_KNOWN_PERSON", register="gleif"
    )
    assert (report.source_date, report.declared) == ("2023-06-05", 2394586)


def test_a_gzipped_file_is_read_as_it_is(shared_registers: Path, tmp_path: Path) -> None:
    plainly = shared_registers / "gleif" / "rr-data.xml"
    packed = tmp_path / "rr.xml.gz"
    packed.write_bytes(gzip.compress(plainly.read_bytes()))
    assert read(packed)[0] == read(plainly)[0]


CSV = """LEI,Entity.LegalName,Entity.LegalName.xmllang,Entity.OtherEntityNames.OtherEntityName.1,\
Entity.OtherEntityNames.OtherEntityName.1.xmllang,Entity.OtherEntityNames.OtherEntityName.1.type,Entity.LegalJurisdiction,\
Entity.RegistrationAuthority.RegistrationAuthorityID,Entity.RegistrationAuthority.RegistrationAuthorityEntityID,Entity.EntityStatus
5493SYNTHETIC0000001,Nordljus AB,sv,Norrsken AB,sv,PREVIOUS_LEGAL_NAME,SE,RA000544,556677-8899,ACTIVE
5493SYNTHETIC0000002,,sv,,,,SE,,,ACTIVE
"""


@pytest.fixture
def synthetic_csv(tmp_path: Path) -> Path:
    """Written by hand from the format's description."""
    (tmp_path / "lei2.csv").write_text(CSV, encoding="utf-8")
    return tmp_path / "lei2.csv"


def test_the_golden_copy_as_csv(synthetic_csv: Path) -> None:
    records, report = read(synthetic_csv)
    assert records == [
        Entity(
            "5493SYNTHETIC0000001",
            "Nordljus AB",
            ("Norrsken AB",),
            country="se",
            identifiers=(("lei", "5493SYNTHETIC0000001"), ("RA000544", "556677-8899")),
            register="gleif",
            extra={"status": "ACTIVE"},
        )
    ]
    assert [(row.line, row.reason) for row in report.bad_rows] == [(3, "no LEI or no name")]
