"""The compiled inner loops, imported when first used and kept under the firm's own folder.

Importing this module costs nothing; numba is imported by the first call of `kernels()`.
"""

import hashlib
import importlib
import os
import types
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, Final, TypeVar, cast

Function = TypeVar("Function", bound=Callable[..., Any])

_HERE: Final = Path(__file__).parent
_SOURCES: Final = (
    "loops_words.py",
    "loops_compare.py",
    "loops_align.py",
    "loops_measure.py",
    "loops_trees.py",
    "loops_index.py",
)


@cache
def kernels(name: str) -> types.ModuleType:
    """The module of compiled loops with this name (`loops_measure`, `loops_index` …)."""
    _choose_cache()
    return importlib.import_module(f"klartecken.core.names.{name}")


def compiled(function: Function) -> Function:
    """The function compiled for speed; it holds no lock of the interpreter while it runs."""
    numba = importlib.import_module("numba")
    return cast("Function", numba.njit(cache=True, nogil=True, error_model="numpy", boundscheck=False)(function))


@cache
def _choose_cache() -> None:
    """Compiled code is kept per version of the loops, so that an old one is never taken for a new one."""
    digest = hashlib.sha256()
    for source in _SOURCES:
        digest.update((_HERE / source).read_bytes())
    folder = _home() / "numba" / digest.hexdigest()[:16]
    folder.mkdir(parents=True, exist_ok=True)
    os.environ.setdefault("NUMBA_CACHE_DIR", str(folder))
    config = importlib.import_module("numba").config
    config.CACHE_DIR = os.environ["NUMBA_CACHE_DIR"]


def _home() -> Path:
    chosen = os.environ.get("KLARTECKEN_HOME")
    return Path(chosen) if chosen else Path.home() / ".cache" / "klartecken"
