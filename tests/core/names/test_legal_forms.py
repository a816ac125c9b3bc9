import csv
from pathlib import Path

import pytest

from klartecken.core.names.clean import plain
from klartecken.core.names.legal_forms import FAMILIES, family_name, without_legal_form

WITHOUT = [
    ("Sjöbergs Åkeri AB", "sjobergs akeri", "aktiebolag"),
    ("AB Göta kanalbolag", "gota kanalbolag", "aktiebolag"),
    ("Volvo AB (publ)", "volvo", "aktiebolag"),
    ("Akademiska Hus Aktiebolag", "akademiska hus", "aktiebolag"),
    ("Odalbygdens ek. för.", "odalbygdens", "ekonomisk forening"),
    ("Stiftelsen Norden", "norden", "stiftelse"),
    ("Siemens GmbH & Co. KG", "siemens", "gmbh"),
    ("Novo Nordisk A/S", "novo nordisk", "aksjeselskap"),
    ("ООО Ромашка", "romashka", "llc"),
    ("Acme, Inc.", "acme", "incorporated"),
    ("LIMITED INC", "limited", "incorporated"),
    ("SAS", "sas", ""),
    ("Linköping", "linkoping", ""),
]


@pytest.mark.parametrize(("name", "rest", "family"), WITHOUT)
def test_a_legal_form_is_taken_off_and_known_by_its_family(name: str, rest: str, family: str) -> None:
    words, number = without_legal_form(plain(name).split())
    assert (" ".join(words), family_name(number)) == (rest, family)


@pytest.mark.parametrize("name", ["", "AB", "Limited", "AB Ltd Inc"])
def test_a_name_of_legal_forms_never_becomes_empty(name: str) -> None:
    words, _ = without_legal_form(plain(name).split())
    assert bool(words) == bool(name)


def test_no_spelling_belongs_to_two_families() -> None:
    spellings = [spelling for _, own in FAMILIES for spelling in own]
    assert sorted({one for one in spellings if spellings.count(one) > 1}) == []


def test_a_third_of_iso_20275s_abbreviations_and_the_swedish_forms_are_known(shared_registers: Path) -> None:
    with (shared_registers / "codes" / "elf-codes-1.4.1.csv").open(encoding="utf-8-sig") as file:
        rows = [row for row in csv.DictReader(file) if row["ELF Status ACTV/INAC"] == "ACTV"]
    swedish = {row["Entity Legal Form name Local name"] for row in rows if row["Country Code (ISO 3166-1)"] == "SE"}
    known = {name for name in swedish if without_legal_form(["x", *plain(name).split()])[1]}
    assert {"Aktiebolag", "Handelsbolag", "Kommanditbolag"} <= known
    short = {one for row in rows for one in row["Abbreviations Local language"].split(";") if one.strip()}
    found = [one for one in short if without_legal_form(["x", *plain(one).split()])[1]]
    assert len(found) / len(short) > 0.33
