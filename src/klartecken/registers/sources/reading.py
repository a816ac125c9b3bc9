"""What every source shares: how files are opened, what the administrator chose, and what is reported back."""

import gzip
import io
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO, Final

from klartecken.registers.entity import Entity, OwnershipEdge
from klartecken.registers.errors import LegalBasisMissing, WrongFormat

MOST_BAD_ROWS: Final = 1000
"""Bad rows that are remembered one by one; all are counted."""

Record = Entity | OwnershipEdge


@dataclass(frozen=True, slots=True)
class Choices:
    """What the administrator chose for an import.

    `columns` maps our column names to the file's. Persons beyond EU and UN lists need `persons` and the `legal_basis`
    for it.
    """

    persons: bool = False
    legal_basis: str = ""
    columns: Mapping[str, str] = field(default_factory=dict)
    register: str = ""
    source_date: str = ""

    def may_read_persons(self) -> bool:
        """Whether persons are read from lists where they are left out by default."""
        if self.persons and not self.legal_basis.strip():
            raise LegalBasisMissing
        return self.persons


@dataclass(frozen=True, slots=True)
class BadRow:
    """A row that couldn't be read: its file, its line, and why."""

    file: str
    line: int
    reason: str


@dataclass(slots=True)
class Report:
    """What a reading tells besides its records."""

    source_date: str = ""
    declared: int | None = None
    bad_rows: list[BadRow] = field(default_factory=list)
    bad_count: int = 0
    left_out: dict[str, int] = field(default_factory=dict)

    def bad(self, file: Path, line: int, reason: str) -> None:
        """Note a row that couldn't be read."""
        self.bad_count += 1
        if len(self.bad_rows) < MOST_BAD_ROWS:
            self.bad_rows.append(BadRow(file.name, line, reason))

    def leave_out(self, reason: str) -> None:
        """Count a record that was left out on purpose."""
        self.left_out[reason] = self.left_out.get(reason, 0) + 1


Reader = Callable[[Sequence[Path], Choices, Report], Iterator[Record]]


@dataclass(frozen=True, slots=True)
class Source:
    """A kind of published file: its name, its licence, and how it becomes entities and ownership edges.

    `synthetic_tests` says that its reader was tested on a file written by hand from the format, as the real one could
    not be had.
    """

    name: str
    title: str
    licence: str
    read: Reader
    files: str
    synthetic_tests: bool = False


@contextmanager
def opened(path: Path) -> Iterator[BinaryIO]:
    """The file's bytes, unpacked when it is a zip with one file or gzipped."""
    try:
        if zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as archive, archive.open(archive.namelist()[0]) as inside:
                yield inside  # type: ignore[misc]
        elif path.suffix == ".gz":
            with gzip.open(path) as inside:
                yield inside  # type: ignore[misc]
        else:
            with path.open("rb") as plain:
                yield plain
    except (EOFError, gzip.BadGzipFile, zipfile.BadZipFile, UnicodeDecodeError) as error:
        raise WrongFormat from error


@contextmanager
def opened_text(path: Path, *, fallback: str = "cp1252") -> Iterator[io.TextIOWrapper]:
    """The file's text: UTF-8 where its first megabyte is UTF-8, else the old encoding."""
    with opened(path) as probe:
        encoding = encoding_of(probe.read(1 << 20), fallback)
    with opened(path) as raw, io.TextIOWrapper(raw, encoding=encoding, errors="replace", newline="") as text:
        yield text


def encoding_of(sample: bytes, fallback: str) -> str:
    """The encoding that the sample is in."""
    if sample.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    for cut in range(4):  # the sample may end within a letter
        try:
            sample[: len(sample) - cut].decode("utf-8-sig")
        except UnicodeDecodeError:
            continue
        return "utf-8-sig"
    return fallback


def head_of(path: Path, length: int = 4096) -> bytes:
    """The first bytes of the file's content, unpacked."""
    with opened(path) as file:
        return file.read(length).lstrip()
