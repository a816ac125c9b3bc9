"""Reads the development kit of names: labelled pairs, an index and queries.

The kit lies beside the checkout (`../shared/names`); it is described in its own README and is never copied.
"""

from pathlib import Path
from typing import Any

import pyarrow.csv
import pyarrow.parquet

KIT = Path(__file__).resolve().parents[1].parent / "shared" / "names"
KINDS = {"org": "organisation", "person": "person"}


def pairs() -> list[dict[str, Any]]:
    """The labelled pairs: a, b, kind, label, source, type, real, half."""
    rows: list[dict[str, Any]] = pyarrow.csv.read_csv(KIT / "pairs.csv.gz").to_pylist()
    return [row | {"kind": KINDS[row["kind"]]} for row in rows]


def index_rows() -> list[dict[str, Any]]:
    """The names to search: id, name, kind, country, source, entity."""
    rows: list[dict[str, Any]] = pyarrow.parquet.read_table(KIT / "index.parquet").to_pylist()
    return [row | {"kind": KINDS.get(row["kind"], "other")} for row in rows]


def queries() -> list[dict[str, Any]]:
    """The searches: query, kind, country, gold, type, real, half."""
    rows: list[dict[str, Any]] = pyarrow.parquet.read_table(KIT / "queries.parquet").to_pylist()
    return [row | {"kind": KINDS.get(row["kind"], "other")} for row in rows]


def kept_apart() -> set[str]:
    """Names of every entity that the check half touches: nothing may be learnt from them before the last look."""
    touched = {row[side] for row in pairs() if row["half"] == "check" for side in "ab"}
    rows = index_rows()
    gold = {row for query in queries() if query["half"] == "check" for row in query["gold"]}
    entities = {row["entity"] for row in rows if row["id"] in gold or row["name"] in touched}
    return touched | {row["name"] for row in rows if row["entity"] in entities}
