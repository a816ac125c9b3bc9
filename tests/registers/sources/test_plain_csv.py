from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from klartecken.registers import Entity, OwnershipEdge
from klartecken.registers.errors import RegisterRefused
from klartecken.registers.sources import SOURCES, Choices, Report
from klartecken.registers.sources.plain_csv import share_of
from klartecken.registers.sources.reading import Record


def read(
    tmp_path: Path, text: str, choices: Choices | None = None, encoding: str = "utf-8"
) -> tuple[list[Record], Report]:
    report = Report()
    (tmp_path / "list.csv").write_bytes(text.encode(encoding))
    return list(SOURCES["csv"].read([tmp_path / "list.csv"], choices or Choices(), report)), report


def test_every_column_has_its_place(tmp_path: Path) -> None:
    text = (
        "id;namn;names;kind;land;orgnr;identifiers;sni;list;owner;share;owner_country\n"
        "1;Nordljus AB;Norrsken|Nordlys;företag;SE;556677-8899;lei:5493X|duns:1;70.210|73.110;eu;Holding;51 %;CN\n"
    )
    assert read(tmp_path, text)[0] == [
        Entity(
            "1", "Nordljus AB", ("Norrsken", "Nordlys"), country="se",
            identifiers=(("se_orgnr", "556677-8899"), ("lei", "5493X"), ("duns", "1")), register="csv",
            extra={"list": "eu", "sectors": ["70.210", "73.110"]},
        ),
        Entity("Holding", "Holding", kind="other", country="cn", register="csv"),
        OwnershipEdge("1", "Holding", "owner", 0.51, register="csv"),
    ]  # fmt: skip


def test_the_files_own_column_names_can_be_mapped(tmp_path: Path) -> None:
    choices = Choices(columns={"name": "Kund", "id": "Nr"}, register="crm")
    assert read(tmp_path, "Nr,Kund\n7,Volvo\n", choices)[0] == [Entity("7", "Volvo", register="crm")]


def test_a_bad_row_is_told_with_its_line_and_the_rest_is_read(tmp_path: Path) -> None:
    records, report = read(tmp_path, "id,name,share,owner\n1,A,,\n2\n3,,,\n4,B,120 %,x\n5,C,,\n")
    assert [one.id for one in records if isinstance(one, Entity)] == ["1", "4", "5"]
    assert [(row.file, row.line, row.reason) for row in report.bad_rows] == [
        ("list.csv", 3, "1 columns, 4 expected"),
        ("list.csv", 4, "no name"),
        ("list.csv", 5, "share '120 %' is no number between 0 and 100 %"),
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_the_usual_encodings_are_told_apart(tmp_path: Path, encoding: str) -> None:
    assert read(tmp_path, "id,name\n1,Åkeriet Öst\n", encoding=encoding)[0] == [
        Entity("1", "Åkeriet Öst", register="csv")
    ]


@pytest.mark.parametrize(
    ("written", "share"),
    [("51 %", 0.51), ("51", 0.51), ("51,5%", 0.515), ("0.51", 0.51), ("1", 1.0), ("100", 1.0), ("0", 0.0), ("", None)],
)
def test_shares_as_people_write_them(written: str, share: float | None) -> None:
    assert share_of(written) == share


@pytest.mark.parametrize("written", ["a lot", "120", "-1", "nan"])
def test_what_is_no_share_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        share_of(written)


@settings(deadline=None, max_examples=60)
@given(content=st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    path = tmp_path_factory.mktemp("fuzz") / "list.csv"
    path.write_bytes(b"id,name,owner,share\n" + content)
    try:
        records = list(SOURCES["csv"].read([path], Choices(), Report()))
    except RegisterRefused:
        records = []
    assert all(isinstance(one, Entity | OwnershipEdge) for one in records)
