from pathlib import Path

import pytest

from klartecken.registers.importing import import_register
from klartecken.registers.manifest import SnapshotRef
from klartecken.registers.screen import NotSearched, Party, screen_party
from klartecken.registers.snapshot import folder_of
from klartecken.registers.sources import Choices

OWN = "id,name,names,country,orgnr\n1,Nordljus Åkeri AB,Nordljus Transport,se,556677-8899\n2,Polstjärnan AB,,no,\n"
LISTED = "id,name,country,list\nx,Nordljus Åkeri OOO,ru,eu\n"


@pytest.fixture
def registers(home: Path, tmp_path: Path) -> dict[str, SnapshotRef]:
    refs = {}
    for name, text in (("own", OWN), ("listed", LISTED)):
        path = tmp_path / f"{name}.csv"
        path.write_text(text, encoding="utf-8")
        refs[name] = import_register("csv", [path], home=home, choices=Choices(register=name)).ref
    return refs


def test_several_registers_are_searched_as_one(home: Path, registers: dict[str, SnapshotRef]) -> None:
    screening = screen_party(Party("Nordljus Åkeri"), home=home)
    assert {(hit.register, hit.id) for hit in screening.hits[:2]} == {("own", "1"), ("listed", "x")}
    assert [one.register for one in screening.searched] == ["listed", "own"]
    assert screening.not_searched == ()
    assert all(hit.snapshot == registers[hit.register].id for hit in screening.hits)


def test_country_settles_between_equal_names(home: Path, registers: dict[str, SnapshotRef]) -> None:
    assert screen_party(Party("Nordljus Åkeri", country="ru"), home=home).hits[0].id == "x"
    assert screen_party(Party("Nordljus Åkeri", country="se"), home=home).hits[0].id == "1"


def test_an_identifier_in_common_decides_whatever_the_names(home: Path, registers: dict[str, SnapshotRef]) -> None:
    party = Party("Helt Annat Namn", identifiers=(("orgnr", "16556677-8899"),))
    hit = screen_party(party, home=home).hits[0]
    assert (hit.id, hit.score > 0.95) == ("1", True)
    assert "Samma identitetsnummer" in hit.sentence_sv
    assert "Same identifier" in hit.sentence_en


def test_another_number_of_the_same_kind_speaks_against(home: Path, registers: dict[str, SnapshotRef]) -> None:
    party = Party("Nordljus Åkeri AB", identifiers=(("orgnr", "556677-0000"),))
    with_number = {hit.id: hit.score for hit in screen_party(party, home=home).hits}
    without = {hit.id: hit.score for hit in screen_party(Party(party.name), home=home).hits}
    assert with_number["1"] < without["1"]
    assert with_number["x"] == without["x"]


def test_the_best_of_several_names_counts(home: Path, registers: dict[str, SnapshotRef]) -> None:
    hits = screen_party(Party("Okänt Bolag", names=("Nordljus Transport",)), home=home).hits
    assert (hits[0].id, hits[0].name) == ("1", "Nordljus Transport")


def test_nothing_found_says_what_was_searched(home: Path, registers: dict[str, SnapshotRef]) -> None:
    screening = screen_party(Party("Zyxgård Qvarnström"), home=home)
    assert screening.hits == ()
    assert [(one.register, one.entities) for one in screening.searched] == [("listed", 1), ("own", 2)]


def test_only_the_snapshots_asked_for_are_searched(home: Path, registers: dict[str, SnapshotRef]) -> None:
    screening = screen_party(Party("Nordljus"), home=home, snapshots=[registers["own"]])
    assert {hit.register for hit in screening.hits} == {"own"}


def test_a_damaged_or_missing_register_is_told_and_the_rest_is_searched(
    home: Path, registers: dict[str, SnapshotRef]
) -> None:
    assert screen_party(Party("Nordljus"), home=home).not_searched == ()
    (folder_of(registers["listed"], home=home) / "manifest.json").unlink()
    asked = [registers["listed"], registers["own"]]
    screening = screen_party(Party("Nordljus Åkeri"), home=home, snapshots=asked)
    assert [hit.id for hit in screening.hits][:1] == ["1"]
    (missing,) = screening.not_searched
    assert missing == NotSearched(
        "listed", registers["listed"].id, "register_no_such_snapshot", "Registerversionen finns inte."
    )


def test_registers_out_of_use_are_not_searched(home: Path) -> None:
    assert screen_party(Party("Nordljus"), home=home).searched == ()
