"""The commands inside one program; those that need a home of their own are in test_own_home."""

import json
from pathlib import Path

import pytest

from klartecken.cli import main
from klartecken.ledger.models import Entry
from klartecken.people import actions as people
from klartecken.people import queries as people_queries
from klartecken.people.models import Person, Role
from klartecken.publication import actions as publication
from tests.begun import SPRING, begun, colleague

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def jonas(db: None) -> Person:
    people.found_firm(name="Sylve & Partner", now=SPRING)
    return colleague("Jonas Ek", Role.CEO, Role.ADMINISTRATOR)


@pytest.mark.parametrize("words", [[], ["nonsense"], ["serve", "--port", "0"], ["registers"], ["publish"]])
def test_misuse_is_code_2(words: list[str], capsys: Capture) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(words)

    assert stopped.value.code == 2
    assert "usage: klartecken" in capsys.readouterr().err


def test_without_a_firm_the_commands_say_what_to_do(db: None, capsys: Capture) -> None:
    assert main(["people"]) == 1
    assert capsys.readouterr().err == (
        "klartecken: There is no firm here yet. Run `klartecken init` or `klartecken demo` first.\n"
    )


def test_people_are_listed_with_their_roles(jonas: Person, capsys: Capture) -> None:
    colleague("Amina Said")

    assert main(["people", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == [
        {"email": "amina.said@sylve.example", "name": "Amina Said", "roles": []},
        {"email": "jonas.ek@sylve.example", "name": "Jonas Ek", "roles": ["administrator", "ceo"]},
    ]
    assert main(["people"]) == 0
    assert "jonas.ek@sylve.example    Jonas Ek  administrator, ceo" in capsys.readouterr().out


def test_an_invitation_prints_its_link(jonas: Person, capsys: Capture) -> None:
    assert main(["people", "invite", "maja.lo@sylve.example", "Maja Lo", "--role", "survey_owner"]) == 0

    assert "http://localhost:8000/invitation/" in capsys.readouterr().out
    invited = Person.objects.get(email="maja.lo@sylve.example")
    assert (invited.name, [holding.role for holding in invited.roles.all()]) == ("Maja Lo", ["survey_owner"])


def test_an_invitation_to_no_address_is_refused(jonas: Person, capsys: Capture) -> None:
    assert main(["people", "invite", "maja", "Maja Lo"]) == 1
    assert capsys.readouterr().err.startswith("klartecken: ")


def test_a_token_is_printed_alone_and_opens_for_its_person(jonas: Person, capsys: Capture) -> None:
    assert main(["token", "Jonas.Ek@sylve.example"]) == 0

    assert people_queries.person_by_token(capsys.readouterr().out.strip()) == jonas


def test_nobody_elses_address_gets_a_token(jonas: Person, capsys: Capture) -> None:
    assert main(["token", "nobody@sylve.example"]) == 1
    assert "Nobody who works here" in capsys.readouterr().err


def test_the_ledger_is_verified(jonas: Person, capsys: Capture) -> None:
    assert main(["ledger", "verify"]) == 0
    assert capsys.readouterr().out.endswith("the chain holds.\n")


def test_a_broken_ledger_is_code_1_and_names_the_entry(jonas: Person, capsys: Capture) -> None:
    Entry.objects.filter(sequence=2).update(actor="somebody")

    assert main(["ledger", "verify"]) == 1
    assert "entry 2 was changed\n" in capsys.readouterr().out
    assert main(["ledger", "verify", "--json"]) == 1
    assert json.loads(capsys.readouterr().out)["faults"] == [{"entry": 2, "fault": "changed"}]


def test_the_list_is_published_to_a_folder(jonas: Person, tmp_path: Path, capsys: Capture) -> None:
    publication.publish(begun(jonas), by=jonas, now=SPRING)

    assert main(["publish", "--out", str(tmp_path / "out")]) == 0
    assert "1 assignments are published" in capsys.readouterr().out
    assert (tmp_path / "out" / "index.html").exists()


def test_retention_runs_and_names_nobody(jonas: Person, capsys: Capture) -> None:
    begun(jonas, client="Hemliga Förfrågan AB", state="declined", now=SPRING.replace(year=2020))

    assert main(["retention", "run"]) == 0
    assert capsys.readouterr().out == "Erased: 1 cases, 0 viewpoints, 0 contacts.\n"
    assert main(["retention", "show"]) == 0
    assert capsys.readouterr().out.split()[:3] == ["closed", "12", "months"]


def test_a_rulebook_is_checked(tmp_path: Path, capsys: Capture) -> None:
    wrong = tmp_path / "rules.yaml"
    wrong.write_text("rules: [", encoding="utf-8")

    assert main(["policy", "check", str(wrong)]) == 1
    assert f"{wrong}:" in capsys.readouterr().err


def test_a_file_that_is_not_there_is_told_plainly(capsys: Capture) -> None:
    assert main(["policy", "check", "nowhere.yaml"]) == 1
    assert capsys.readouterr().err == "klartecken: No such file or directory: nowhere.yaml\n"


def test_a_register_is_imported_listed_chosen_verified_and_searched(
    home: Path, tmp_path: Path, capsys: Capture
) -> None:
    file = tmp_path / "register.csv"
    file.write_text("id,name,country\n1,Åkerbruket Energi AB,SE\n2,Brygga AB,SE\n", encoding="utf-8")

    assert main(["registers", "import", "csv", str(file), "--register", "own"]) == 0
    assert "2 entities" in capsys.readouterr().out
    assert main(["registers", "list"]) == 0
    listed = capsys.readouterr().out.split()
    assert listed[:2] == ["*", "own"]
    assert main(["registers", "use", "own", listed[2][:6]]) == 0
    assert main(["registers", "verify"]) == 0
    capsys.readouterr()
    assert main(["screen", "Akerbruket Energi", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["hits"][0]["name"], found["searched"][0]["register"]) == ("Åkerbruket Energi AB", "own")


def test_a_damaged_register_is_code_1(home: Path, tmp_path: Path, capsys: Capture) -> None:
    file = tmp_path / "register.csv"
    file.write_text("id,name,country\n1,Brygga AB,SE\n", encoding="utf-8")
    main(["registers", "import", "csv", str(file), "--register", "own"])
    stored = next((home / "registers" / "own").glob("*/entities.parquet"))
    stored.write_bytes(b"cut")

    assert main(["registers", "verify"]) == 1
    assert "damaged: entities.parquet" in capsys.readouterr().out


def test_a_screening_without_registers_says_that_nothing_was_searched(home: Path, capsys: Capture) -> None:
    assert main(["screen", "Brygga AB"]) == 0
    assert "No register was searched." in capsys.readouterr().out


@pytest.mark.parametrize("identifier", ["556036-0793", "se_orgnr:", "se_orgnr:556036-0794", "lei:123"])
def test_an_identifier_that_is_none_is_refused(home: Path, identifier: str, capsys: Capture) -> None:
    assert main(["screen", "Brygga AB", "--id", identifier]) == 1
    assert capsys.readouterr().err.startswith("klartecken: ")


def test_parties_are_brought_in_and_wrong_rows_are_told_by_line(jonas: Person, tmp_path: Path, capsys: Capture) -> None:
    file = tmp_path / "clients.csv"
    file.write_text("Kund;Org.nr\nÅkerbruket AB;556036-0793\nFel AB;556036-0794\n", encoding="utf-8")

    assert main(["parties", "import", str(file), "--preview"]) == 1
    assert "1 of 2 rows can be brought in. Nothing was stored." in capsys.readouterr().out
    assert main(["parties", "import", str(file)]) == 1
    told = capsys.readouterr()
    assert "1 brought in, 0 known already, 1 left out." in told.out
    assert told.err.startswith("line 3, Org.nr: ")


def test_what_is_brought_in_has_an_administrator_behind_it(db: None, tmp_path: Path, capsys: Capture) -> None:
    people.found_firm(name="Sylve & Partner", now=SPRING)
    file = tmp_path / "clients.csv"
    file.write_text("Kund\nÅkerbruket AB\n", encoding="utf-8")

    assert main(["parties", "import", str(file)]) == 1
    assert "No administrator" in capsys.readouterr().err


def test_assignments_are_brought_in_with_columns_pointed_out(jonas: Person, tmp_path: Path, capsys: Capture) -> None:
    file = tmp_path / "assignments.csv"
    heading = "Kund;Sammanfattning;Ansvarig;Påverkan?;Start"
    file.write_text(f"{heading}\nÅkerbruket AB;Odling;jonas.ek@sylve.example;ja;2025-01-01\n", encoding="utf-8")

    assert main(["assignments", "import", str(file)]) == 1
    capsys.readouterr()
    assert main(["assignments", "import", str(file), "--column", "lobbying=Påverkan?"]) == 0
    assert "1 brought in" in capsys.readouterr().out
