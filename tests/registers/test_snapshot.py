"""A register is imported whole or not at all, and what is in use stays in use."""

import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from klartecken.registers.errors import (
    EmptyRegister,
    NoSuchSnapshot,
    SnapshotDamaged,
    SnapshotInUse,
    UnknownSource,
    WrongFormat,
)
from klartecken.registers.importing import import_register
from klartecken.registers.manifest import Manifest, SnapshotRef
from klartecken.registers.snapshot import (
    all_snapshots,
    current_snapshots,
    folder_of,
    open_index,
    pin,
    rebuild_index,
    remove_snapshot,
    stop_using,
    unpin,
    use_snapshot,
    verify_snapshot,
)
from klartecken.registers.sources import Choices

HEADING = "id,name,country,owner,share\n"
FIRST = HEADING + "1,Nordljus AB,se,2,51 %\n2,Polstjärnan Holding AB,se,,\n"
SECOND = FIRST + "3,Västanvind AB,se,,\n"


def written(folder: Path, text: str, name: str = "register.csv") -> list[Path]:
    (folder / name).write_text(text, encoding="utf-8")
    return [folder / name]


def imported(home: Path, folder: Path, text: str) -> Manifest:
    return import_register("csv", written(folder, text), home=home, choices=Choices(register="own"))


def test_an_import_is_searchable_and_tells_what_it_holds(home: Path, tmp_path: Path) -> None:
    manifest = imported(home, tmp_path, FIRST)
    assert (manifest.register, manifest.entities, manifest.edges, manifest.bad_rows) == ("own", 2, 1, 0)
    assert current_snapshots(home=home) == (manifest.ref,)
    assert open_index(manifest.ref, home=home).search("nordljus")[0].id == "1"
    assert verify_snapshot(manifest.ref, home=home) == []


def test_the_same_file_twice_is_one_snapshot(home: Path, tmp_path: Path) -> None:
    first, again = imported(home, tmp_path, FIRST), imported(home, tmp_path, FIRST)
    assert first == again
    assert all_snapshots(home=home) == [first]


def test_two_imports_at_once_leave_one_whole_snapshot(home: Path, tmp_path: Path) -> None:
    files, choices = written(tmp_path, FIRST), Choices(register="own")
    with ThreadPoolExecutor(4) as pool:
        at_once = [pool.submit(import_register, "csv", files, home=home, choices=choices) for _ in range(4)]
        manifests = [one.result() for one in at_once]
    assert len({manifest.ref for manifest in manifests}) == 1
    assert verify_snapshot(manifests[0].ref, home=home) == []
    assert sorted(path.name for path in (home / "registers" / "own").iterdir()) == sorted([manifests[0].id, "current"])


def test_a_newer_file_is_used_and_the_old_one_stays(home: Path, tmp_path: Path) -> None:
    old, new = imported(home, tmp_path, FIRST), imported(home, tmp_path, SECOND)
    assert current_snapshots(home=home) == (new.ref,)
    assert [manifest.id for manifest in all_snapshots(home=home)] == [new.id, old.id]
    use_snapshot(old.ref, home=home)
    assert current_snapshots(home=home) == (old.ref,)


@pytest.mark.parametrize(
    ("source", "text", "error"),
    [
        ("csv", "something,else\n1,2\n", WrongFormat),
        ("csv", HEADING, EmptyRegister),
        ("csv", "", WrongFormat),
        ("gleif", '{"records":[{"LEI":{"$":"1"},"Entity":{"LegalName":{"$":"Cut off', WrongFormat),
        ("gleif", '<?xml version="1.0"?><LEIData><LEIRecords><LEIRecord><LEI>1</LEI>', WrongFormat),
        ("gleif", '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', WrongFormat),
        ("ofac", "not,ofac\n", WrongFormat),
        ("nothing", "x", UnknownSource),
    ],
)
def test_a_wrong_or_cut_file_leaves_what_is_in_use(
    home: Path, tmp_path: Path, source: str, text: str, error: type[Exception]
) -> None:
    before = imported(home, tmp_path, FIRST)
    with pytest.raises(error):
        import_register(source, written(tmp_path, text, "sdn.csv"), home=home, choices=Choices(register="own"))
    assert current_snapshots(home=home) == (before.ref,)
    assert sorted(path.name for path in (home / "registers" / "own").iterdir()) == sorted([before.id, "current"])


def test_what_a_killed_import_left_is_cleared(home: Path, tmp_path: Path) -> None:
    abandoned = home / "registers" / "own" / ".building-999999999-abc"
    abandoned.mkdir(parents=True)
    running = home / "registers" / "own" / f".building-{os.getpid()}-abc"
    running.mkdir()
    imported(home, tmp_path, FIRST)
    assert not abandoned.exists()
    assert running.exists()


def test_a_changed_file_is_found_by_name(home: Path, tmp_path: Path) -> None:
    manifest = imported(home, tmp_path, FIRST)
    (folder_of(manifest.ref, home=home) / "entities.parquet").write_bytes(b"changed")
    assert verify_snapshot(manifest.ref, home=home) == ["entities.parquet"]
    with pytest.raises(SnapshotDamaged):
        rebuild_index(manifest.ref, home=home)


def test_a_damaged_index_is_rebuilt_from_the_entities(home: Path, tmp_path: Path) -> None:
    manifest = imported(home, tmp_path, FIRST)
    (folder_of(manifest.ref, home=home) / "index" / "owner.npy").write_bytes(b"")
    assert verify_snapshot(manifest.ref, home=home) == ["index/owner.npy"]
    rebuild_index(manifest.ref, home=home)
    assert verify_snapshot(manifest.ref, home=home) == []
    assert open_index(manifest.ref, home=home).search("nordljus")[0].id == "1"


def test_a_snapshot_in_use_or_pinned_cannot_be_removed(home: Path, tmp_path: Path) -> None:
    old, new = imported(home, tmp_path, FIRST), imported(home, tmp_path, SECOND)
    pin(old.ref, "screening-1", home=home)
    for ref in (old.ref, new.ref):
        with pytest.raises(SnapshotInUse):
            remove_snapshot(ref, home=home)
    unpin(old.ref, "screening-1", home=home)
    with pytest.raises(SnapshotInUse):
        remove_snapshot(old.ref, home=home, pinned={old.ref})
    remove_snapshot(old.ref, home=home)
    assert all_snapshots(home=home) == [new]


def test_a_register_can_be_left_out(home: Path, tmp_path: Path) -> None:
    manifest = imported(home, tmp_path, FIRST)
    stop_using("own", home=home)
    assert current_snapshots(home=home) == ()
    assert all_snapshots(home=home) == [manifest]


@pytest.mark.parametrize("ref", [SnapshotRef("own", "none"), SnapshotRef("..", "x"), SnapshotRef("own", "../..")])
def test_a_snapshot_that_is_not_there_is_said_so(home: Path, ref: SnapshotRef) -> None:
    with pytest.raises(NoSuchSnapshot):
        open_index(ref, home=home)


def test_progress_is_told(home: Path, tmp_path: Path) -> None:
    told: list[tuple[int, str]] = []
    import_register("csv", written(tmp_path, FIRST), home=home, progress=lambda *step: told.append(step))
    assert told == [(3, "indexing"), (3, "done")]
