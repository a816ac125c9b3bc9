"""Millions of names in flat arrays, searched by the compiled loops.

Knows rows and names only; `index.py` puts entities on top. The arrays may be mapped from a file or stand in memory.
"""

import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from klartecken.core.names.compiled import kernels
from klartecken.core.names.model import Model
from klartecken.core.names.prepare import Table

FIELDS: Final = ("text", "offsets", "traits", "kinds", "starts", "rows", "sizes")
FEWEST_BUCKETS: Final = 1 << 14
BUCKETS_PER_NAME: Final = 4
MOST_BUCKETS: Final = 1 << 23
PAGE: Final = 4096
READ_AT_RANDOM: Final = ("text", "offsets", "traits", "kinds", "sizes")
CANDIDATES: Final = 60
"""Names that are laid beside each asked name."""
BEST: Final = 18
"""Names that are scored to the end."""

Rows = npt.NDArray[np.int64]
Odds = npt.NDArray[np.float64]


def budget_for(names: int) -> int:
    """How many entries of the inverted index a search may read; it grows slower than the index."""
    return int(4_000 + 16 * names**0.5)


@dataclass(frozen=True, slots=True)
class Asked:
    """Names to search for, with their kinds (numbers) and the kind that hits must have (-1: any)."""

    table: Table
    kinds: npt.NDArray[np.uint8]
    only: npt.NDArray[np.int64]


class NameIndex:
    """The arrays of one index and the search over them."""

    def __init__(self, arrays: dict[str, npt.NDArray[Any]]) -> None:
        self.arrays = arrays
        for array in arrays.values():
            array.flags.writeable = False
        self._room = threading.local()

    def __len__(self) -> int:
        """Number of names (rows)."""
        return len(self.arrays["kinds"])

    @classmethod
    def build(cls, table: Table, kinds: npt.NDArray[np.uint8]) -> "NameIndex":
        """Index these prepared names."""
        loops = kernels("loops_index")
        wanted = max(FEWEST_BUCKETS, min(MOST_BUCKETS, BUCKETS_PER_NAME * len(table)))
        starts = np.zeros((1 << (wanted - 1).bit_length()) + 1, dtype=np.int64)
        loops.count_keys(table.text, table.offsets, starts)
        rows = np.empty(int(starts[-1]), dtype=np.uint32)
        sizes = np.empty(len(table), dtype=np.float32)
        loops.fill_rows(table.text, table.offsets, starts, rows, sizes)
        parts = (table.text, table.offsets, table.traits, kinds, starts, rows, sizes)
        return cls(dict(zip(FIELDS, parts, strict=True)))

    def save(self, folder: Path) -> None:
        """Write each array as a file of its own, ready to be mapped."""
        for field in FIELDS:
            np.save(folder / f"{field}.npy", self.arrays[field], allow_pickle=False)

    @classmethod
    def open(cls, folder: Path) -> "NameIndex":
        """Map the arrays of a folder; the big inverted lists are read only as they are needed."""
        opened = cls({field: _mapped(folder / f"{field}.npy") for field in FIELDS})
        for field in READ_AT_RANDOM:
            brought_near(opened.arrays[field])
        return opened

    def search(self, asked: Asked, model: Model, *, most: int = BEST, workers: int = 1) -> tuple[Rows, Odds]:
        """Rows that may be the asked names, with the log-odds that they are, best first; row -1 means no more.

        Both have the shape (names asked, most).
        """
        count = len(asked.table)
        rows = np.full((count, most), -1, dtype=np.int64)
        odds = np.full((count, most), -np.inf)
        if not len(self):
            return rows, odds
        if workers == 1 or count < 2 * workers:
            self._search(asked, model, part=slice(0, count), rows=rows, odds=odds)
            return rows, odds
        bounds = np.linspace(0, count, 4 * workers + 1).astype(int)
        with ThreadPoolExecutor(workers) as pool:
            parts = [slice(low, high) for low, high in pairwise(bounds) if high > low]
            list(pool.map(lambda part: self._search(asked, model, part=part, rows=rows, odds=odds), parts))
        return rows, odds

    def _search(self, asked: Asked, model: Model, *, part: slice, rows: Rows, odds: Odds) -> None:
        table = asked.table
        offsets = table.offsets[part.start : part.stop + 1]
        names = (table.text, offsets, table.traits[part], asked.kinds[part])
        own = tuple(self.arrays[field] for field in FIELDS)
        trees = model.trees
        numbers = (model.rarity, model.links, model.bounds, trees.roots, trees.depths, trees.nodes, trees.values)
        kernels("loops_index").search_all(
            names, own[:4], own[4:], numbers, self._working_room(), asked.only[part], CANDIDATES, rows[part], odds[part]
        )

    def _working_room(self) -> tuple[npt.NDArray[np.float32], Rows]:
        """Sums per row, kept between searches of one thread (a fresh one would cost more than the search)."""
        if not hasattr(self._room, "totals"):
            self._room.totals = np.zeros(len(self), dtype=np.float32)
            self._room.touched = np.empty(min(len(self), budget_for(len(self))), dtype=np.int64)
        return self._room.totals, self._room.touched


def _mapped(path: Path) -> npt.NDArray[Any]:
    return np.asarray(np.load(path, mmap_mode="r", allow_pickle=False))


def brought_near(array: npt.NDArray[Any]) -> None:
    """Touches every page of a mapped array once, so that no search has to wait for it."""
    letters = array.reshape(-1).view(np.uint8)
    letters[::PAGE].sum()
