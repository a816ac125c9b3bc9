"""The manifest of a snapshot: what it holds, from where, of what date, under what licence, with checksums."""

import hashlib
import json
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Final

from klartecken.registers.errors import NoSuchSnapshot, SnapshotDamaged

MANIFEST: Final = "manifest.json"
FORMAT: Final = 1


@dataclass(frozen=True, slots=True, order=True)
class SnapshotRef:
    """Names one snapshot of one register."""

    register: str
    id: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a snapshot says of itself."""

    register: str
    id: str
    source: str
    title: str
    licence: str
    source_date: str
    imported_at: str
    entities: int
    edges: int
    bad_rows: int
    files: dict[str, str]
    checksums: dict[str, str]
    declared: int | None = None
    left_out: dict[str, int] = field(default_factory=dict)
    examples_of_bad_rows: list[dict[str, Any]] = field(default_factory=list)
    legal_basis: str = ""
    format: int = FORMAT

    @property
    def ref(self) -> SnapshotRef:
        """The snapshot's name."""
        return SnapshotRef(self.register, self.id)

    def write(self, folder: Path) -> None:
        """Write the manifest into the snapshot's folder."""
        (folder / MANIFEST).write_text(
            json.dumps(asdict(self), ensure_ascii=False, indent=1, sort_keys=True), encoding="utf-8"
        )


def read_manifest(folder: Path) -> Manifest:
    """The manifest of the snapshot in this folder."""
    path = folder / MANIFEST
    if not path.is_file():
        raise NoSuchSnapshot
    try:
        return Manifest(**json.loads(path.read_text(encoding="utf-8")))
    except (ValueError, TypeError) as error:
        raise SnapshotDamaged from error


def checksum(path: Path) -> str:
    """SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
