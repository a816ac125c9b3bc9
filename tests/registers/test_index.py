from collections.abc import Iterator
from math import isclose
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from klartecken.core.names.explain import probability_of
from klartecken.registers import Entity, Index
from klartecken.registers.errors import SnapshotDamaged

NAMES = [
    "Sjöbergs Åkeri AB", "Sjöbergs Bageri AB", "Volvo AB", "Lunds Fastighetsbolag", "北京大学", "Газпром",
    "Kungliga Tekniska högskolan",
]  # fmt: skip
ENTITIES = [
    Entity("a", "Nordljus Åkeri AB", ("Nordljus Transport",), country="se", identifiers=(("orgnr", "556677-8899"),)),
    Entity("b", "Nordljus Åkeri AS", country="no"),
    Entity("c", "Eva Nordljus", kind="person"),
    Entity("d", "Östersjöns Rederi AB", country="se", extra={"list": "eu", "sectors": ["50.200"]}),
]


@pytest.fixture(scope="module")
def plain_index(tmp_path_factory: pytest.TempPathFactory) -> Index:
    return Index.build(NAMES, tmp_path_factory.mktemp("plain") / "index")


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Index:
    return Index.build(iter(ENTITIES), tmp_path_factory.mktemp("entities") / "index")


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("sjobergs akeri", "Sjöbergs Åkeri AB"),
        ("Sjöbergsåkeri", "Sjöbergs Åkeri AB"),
        ("VOLVO", "Volvo AB"),
        ("Lunds fastighets bolag", "Lunds Fastighetsbolag"),
        ("Beijing Daxue", "北京大学"),
        ("Gazprom", "Газпром"),
        ("KTH", "Kungliga Tekniska högskolan"),
    ],
)
def test_a_name_is_found_however_it_is_spelt(plain_index: Index, asked: str, found: str) -> None:
    assert plain_index.search(asked)[0].name == found


def test_a_plain_names_id_is_its_position(plain_index: Index) -> None:
    assert [hit.id for hit in plain_index.search("Volvo AB", limit=1)] == [2]


@pytest.mark.parametrize("nothing", ["", "  ", "\x00", "!?", "."])
def test_nothing_asked_finds_nothing(plain_index: Index, nothing: str) -> None:
    assert plain_index.search("Volvo")
    assert plain_index.search(nothing) == []


def test_hits_come_best_first_and_each_entity_once(index: Index) -> None:
    hits = index.search("Nordljus Transport")
    assert hits[0].id == "a"
    assert hits[0].name == "Nordljus Transport"
    assert len({hit.id for hit in hits}) == len(hits)
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)


def test_country_is_evidence_that_adds_up(index: Index) -> None:
    at_home, abroad = (index.search("Nordljus Åkeri", country=country)[0] for country in ("se", "no"))
    assert (at_home.id, abroad.id) == ("a", "b")
    assert "Samma land" in at_home.sentence
    assert isclose(probability_of(at_home.log_odds), at_home.score, abs_tol=1e-4)
    assert {part.name for part in at_home.evidence} == {"same_country"}


def test_a_kind_leaves_out_the_other_kind(index: Index) -> None:
    assert "c" in {hit.id for hit in index.search("Eva Nordljus")}
    assert "c" not in {hit.id for hit in index.search("Eva Nordljus", kind="organisation")}


def test_a_hit_carries_the_whole_entity(index: Index) -> None:
    assert index.search("Östersjöns Rederi")[0].entity == ENTITIES[3]


def test_an_identifier_finds_its_entity_however_it_is_written(index: Index) -> None:
    assert [entity.id for entity in index.with_identifier(("organisationsnummer", "16556677-8899"))] == ["a"]
    assert index.with_identifier(("organisationsnummer", "556677-8890")) == []


def test_many_names_give_the_same_hits_as_one_by_one_in_order(plain_index: Index) -> None:
    asked = [name.lower() for name in NAMES] * 5
    one_by_one = [[(hit.id, hit.score) for hit in plain_index.search(name, limit=3)] for name in asked]
    for workers in (1, 2):
        together = plain_index.search_many(asked, 3, workers)
        assert [[(hit.id, hit.score) for hit in hits] for hits in together] == one_by_one


def test_an_index_is_opened_where_it_was_built(index: Index) -> None:
    again = Index.open(index.path)
    assert len(again) == len(ENTITIES)
    assert list(again.entities()) == ENTITIES


def test_an_empty_index_finds_nothing(tmp_path: Path) -> None:
    assert Index.build([], tmp_path / "empty").search("Volvo") == []


@pytest.mark.parametrize("broken", ["index.json", "owner.npy", "names.arrow"])
def test_a_damaged_index_says_so(tmp_path: Path, broken: str) -> None:
    path = Index.build(NAMES, tmp_path / "index").path
    (path / broken).write_bytes(b"\x00nothing")
    with pytest.raises(SnapshotDamaged):
        Index.open(path)


def test_a_failed_build_leaves_the_old_index(tmp_path: Path) -> None:
    def cut() -> Iterator[str]:
        yield "Volvo"
        raise ConnectionError

    Index.build(NAMES, tmp_path / "index")
    with pytest.raises(ConnectionError):
        Index.build(cut(), tmp_path / "index")
    assert len(Index.open(tmp_path / "index")) == len(NAMES)
    assert [path.name for path in tmp_path.iterdir() if "index" in path.name] == ["index"]


@settings(deadline=None, max_examples=100)
@given(st.text(max_size=200))
def test_any_text_can_be_asked(plain_index: Index, name: str) -> None:
    hits = plain_index.search(name)
    assert all(np.isfinite(hit.score) and 0 <= hit.score <= 1 for hit in hits)
