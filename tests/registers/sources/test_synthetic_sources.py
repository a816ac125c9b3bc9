# ruff: noqa: E501 - rows of files are as long as they are
"""Sources whose real files could not be had: every file here is written by hand from the format's description."""

import json
from pathlib import Path
from typing import Any

import pytest

from klartecken.registers import Entity, OwnershipEdge
from klartecken.registers.errors import LegalBasisMissing, WrongFormat
from klartecken.registers.sources import SOURCES, Choices, Report
from klartecken.registers.sources.reading import Record

BASIS = Choices(persons=True, legal_basis="GDPR art. 10, tillstånd 2026:1")


def read(path: Path, source: str, choices: Choices | None = None) -> tuple[list[Record], Report]:
    report = Report()
    return list(SOURCES[source].read([path], choices or Choices(), report)), report


def file_of(tmp_path: Path, text: str, encoding: str = "utf-8") -> Path:
    (tmp_path / "list").write_bytes(text.encode(encoding))
    return tmp_path / "list"


def lines(*rows: dict[str, Any]) -> str:
    return "\n".join(json.dumps(row) for row in rows)


COMPANY = {
    "id": "Q1", "caption": "Nordljus AB", "schema": "Company", "datasets": ["us_ofac_sdn", "eu_fsf"], "unknown": {"x": 1},
    "properties": {
        "name": ["Nordljus AB"], "alias": ["Норрлюс"], "jurisdiction": ["se"], "leiCode": ["5493X"], "topics": ["sanction"],
        "outsideTheModel": [{"nested": True}],
    },
}  # fmt: skip
PERSON = {
    "id": "Q2", "caption": "Eva Exempel", "schema": "Person", "datasets": ["us_ofac_sdn"],
    "properties": {"name": ["Eva Exempel"], "nationality": ["ru"], "country": ["ru"], "passportNumber": ["1"]},
}  # fmt: skip
OWNERSHIP = {"id": "o", "schema": "Ownership", "properties": {"owner": ["Q2"], "asset": ["Q1"], "percentage": ["51 %"]}}
NORDLJUS = Entity(
    "Q1", "Nordljus AB", ("Норрлюс",), country="se", identifiers=(("lei", "5493X"),), register="followthemoney",
    extra={"list": "eu", "lists": ["eu", "ofac"], "topics": ["sanction"]},
)  # fmt: skip


def test_follow_the_money_with_ownership_and_a_bad_line(tmp_path: Path) -> None:
    path = file_of(tmp_path, lines(COMPANY) + "\nnot json\n" + lines(PERSON, OWNERSHIP))
    records, report = read(path, "followthemoney")
    assert records == [NORDLJUS, OwnershipEdge("Q1", "Q2", "owner", 0.51, register="followthemoney")]
    assert report.left_out == {"person": 1}
    assert [(row.line, row.reason) for row in report.bad_rows] == [(2, "not JSON")]


def test_a_person_beyond_eu_and_un_needs_a_legal_basis_and_keeps_only_names(tmp_path: Path) -> None:
    path = file_of(tmp_path, lines(PERSON))
    assert read(path, "followthemoney")[0] == []
    with pytest.raises(LegalBasisMissing):
        read(path, "followthemoney", Choices(persons=True))
    assert read(path, "followthemoney", BASIS)[0] == [
        Entity("Q2", "Eva Exempel", kind="person", register="followthemoney", extra={"list": "ofac", "lists": ["ofac"]})
    ]


SIMPLE = "id,schema,name,aliases,birth_date,countries,addresses,identifiers,sanctions,phones,emails"


@pytest.mark.parametrize("more", ["", ",program_ids"])
def test_the_simple_table_with_fifteen_or_sixteen_columns(tmp_path: Path, more: str) -> None:
    row = "Q1,Company,Nordljus AB,Norr;Ljus,,se,,5493X,,," + ("," if more else "")
    text = f"{SIMPLE}{more},dataset,first_seen,last_seen,last_change\n{row},eu_fsf,2024,2025,2025\n"
    assert read(file_of(tmp_path, text), "followthemoney")[0] == [
        Entity(
            "Q1", "Nordljus AB", ("Norr", "Ljus"), country="se", identifiers=(("any", "5493X"),), register="followthemoney",
            extra={"list": "eu", "lists": ["eu"]},
        )
    ]  # fmt: skip


EU = """<?xml version="1.0"?><export xmlns="http://eu.europa.ec/fpi/fsd/export" generationDate="2026-01-02">
<sanctionEntity euReferenceNumber="EU.1.1" logicalId="1"><regulation programme="RUS"/><subjectType code="enterprise"/>
<nameAlias wholeName="Nordljus Bank" strong="true"/><nameAlias wholeName="NB" strong="false"/>
<address countryIso2Code="RU"/><identification identificationTypeCode="regnumber" number="77-1"/></sanctionEntity>
<sanctionEntity euReferenceNumber="EU.2.1"><subjectType code="person"/><nameAlias firstName="Eva" lastName="Exempel"/>
<citizenship countryIso2Code="RU"/><address countryIso2Code="RU"/></sanctionEntity>
<sanctionEntity euReferenceNumber="EU.3.1"/></export>"""


def test_the_eu_list_without_citizenship_and_with_weak_names_apart(tmp_path: Path) -> None:
    records, report = read(file_of(tmp_path, EU), "eu")
    assert records == [
        Entity(
            "eu-EU.1.1", "Nordljus Bank", country="ru", identifiers=(("regnumber", "77-1"),), register="eu",
            extra={"list": "eu", "lists": ["eu"], "weak_names": ["NB"], "programmes": ["RUS"]},
        ),
        Entity("eu-EU.2.1", "Eva Exempel", kind="person", register="eu", extra={"list": "eu", "lists": ["eu"]}),
    ]  # fmt: skip
    assert (report.bad_count, report.source_date) == (1, "2026-01-02")


UN = """<?xml version="1.0"?><CONSOLIDATED_LIST dateGenerated="2026-01-02"><INDIVIDUALS><INDIVIDUAL><DATAID>1</DATAID>
<FIRST_NAME>Eva</FIRST_NAME><SECOND_NAME>Exempel</SECOND_NAME><REFERENCE_NUMBER>QDi.1</REFERENCE_NUMBER>
<NATIONALITY><VALUE>Sweden</VALUE></NATIONALITY>
<INDIVIDUAL_ALIAS><QUALITY>Good</QUALITY><ALIAS_NAME>Eva E</ALIAS_NAME></INDIVIDUAL_ALIAS>
<INDIVIDUAL_ALIAS><QUALITY>Low</QUALITY><ALIAS_NAME>Räven</ALIAS_NAME></INDIVIDUAL_ALIAS></INDIVIDUAL></INDIVIDUALS>
<ENTITIES><ENTITY><FIRST_NAME>Nordljus</FIRST_NAME><UN_LIST_TYPE>Al-Qaida</UN_LIST_TYPE><REFERENCE_NUMBER>QDe.2</REFERENCE_NUMBER>
<ENTITY_ADDRESS><COUNTRY>Sweden</COUNTRY></ENTITY_ADDRESS></ENTITY></ENTITIES></CONSOLIDATED_LIST>"""


def test_the_un_list(tmp_path: Path) -> None:
    assert read(file_of(tmp_path, UN), "un")[0] == [
        Entity(
            "un-QDi.1", "Eva Exempel", ("Eva E",), kind="person", register="un",
            extra={"list": "un", "lists": ["un"], "weak_names": ["Räven"]},
        ),
        Entity(
            "un-QDe.2", "Nordljus", country="se", register="un",
            extra={"list": "un", "lists": ["un"], "programmes": ["Al-Qaida"]},
        ),
    ]  # fmt: skip


UK = """Report Date: 02-Jan-2026
Last Updated,Unique ID,Name 6,Name 1,Name 2,Name type,Name non-latin script,"Individual, Entity, Ship",Regime Name,Address Country
02/01/2026,RUS0001,Nordljus Bank,,,Alias,Нордлюс,Entity,Russia,Russia
02/01/2026,RUS0001,Nordljus Joint Bank,,,Primary name,,Entity,Russia,Russia
02/01/2026,RUS0002,Exempel,Eva,,Primary name,,Individual,Russia,Russia
"""


def test_the_uk_list_joins_the_rows_of_one_id(tmp_path: Path) -> None:
    records, report = read(file_of(tmp_path, UK), "uk")
    bank = Entity(
        "uk-RUS0001", "Nordljus Joint Bank", ("Nordljus Bank", "Нордлюс"), country="ru", register="uk",
        extra={"list": "uk", "lists": ["uk"], "programmes": ["Russia"]},
    )  # fmt: skip
    assert records == [bank]
    assert (report.source_date, report.left_out) == ("2026-01-02", {"person": 1})
    assert [one.id for one in read(file_of(tmp_path, UK), "uk", BASIS)[0] if isinstance(one, Entity)] == [
        "uk-RUS0001",
        "uk-RUS0002",
    ]


BODS = [
    {"recordId": "e1", "recordType": "entity", "recordDetails": {
        "name": "Nordljus AB", "alternateNames": ["Nordlys"], "entityType": {"type": "registeredEntity"},
        "jurisdiction": {"code": "SE"}, "identifiers": [{"scheme": "SE-ORGNR", "id": "556677-8899"}]}},
    {"recordId": "p1", "recordType": "person", "recordDetails": {
        "names": [{"fullName": "Eva Exempel"}], "nationalities": [{"code": "RU"}], "birthDate": "1970"}},
    {"recordId": "r1", "recordType": "relationship", "recordDetails": {
        "subject": "e1", "interestedParty": "p1", "interests": [{"type": "shareholding", "share": {"exact": 51}, "startDate": "2020"}]}},
    {"recordId": "r2", "recordType": "relationship", "recordDetails": {
        "subject": "e1", "interestedParty": {"reason": "unknown"}, "interests": []}},
    {"recordId": "e2", "recordType": "entity", "recordStatus": "closed", "recordDetails": {"name": "Gone"}},
]  # fmt: skip


@pytest.mark.parametrize("as_list", [True, False])
def test_bods_without_nationalities(tmp_path: Path, as_list: bool) -> None:
    text = json.dumps(BODS) if as_list else lines(*BODS)
    records, report = read(file_of(tmp_path, text), "bods")
    assert records == [
        Entity(
            "e1", "Nordljus AB", ("Nordlys",), country="se", identifiers=(("SE-ORGNR", "556677-8899"),), register="bods",
            extra={"category": "registeredEntity"},
        ),
        Entity("p1", "Eva Exempel", kind="person", register="bods"),
        OwnershipEdge("e1", "p1", "shareholding", 0.51, since="2020", register="bods"),
        OwnershipEdge("e1", "", "exception", reason="unknown", register="bods"),
    ]  # fmt: skip
    assert report.left_out == {"closed": 1}


BOLAGSVERKET = (
    '"organisationsidentitet";"namnskyddslopnummer";"registreringsland";"organisationsnamn";"organisationsform";'
    '"avregistreringsdatum";"registreringsdatum"\n'
    '"5566778899$ORGNR-IDORG";"1";"SE-LAND";"Nordljus "Fina" AB$FORETAGSNAMN-ORGNAM$2001-01-01|Nordlys$SARSKILT-ORGNAM$2002";'
    '"AB-ORGFO";"";"2001-01-01"\n'
    '"197001011234$PERSON-IDORG";"1";"SE-LAND";"Evas Snickeri$FORETAGSNAMN-ORGNAM$2001";"E-ORGFO";"";""\n'
    '"too";"few"\n'
)


def test_bolagsverket_keeps_stray_quotes_and_no_personal_number(tmp_path: Path) -> None:
    records, report = read(file_of(tmp_path, BOLAGSVERKET), "bolagsverket")
    assert records == [
        Entity(
            "se-5566778899-1", 'Nordljus "Fina" AB', ("Nordlys",), country="se", identifiers=(("se_orgnr", "5566778899"),),
            register="bolagsverket", extra={"legal_form": "AB", "registered": "2001-01-01"},
        ),
        Entity(
            "se-Evas Snickeri-1", "Evas Snickeri", country="se", register="bolagsverket",
            extra={"legal_form": "E", "category": "SOLE_PROPRIETOR"},
        ),
    ]  # fmt: skip
    assert "1970" not in repr(records)
    assert [(row.line, row.reason) for row in report.bad_rows] == [(4, "2 columns, 7 expected")]


SCB = "PeOrgNr\tForetagsnamn\tJurForm\tNg1\tNg2\n165566778899\tNordljus Åkeri AB\t49\t49410\t00000\n197001011234\tEvas Snickeri\t10\t\t\n"


def test_scb_in_latin_1_with_sni_and_no_personal_number(tmp_path: Path) -> None:
    records, _ = read(file_of(tmp_path, SCB, "latin-1"), "scb")
    assert records == [
        Entity(
            "se-5566778899", "Nordljus Åkeri AB", country="se", identifiers=(("se_orgnr", "5566778899"),), register="scb",
            extra={"sectors": ["49410"], "legal_form": "49"},
        ),
        Entity(
            "se-Evas Snickeri", "Evas Snickeri", country="se", register="scb",
            extra={"legal_form": "10", "category": "SOLE_PROPRIETOR"},
        ),
    ]  # fmt: skip
    assert "1970" not in repr(records)


@pytest.mark.parametrize("source", ["eu", "un", "uk", "followthemoney", "bolagsverket", "scb"])
def test_another_kind_of_file_is_refused(tmp_path: Path, source: str) -> None:
    with pytest.raises(WrongFormat):
        read(file_of(tmp_path, "something else\nentirely\n"), source)


def test_every_source_says_its_licence_and_whether_its_tests_are_synthetic() -> None:
    assert all(source.licence and source.title for source in SOURCES.values())
    assert {name for name, source in SOURCES.items() if source.synthetic_tests} == {
        "eu", "un", "uk", "followthemoney", "bods", "bolagsverket", "scb",
    }  # fmt: skip
