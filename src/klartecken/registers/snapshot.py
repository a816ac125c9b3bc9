"""Immutable copies of registers: imported, chosen, checked, pinned, opened.

A snapshot is the folder `<home>/registers/<register>/<id>/` with entities and ownership edges (Parquet), the index and
the manifest. It is built beside and renamed into place, so that it is whole or not there. The file `current` says which
one is in use.
"""

import os
import shutil
import uuid
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import Final

from klartecken.registers.errors import NoSuchSnapshot, SnapshotDamaged, SnapshotInUse
from klartecken.registers.index import Index
from klartecken.registers.manifest import MANIFEST, Manifest, SnapshotRef, checksum, read_manifest
from klartecken.registers.ownership import OwnershipEdges

CURRENT: Final = "current"
PINS: Final = "pins"
BUILDING: Final = ".building-"
OPEN_AT_ONCE: Final = 32


def registers_folder(home: Path) -> Path:
    """Where the registers of this firm lie."""
    return Path(home) / "registers"


def folder_of(ref: SnapshotRef, *, home: Path) -> Path:
    """The folder of a snapshot; NoSuchSnapshot when it isn't there."""
    if not all(
        part and part not in {".", ".."} and "/" not in part and "\\" not in part for part in (ref.register, ref.id)
    ):
        raise NoSuchSnapshot
    folder = registers_folder(home) / ref.register / ref.id
    if not (folder / MANIFEST).is_file():
        raise NoSuchSnapshot
    return folder


def all_snapshots(*, home: Path) -> list[Manifest]:
    """The manifests of all snapshots, by register, newest first."""
    found = [read_manifest(path.parent) for path in registers_folder(home).glob(f"*/[!.]*/{MANIFEST}")]
    newest_first = sorted(found, key=lambda manifest: manifest.imported_at, reverse=True)
    return sorted(newest_first, key=lambda manifest: manifest.register)


def current_snapshots(*, home: Path) -> tuple[SnapshotRef, ...]:
    """The snapshot in use of each register."""
    chosen = (
        SnapshotRef(path.parent.name, path.read_text(encoding="utf-8").strip())
        for path in sorted(registers_folder(home).glob(f"*/{CURRENT}"))
    )
    return tuple(ref for ref in chosen if (registers_folder(home) / ref.register / ref.id / MANIFEST).is_file())


def use_snapshot(ref: SnapshotRef, *, home: Path) -> None:
    """Make this the snapshot in use of its register, in one step."""
    register = folder_of(ref, home=home).parent
    beside = register / f".{CURRENT}-{uuid.uuid4().hex}"
    beside.write_text(ref.id, encoding="utf-8")
    beside.replace(register / CURRENT)


def stop_using(register: str, *, home: Path) -> None:
    """Search this register no more; its snapshots stay."""
    (registers_folder(home) / register / CURRENT).unlink(missing_ok=True)


def pin(ref: SnapshotRef, by: str, *, home: Path) -> None:
    """Keep this snapshot as long as `by` (a screening's id) needs it."""
    folder = folder_of(ref, home=home).parent / PINS / ref.id
    folder.mkdir(parents=True, exist_ok=True)
    (folder / by).touch()


def unpin(ref: SnapshotRef, by: str, *, home: Path) -> None:
    """`by` needs the snapshot no more."""
    (registers_folder(home) / ref.register / PINS / ref.id / by).unlink(missing_ok=True)


def remove_snapshot(ref: SnapshotRef, *, home: Path, pinned: Collection[SnapshotRef] = ()) -> None:
    """Delete a snapshot that is neither in use nor pinned."""
    folder = folder_of(ref, home=home)
    pins = folder.parent / PINS / ref.id
    if ref in pinned or ref in current_snapshots(home=home) or (pins.is_dir() and any(pins.iterdir())):
        raise SnapshotInUse
    gone = folder.with_name(f"{BUILDING}{uuid.uuid4().hex}")
    folder.replace(gone)
    shutil.rmtree(gone)


def verify_snapshot(ref: SnapshotRef, *, home: Path) -> list[str]:
    """Names of the snapshot's files that are missing or not as they were written; empty when all is well."""
    folder = folder_of(ref, home=home)
    wanted = read_manifest(folder).checksums
    return [
        name for name, digest in wanted.items() if not (folder / name).is_file() or checksum(folder / name) != digest
    ]


def open_index(ref: SnapshotRef, *, home: Path) -> Index:
    """The snapshot's index, mapped; kept open between searches."""
    return _open_index(folder_of(ref, home=home))


def ownership(ref: SnapshotRef, *, home: Path) -> OwnershipEdges:
    """Who owns whom, as the snapshot says."""
    return _open_ownership(folder_of(ref, home=home))


@lru_cache(maxsize=OPEN_AT_ONCE)
def _open_index(folder: Path) -> Index:
    return Index.open(folder / "index")


@lru_cache(maxsize=OPEN_AT_ONCE)
def _open_ownership(folder: Path) -> OwnershipEdges:
    return OwnershipEdges(folder)


def rebuild_index(ref: SnapshotRef, *, home: Path) -> Manifest:
    """Build the snapshot's index anew from its entities, when it was found damaged.

    The entities themselves must be whole; else SnapshotDamaged, and the source file must be imported again.
    """
    folder = folder_of(ref, home=home)
    damaged = verify_snapshot(ref, home=home)
    if any(not name.startswith("index/") for name in damaged):
        raise SnapshotDamaged
    from klartecken.registers.importing import read_entities, with_checksums  # noqa: PLC0415 - it imports this module

    Index.build(read_entities(folder), folder / "index")
    _open_index.cache_clear()
    manifest = with_checksums(read_manifest(folder), folder)
    manifest.write(folder)
    return manifest


@contextmanager
def building(register: str, *, home: Path) -> Iterator[Path]:
    """A folder to build a snapshot in, gone afterwards unless it was renamed; what a killed import left is cleared."""
    parent = registers_folder(home) / register
    parent.mkdir(parents=True, exist_ok=True)
    _clear_abandoned(parent)
    folder = parent / f"{BUILDING}{os.getpid()}-{uuid.uuid4().hex}"
    folder.mkdir()
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _clear_abandoned(parent: Path) -> None:
    for folder in parent.glob(f"{BUILDING}*"):
        owner = folder.name.removeprefix(BUILDING).partition("-")[0]
        if not owner.isdigit() or not _is_running(int(owner)):
            shutil.rmtree(folder, ignore_errors=True)


def _is_running(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
