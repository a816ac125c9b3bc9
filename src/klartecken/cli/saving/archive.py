"""The file of a backup: a zip with a manifest that holds the checksum of everything else in it."""

import hashlib
import json
import os
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path, PurePosixPath

from klartecken.cli.progress import bar
from klartecken.cli.saving.errors import BackupIsDamaged, FileIsThereAlready, NoBackup

MANIFEST = "manifest.json"
FORMAT = 1
BLOCK = 1 << 20
PACKED_ALREADY = frozenset({".parquet", ".gz", ".zip", ".npy", ".bin", ".pdf", ".jpg", ".png"})


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup says of itself."""

    program: str  # version
    made_at: str
    database: str  # sqlite, postgresql
    migrations: list[list[str]]  # app, name
    entries: int  # of the ledger
    files: dict[str, str]  # path in the archive -> SHA-256
    format: int = FORMAT


def write(target: Path, files: Mapping[str, Path], about: Mapping[str, object]) -> Manifest:
    """Write the files beside the target, read them back, and only then give the backup its name."""
    if target.exists():
        raise FileIsThereAlready
    beside = target.with_name(f".{target.name}.part")
    beside.unlink(missing_ok=True)
    try:
        with os.fdopen(os.open(beside, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600), "w+b") as file:
            manifest = _fill(zipfile.ZipFile(file, "w"), files, about)
            file.flush()
            os.fsync(file.fileno())
        verify(beside)
        beside.rename(target)
    finally:
        beside.unlink(missing_ok=True)
    return manifest


def read_manifest(path: Path) -> Manifest:
    """Read what a backup says of itself, or raise NoBackup."""
    try:
        with zipfile.ZipFile(path) as archive:
            manifest = Manifest(**json.loads(archive.read(MANIFEST)))
    except (zipfile.BadZipFile, KeyError, TypeError, ValueError) as error:
        raise NoBackup from error
    if manifest.format != FORMAT:
        raise NoBackup
    return manifest


def verify(path: Path) -> Manifest:
    """Compare everything in a backup with its checksums, or raise BackupIsDamaged."""
    manifest = read_manifest(path)
    with zipfile.ZipFile(path) as archive:
        _check_names(archive.namelist(), manifest)
        for name, wanted in bar(manifest.files.items(), "verifying", total=len(manifest.files)):
            if _copied(archive, name, to=None) != wanted:
                raise BackupIsDamaged
    return manifest


def extract(path: Path, into: Path) -> Manifest:
    """Unpack a backup into an empty folder, comparing checksums on the way, or raise BackupIsDamaged."""
    manifest = read_manifest(path)
    with zipfile.ZipFile(path) as archive:
        _check_names(archive.namelist(), manifest)
        for name, wanted in bar(manifest.files.items(), "unpacking", total=len(manifest.files)):
            target = into / name
            target.parent.mkdir(parents=True, exist_ok=True)
            if _copied(archive, name, to=target) != wanted:
                raise BackupIsDamaged
    return manifest


def _fill(archive: zipfile.ZipFile, files: Mapping[str, Path], about: Mapping[str, object]) -> Manifest:
    sums = {}
    with archive:
        for name, path in bar(sorted(files.items()), "packing", total=len(files)):
            packed = path.suffix in PACKED_ALREADY
            archive.write(path, name, zipfile.ZIP_STORED if packed else zipfile.ZIP_DEFLATED, compresslevel=3)
            sums[name] = _checksum(path)
        manifest = Manifest(files=sums, **about)  # type: ignore[arg-type]
        archive.writestr(MANIFEST, json.dumps(asdict(manifest), indent=1, sort_keys=True))
    return manifest


def _check_names(names: Iterable[str], manifest: Manifest) -> None:
    """Refuse an archive with more or less in it than its manifest says, or with a way out of the folder."""
    if set(names) != {MANIFEST, *manifest.files}:
        raise BackupIsDamaged
    for name in manifest.files:
        path = PurePosixPath(name)
        if path.is_absolute() or ".." in path.parts or "\\" in name or ":" in name:
            raise BackupIsDamaged


def _copied(archive: zipfile.ZipFile, name: str, *, to: Path | None) -> str:
    digest = hashlib.sha256()
    try:
        with archive.open(name) as source, (to or Path(os.devnull)).open("wb") as target:
            while block := source.read(BLOCK):
                digest.update(block)
                target.write(block)
    except (zipfile.BadZipFile, EOFError, ValueError, NotImplementedError) as error:
        raise BackupIsDamaged from error
    return digest.hexdigest()


def _checksum(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
