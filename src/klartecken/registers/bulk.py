"""Many parties at once: a CSV file in, a CSV file of hits out.

Parties are read in blocks. Every block's hits are written to a part of their own, which is renamed into place when it
is whole; a killed run goes on where it stopped. At the end the parts are joined, in the order of the parties.
"""

import csv
import hashlib
import json
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from klartecken.registers.errors import WrongFormat
from klartecken.registers.index import Index
from klartecken.registers.manifest import SnapshotRef
from klartecken.registers.snapshot import current_snapshots, open_index
from klartecken.registers.sources.plain_csv import columns_of, dialect_of, kind_written
from klartecken.registers.sources.reading import Report, opened_text

BLOCK: Final = 2_000
OUT: Final = (
    "line", "id", "name", "rank", "hit_id", "hit_name", "hit_country", "register", "snapshot", "score", "sentence_sv",
    "sentence_en",
)  # fmt: skip
LIKELY: Final = 0.3
"""Hits less likely than this are not written."""

Progress = Callable[[int], None]
"""Called with the number of parties matched so far."""


@dataclass(frozen=True, slots=True)
class Matching:
    """What a bulk run did: parties read, hits written, and the rows that couldn't be read."""

    parties: int
    hits: int
    report: Report


@dataclass(frozen=True, slots=True)
class _Row:
    line: int
    id: str
    name: str
    kind: str | None
    country: str | None


@dataclass(slots=True)
class Wanted:
    """How a bulk run is done: hits per party, least score, threads, parties per block, the file's own column names."""

    limit: int = 3
    least: float = LIKELY
    workers: int = 2
    block: int = BLOCK
    columns: Mapping[str, str] = field(default_factory=dict)


def match_file(
    parties: Path,
    out: Path,
    *,
    home: Path,
    snapshots: Sequence[SnapshotRef] | None = None,
    wanted: Wanted | None = None,
    progress: Progress | None = None,
) -> Matching:
    """Match every party of a CSV file against the registers in use; write the hits in the file's order, best first."""
    how, report = wanted or Wanted(), Report()
    refs = tuple(current_snapshots(home=home) if snapshots is None else snapshots)
    parts = out.with_name(f".{out.name}.parts-{_fingerprint(parties, refs, how)}")
    parts.mkdir(parents=True, exist_ok=True)
    indexes = [(ref, open_index(ref, home=home)) for ref in refs]
    count = 0
    for number, block in enumerate(_blocks(parties, how, report)):
        part = parts / f"{number:08d}.csv"
        if not part.exists():
            _write(part, _match(block, indexes, how))
        count += len(block)
        if progress:
            progress(count)
    hits = _join(parts, out)
    shutil.rmtree(parts)
    return Matching(count, hits, report)


def match_block(
    names: Sequence[str], index: Index, *, limit: int = 3, workers: int = 1
) -> list[list[tuple[str, str, float]]]:
    """For each name the (id, name, score) of its best hits: the kernel of a bulk run, for one index."""
    found = index.search_many(names, limit, workers)
    return [[(str(hit.id), hit.name, hit.score) for hit in hits] for hits in found]


def _match(
    block: Sequence[_Row], indexes: Sequence[tuple[SnapshotRef, Index]], how: Wanted
) -> Iterator[tuple[object, ...]]:
    names = [row.name for row in block]
    kinds, countries = [row.kind for row in block], [row.country for row in block]
    found = [
        (ref, index.search_many(names, how.limit, how.workers, kinds=kinds, countries=countries))
        for ref, index in indexes
    ]
    for place, row in enumerate(block):
        hits = [(ref, hit) for ref, lists in found for hit in lists[place] if hit.score >= how.least]
        hits.sort(key=lambda pair: (-pair[1].score, pair[0].register, str(pair[1].id)))
        for rank, (ref, hit) in enumerate(hits[: how.limit], start=1):
            told = (f"{hit.score:.4f}", hit.sentence_sv, hit.sentence_en)
            yield (row.line, row.id, row.name, rank, hit.id, hit.name, hit.entity.country, ref.register, ref.id, *told)


def _blocks(path: Path, how: Wanted, report: Report) -> Iterator[list[_Row]]:
    block: list[_Row] = []
    for row in _rows(path, how, report):
        block.append(row)
        if len(block) == how.block:
            yield block
            block = []
    if block:
        yield block


def _rows(path: Path, how: Wanted, report: Report) -> Iterator[_Row]:
    with opened_text(path) as file:
        rows = csv.reader(file, dialect=dialect_of(file))
        heading = next(rows, [])
        columns = columns_of(heading, how.columns)
        if "name" not in columns:
            raise WrongFormat
        for row in rows:
            if len(row) == len(heading) and row[columns["name"]].strip():
                cell = {name: row[place].strip() for name, place in columns.items()}
                yield _Row(rows.line_num, cell.get("id", ""), cell["name"], kind_written(cell), cell.get("country"))
            elif any(row):
                reason = "no name" if len(row) == len(heading) else f"{len(row)} columns, {len(heading)} expected"
                report.bad(path, rows.line_num, reason)


def _write(part: Path, rows: Iterator[tuple[object, ...]]) -> None:
    beside = part.with_suffix(".writing")
    with beside.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    beside.replace(part)


def _join(parts: Path, out: Path) -> int:
    beside, hits = parts / "joined.writing", 0
    with beside.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerow(OUT)
        for part in sorted(parts.glob("*.csv")):
            text = part.read_text(encoding="utf-8")
            hits += sum(1 for _ in csv.reader(text.splitlines(keepends=True)))
            file.write(text)
    beside.replace(out)
    return hits


def _fingerprint(parties: Path, refs: Sequence[SnapshotRef], how: Wanted) -> str:
    """The same for the same file, registers and wishes: only then may a run go on where another stopped."""
    with parties.open("rb") as file:
        content = hashlib.file_digest(file, "sha256").hexdigest()
    wishes = [
        content,
        [(ref.register, ref.id) for ref in refs],
        how.limit,
        how.least,
        how.block,
        sorted(how.columns.items()),
    ]
    return hashlib.sha256(json.dumps(wishes).encode()).hexdigest()[:16]
