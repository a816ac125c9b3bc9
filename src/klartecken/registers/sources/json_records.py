"""Records of a big JSON file, one at a time."""

import codecs
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from klartecken.registers.errors import WrongFormat
from klartecken.registers.sources.reading import Report, opened, opened_text

CHUNK: Final = 1 << 20
LONGEST_RECORD: Final = 64 << 20


def records_in_list(path: Path, opening: str) -> Iterator[dict[str, Any]]:
    """Each object of the list that follows `opening` (for example `"records":[`), or of a bare list.

    A file that ends before its list is closed raises WrongFormat.
    """
    with opened(path) as file:
        decode = codecs.getincrementaldecoder("utf-8-sig")().decode
        chunks = (decode(chunk) for chunk in iter(lambda: file.read(CHUNK), b""))
        try:
            yield from _objects(chunks, opening)
        except UnicodeDecodeError as error:
            raise WrongFormat from error


def _objects(chunks: Iterator[str], opening: str) -> Iterator[dict[str, Any]]:
    buffer = _after_opening(next(chunks, ""), opening)
    decoder = json.JSONDecoder()
    place = 0
    while True:
        while place < len(buffer) and buffer[place] in " \t\r\n,":
            place += 1
        if place < len(buffer) and buffer[place] == "]":
            return
        try:
            record, place = decoder.raw_decode(buffer, place)
        except json.JSONDecodeError as error:
            more = next(chunks, "")
            if not more or len(buffer) - place > LONGEST_RECORD:
                raise WrongFormat from error
            buffer, place = buffer[place:] + more, 0
            continue
        if not isinstance(record, dict):
            raise WrongFormat
        yield record


def _after_opening(text: str, opening: str) -> str:
    start = text.lstrip()
    if start.startswith("["):
        return start[1:]
    before, found, after = text.partition(opening)
    if not found:
        squeezed = before.replace(" ", "")
        before, found, after = squeezed.partition(opening)
    if not found:
        raise WrongFormat
    return after


def records_by_line(path: Path, report: Report) -> Iterator[tuple[int, dict[str, Any]]]:
    """Line number and object of each line; a line that isn't an object is reported and skipped."""
    with opened_text(path) as file:
        for number, line in enumerate(file, start=1):
            if not line.strip():
                continue
            try:
                record = json.loads(line)
            except ValueError:
                report.bad(path, number, "not JSON")
                continue
            if isinstance(record, dict):
                yield number, record
            else:
                report.bad(path, number, "not an object")
