"""A model of names: how rare words are, which words are linked, and the trees that weigh the features.

A model is a file of numbers in `weights/`. A new behaviour is a new file; old ones stay, so that an old screening can
be
computed again.
"""

from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from klartecken.core.names.prepare import KINDS

NEWEST: Final = "names-1"


@dataclass(frozen=True, slots=True)
class Trees:
    """Boosted trees in flat arrays, as `loops_trees` reads them."""

    roots: npt.NDArray[np.int32]
    depths: npt.NDArray[np.int32]
    nodes: npt.NDArray[np.int32]
    values: npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Model:
    """One version of the name model; `bounds` says which trees belong to which kind of party."""

    name: str
    rarity: npt.NDArray[np.uint8]
    links: npt.NDArray[np.uint64]
    bounds: npt.NDArray[np.int64]
    trees: Trees

    def trees_of(self, kind: int) -> Trees:
        """The trees for a kind of party, by its place in `KINDS`."""
        part = slice(self.bounds[kind], self.bounds[kind + 1])
        return Trees(self.trees.roots[part], self.trees.depths[part], self.trees.nodes, self.trees.values)


@cache
def model(name: str = NEWEST) -> Model:
    """The model with this name, read from its file once."""
    with resources.files("klartecken.core.names").joinpath("weights", f"{name}.npz").open("rb") as file:
        return assembled(name, dict(np.load(file, allow_pickle=False)))


def assembled(name: str, numbers: dict[str, npt.NDArray[Any]]) -> Model:
    """A model from the numbers of its file: the trees of all kinds laid end to end."""
    roots, depths, nodes, values, bounds, before = [], [], [], [], [0], 0
    for kind in KINDS:
        own = numbers[f"{kind}_nodes"].astype(np.int32)
        own[:, 1:] += before
        roots.append(numbers[f"{kind}_roots"].astype(np.int32) + before)
        depths.append(numbers[f"{kind}_depths"].astype(np.int32))
        nodes.append(own)
        values.append(numbers[f"{kind}_values"].astype(np.float32))
        bounds.append(bounds[-1] + len(roots[-1]))
        before += len(own)
    trees = Trees(np.concatenate(roots), np.concatenate(depths), np.concatenate(nodes), np.concatenate(values))
    return Model(name, numbers["rarity"], numbers["links"], np.array(bounds, np.int64), trees)
