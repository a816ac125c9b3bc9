"""Progress bars: shown where a person looks, silent in a pipe or a log."""

import sys
from collections.abc import Iterable
from typing import TypeVar

from tqdm import tqdm

Each = TypeVar("Each")


def bar(things: Iterable[Each], what: str, *, total: int | None = None) -> Iterable[Each]:
    """Yield the things, with a bar that counts them."""
    return tqdm(things, desc=what, total=total, unit="", disable=not sys.stderr.isatty(), leave=False)
