import csv
from pathlib import Path

import pytest

from klartecken.registers.bulk import Matching, Wanted, match_file
from klartecken.registers.errors import WrongFormat
from klartecken.registers.importing import import_register

REGISTER = "id,name,country\n" + "".join(f"{number},Bolaget {number} Handel AB,se\n" for number in range(300))
PARTIES = "id;name;country\na;Bolaget 17 handel;se\nb;\nc;Zyxgård Qvarnström;\nd;Bolaget 250 Handel Aktiebolag;se\n"


@pytest.fixture
def parties(home: Path, tmp_path: Path) -> Path:
    (tmp_path / "register.csv").write_text(REGISTER, encoding="utf-8")
    import_register("csv", [tmp_path / "register.csv"], home=home)
    (tmp_path / "parties.csv").write_text(PARTIES, encoding="utf-8")
    return tmp_path / "parties.csv"


def hits(path: Path) -> list[tuple[str, str, str]]:
    with path.open(encoding="utf-8") as file:
        return [(row["line"], row["id"], row["hit_id"]) for row in csv.DictReader(file)]


def test_every_party_gets_its_hits_in_the_files_order(home: Path, parties: Path, tmp_path: Path) -> None:
    told: list[int] = []
    done = match_file(parties, tmp_path / "hits.csv", home=home, wanted=Wanted(limit=1), progress=told.append)
    assert hits(tmp_path / "hits.csv") == [("2", "a", "17"), ("5", "d", "250")]
    assert [(row.line, row.reason) for row in done.report.bad_rows] == [(3, "2 columns, 3 expected")]
    assert (done.parties, done.hits, told) == (3, 2, [3])
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".hits")] == []


def test_a_killed_run_goes_on_where_it_stopped(home: Path, parties: Path, tmp_path: Path) -> None:
    one_by_one = Wanted(block=1)
    whole = match_file(parties, tmp_path / "whole.csv", home=home)

    class KilledError(Exception):
        pass

    def kill(count: int) -> None:
        if count == 2:
            raise KilledError

    with pytest.raises(KilledError):
        match_file(parties, tmp_path / "hits.csv", home=home, wanted=one_by_one, progress=kill)
    (parts,) = tmp_path.glob(".hits.csv.parts-*")
    written = {path.name: path.stat().st_mtime_ns for path in parts.iterdir()}
    assert (tmp_path / "hits.csv").exists() is False
    assert len(written) == 2
    assert match_file(parties, tmp_path / "hits.csv", home=home, wanted=one_by_one) == Matching(
        whole.parties, whole.hits, whole.report
    )
    assert (tmp_path / "hits.csv").read_text() == (tmp_path / "whole.csv").read_text()


def test_a_file_without_names_is_refused(home: Path, parties: Path, tmp_path: Path) -> None:
    parties.write_text("something\nelse\n", encoding="utf-8")
    with pytest.raises(WrongFormat):
        match_file(parties, tmp_path / "hits.csv", home=home)
