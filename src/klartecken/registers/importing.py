"""Turns published files into a snapshot: streamed, checked, and swapped in only when whole."""

import errno
import hashlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, replace
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from klartecken.registers.arrow import parquet
from klartecken.registers.entity import Entity, OwnershipEdge
from klartecken.registers.entity_store import BATCH, EDGE_SCHEMA, ENTITY_SCHEMA, edge_batch, entities_of, entity_batch
from klartecken.registers.errors import EmptyRegister, NoRoom, WrongFormat
from klartecken.registers.index_builder import IndexBuilder
from klartecken.registers.manifest import MANIFEST, Manifest, checksum, read_manifest
from klartecken.registers.snapshot import building, registers_folder, use_snapshot
from klartecken.registers.sources import Choices, Report, Source, source_named
from klartecken.registers.sources.reading import Record

ENTITIES: Final = "entities.parquet"
EDGES: Final = "ownership.parquet"
TELL_EVERY: Final = 5_000

Progress = Callable[[int, str], None]
"""Called with the records read so far and what is being done (`reading`, `indexing`, `done`)."""


def import_register(
    source: str,
    files: Sequence[Path],
    *,
    home: Path,
    choices: Choices | None = None,
    progress: Progress | None = None,
    now: datetime | None = None,
) -> Manifest:
    """Import published files of a source as a new snapshot and use it.

    The same files with the same choices give the snapshot that is already there. A cut file, a wrong one or a full disk
    raises (WrongFormat, NoRoom) and leaves the snapshot in use as it was.
    """
    kind, chosen = source_named(source), choices or Choices()
    register = chosen.register or kind.name
    name = _snapshot_id(kind, files, chosen)
    target = registers_folder(home) / register / name
    moment = now or datetime.now(UTC)
    if (target / MANIFEST).is_file():
        manifest = read_manifest(target)
    else:
        with _plain_words_for_disk_errors(), building(register, home=home) as folder:
            manifest = _build(folder, kind, files, choices=chosen, progress=progress or _silent)
            manifest = replace(
                manifest, register=register, id=name, imported_at=moment.isoformat(timespec="microseconds")
            )
            manifest.write(folder)
            _swap_in(folder, target)
    use_snapshot(manifest.ref, home=home)
    return manifest


def read_entities(folder: Path) -> Iterator[Entity]:
    """The entities of a snapshot, from its Parquet file."""
    for batch in parquet.ParquetFile(folder / ENTITIES).iter_batches(BATCH):
        yield from entities_of(batch)


def with_checksums(manifest: Manifest, folder: Path) -> Manifest:
    """The manifest with the checksum of every file in the folder."""
    files = sorted(path for path in folder.rglob("*") if path.is_file() and path.name != MANIFEST)
    return replace(manifest, checksums={path.relative_to(folder).as_posix(): checksum(path) for path in files})


def _silent(_count: int, _step: str) -> None:
    pass


def _build(folder: Path, source: Source, files: Sequence[Path], *, choices: Choices, progress: Progress) -> Manifest:
    """Read, write and index everything; the manifest still lacks its name and time."""
    report = Report()
    with _Writing(folder, progress) as writing:
        for record in source.read(files, choices, report):
            writing.take(record)
        progress(writing.entities + writing.edges, "indexing")
    if not writing.entities and not writing.edges:
        raise EmptyRegister
    progress(writing.entities + writing.edges, "done")
    manifest = Manifest(
        register="",
        id="",
        source=source.name,
        title=source.title,
        licence=source.licence,
        source_date=choices.source_date or report.source_date,
        imported_at="",
        entities=writing.entities,
        edges=writing.edges,
        bad_rows=report.bad_count,
        files={path.name: checksum(path) for path in files},
        checksums={},
        declared=report.declared,
        left_out=report.left_out,
        examples_of_bad_rows=[asdict(row) for row in report.bad_rows],
        legal_basis=choices.legal_basis,
    )
    return with_checksums(manifest, folder)


class _Writing:
    """Entities and edges on their way into Parquet files and the index."""

    def __init__(self, folder: Path, progress: Progress) -> None:
        self.entities = self.edges = 0
        self._progress = progress
        (folder / "index").mkdir()
        self._index = IndexBuilder(folder / "index")
        self._entity_file = parquet.ParquetWriter(folder / ENTITIES, ENTITY_SCHEMA, compression="zstd")
        self._edge_file = parquet.ParquetWriter(folder / EDGES, EDGE_SCHEMA, compression="zstd")
        self._waiting: list[Entity] = []
        self._waiting_edges: list[OwnershipEdge] = []

    def __enter__(self) -> Self:
        self._index.__enter__()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            if error is None:
                self._flush()
        finally:
            self._entity_file.close()
            self._edge_file.close()
            self._index.__exit__(kind, error, trace)

    def take(self, record: Record) -> None:
        if isinstance(record, Entity):
            self._index.add(record)
            self._waiting.append(record)
            self.entities += 1
        else:
            self._waiting_edges.append(record)
            self.edges += 1
        if len(self._waiting) >= BATCH or len(self._waiting_edges) >= BATCH:
            self._flush()
        if (self.entities + self.edges) % TELL_EVERY == 0:
            self._progress(self.entities + self.edges, "reading")

    def _flush(self) -> None:
        if self._waiting:
            self._entity_file.write_batch(entity_batch(self._waiting))
        if self._waiting_edges:
            self._edge_file.write_batch(edge_batch(self._waiting_edges))
        self._waiting, self._waiting_edges = [], []


def _snapshot_id(source: Source, files: Sequence[Path], choices: Choices) -> str:
    """A name that the same files and choices always get."""
    digest = hashlib.sha256(repr((source.name, asdict(choices))).encode())
    for path in files:
        if not path.is_file():
            raise WrongFormat(f"Filen {path.name} finns inte. Registret som redan används är orört.")
        digest.update(checksum(path).encode())
    return digest.hexdigest()[:16]


def _swap_in(folder: Path, target: Path) -> None:
    """Rename the finished folder into place; when another import got there first, its equal result stays."""
    try:
        folder.replace(target)
    except OSError:
        if not (target / MANIFEST).is_file():
            raise


@contextmanager
def _plain_words_for_disk_errors() -> Iterator[None]:
    try:
        yield
    except UnicodeEncodeError as error:  # JSON can hold halves of letters, which no file can
        raise WrongFormat from error
    except OSError as error:
        if error.errno in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}:
            raise NoRoom from error
        raise
