"""Anchors: the length and head of the chain, written outside the database so that a cut tail is found."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings


@dataclass(frozen=True, slots=True)
class Anchor:
    """How many entries there were, and the hash of the last."""

    count: int
    head: str


def anchor_file() -> Path:
    """Name the file of anchors under KLARTECKEN_HOME."""
    return Path(settings.HOME) / "ledger" / "anchors.jsonl"


def drop(*, count: int, head: str) -> None:
    """Append an anchor; one short line, so that concurrent writers never mix."""
    path = anchor_file()
    path.parent.mkdir(parents=True, exist_ok=True)
    line = json.dumps({"count": count, "head": head}) + "\n"
    with path.open("a", encoding="ascii") as file:
        file.write(line)


def read() -> Iterator[Anchor]:
    """Yield the anchors in the order they were dropped; a line torn by a crash is passed over."""
    path = anchor_file()
    if not path.exists():
        return
    with path.open(encoding="ascii") as file:
        for line in file:
            try:
                fields = json.loads(line)
            except ValueError:
                continue
            yield Anchor(count=fields["count"], head=fields["head"])
