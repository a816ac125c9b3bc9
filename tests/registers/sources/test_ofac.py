from pathlib import Path

import pytest

from klartecken.registers import Entity
from klartecken.registers.errors import LegalBasisMissing
from klartecken.registers.sources import SOURCES, Choices, Report
from klartecken.registers.sources.reading import Record


def read(folder: Path, choices: Choices) -> tuple[list[Record], Report]:
    report = Report()
    return list(SOURCES["ofac"].read(sorted((folder / "ofac").glob("*.csv")), choices, report)), report


def test_organisations_with_their_other_names_and_country(shared_registers: Path) -> None:
    records, report = read(shared_registers, Choices())
    assert records[0] == Entity(
        "ofac-36",
        "AEROCARIBBEAN AIRLINES",
        ("AERO-CARIBBEAN",),
        country="cu",
        identifiers=(("ofac", "36"),),
        register="ofac",
        extra={"list": "ofac", "programmes": ["CUBA"]},
    )
    assert report.bad_count == 0


def test_persons_are_left_out_and_counted(shared_registers: Path) -> None:
    records, report = read(shared_registers, Choices())
    assert {one.kind for one in records if isinstance(one, Entity)} == {"organisation", "other"}
    assert report.left_out == {"person": 4620}


def test_persons_need_a_stated_legal_basis(shared_registers: Path) -> None:
    with pytest.raises(LegalBasisMissing):
        read(shared_registers, Choices(persons=True, legal_basis=" "))
    records, report = read(shared_registers, Choices(persons=True, legal_basis="GDPR art. 10, tillstånd 2026:1"))
    assert sum(isinstance(one, Entity) and one.kind == "person" for one in records) == 4620
    assert report.left_out == {}
