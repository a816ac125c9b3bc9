from pathlib import Path

import pytest

from klartecken.core.refusals import Invalid
from klartecken.parties import tables
from klartecken.parties.tables import EmptyTable, Line, NotATable, Table, TableTooLarge

EXPECTED = Table(("Namn", "Ort"), (Line(2, {"Namn": "Åkeri; AB", "Ort": "Umeå"}),))


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "latin-1", "cp1252", "utf-16"])
def test_a_table_is_read_in_every_dialect_and_encoding(separator: str, encoding: str) -> None:
    content = f'Namn{separator}Ort\r\n"Åkeri; AB"{separator}Umeå\r\n'.encode(encoding)
    assert tables.read(content) == EXPECTED


def test_lines_are_counted_as_in_the_file(tmp_path: Path) -> None:
    path = tmp_path / "kunder.csv"
    path.write_text('Namn;Ord\n\n"A";"två\nrader"\n;\nB;b\n', encoding="utf-8")
    assert [line.number for line in tables.read(path).lines] == [3, 6]


def test_headings_lose_their_stars_and_stand_once_each() -> None:
    assert tables.read(b"* Organization - Name;;Name;Name\nA;B;C;D").headings == (
        "Organization - Name",
        "(2)",
        "Name",
        "Name (4)",
    )


def test_a_row_with_more_or_fewer_cells_than_headings_is_read() -> None:
    assert [line.cells for line in tables.read(b"A;B\n1\n1;2;3").lines] == [{"A": "1"}, {"A": "1", "B": "2"}]


@pytest.mark.parametrize(
    ("content", "refusal"),
    [
        (b"", EmptyTable),
        (b"\n\n", EmptyTable),
        (b"Namn\n", EmptyTable),
        (b"PK\x03\x04 a spreadsheet", NotATable),
        (b"Namn\n\0\0", NotATable),
        (b'Namn\n"cut in the middle', NotATable),
        (b"A;B\n" + b"x" * 200_000 + b";1", NotATable),
        (b"A\n" + b"1\n" * (tables.MOST_ROWS + 1), TableTooLarge),
        (b"x" * (tables.LARGEST + 1), TableTooLarge),
    ],
)
def test_what_is_no_table_is_refused(content: bytes, refusal: type[Invalid]) -> None:
    with pytest.raises(refusal) as caught:
        tables.read(content)
    assert caught.value.field == "file"
