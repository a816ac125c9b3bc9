"""Makes a backup while the program runs."""

import json
import tempfile
from collections.abc import Iterator
from datetime import datetime
from importlib.metadata import version
from pathlib import Path

from klartecken.cli.saving import archive, databases
from klartecken.cli.saving.archive import Manifest

ANCHORS = "ledger/anchors.jsonl"
FOLDERS = ("uploads", "registers")
MARKER = "demonstration"


def back_up(home: Path, target: Path, *, now: datetime) -> Manifest:
    """Write the database as of one moment, and every file of the home that belongs to it, to a new file."""
    with tempfile.TemporaryDirectory(prefix=".backup-", dir=target.parent) as scratch:
        copy = databases.copy_to(Path(scratch))
        entries = databases.entries_in(copy)
        files = {copy.name: copy, **dict(_files_of(home))}
        if (home / ANCHORS).exists():
            files[ANCHORS] = _anchors_up_to(entries, home / ANCHORS, Path(scratch) / "anchors.jsonl")
        about = {
            "program": version("klartecken"),
            "made_at": now.isoformat(),
            "database": databases.vendor(),
            "migrations": databases.applied_migrations(),
            "entries": entries,
        }
        return archive.write(target, files, about)


def _files_of(home: Path) -> Iterator[tuple[str, Path]]:
    """Yield what belongs to the firm; half-built registers and the key of this installation do not."""
    for folder in FOLDERS:
        for path in sorted((home / folder).rglob("*")):
            inside = path.relative_to(home)
            if path.is_file() and not any(part.startswith(".") for part in inside.parts):
                yield inside.as_posix(), path
    if (home / MARKER).exists():
        yield MARKER, home / MARKER


def _anchors_up_to(entries: int, anchors: Path, target: Path) -> Path:
    """Copy the anchors that the database's copy reaches; later ones would look like a cut tail."""
    with anchors.open(encoding="ascii") as source, target.open("w", encoding="ascii") as kept:
        kept.writelines(line for line in source if line.endswith("\n") and json.loads(line)["count"] <= entries)
    return target
