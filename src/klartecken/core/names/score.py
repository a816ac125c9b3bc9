"""How likely two names are names of the same party."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from klartecken.core.names.compiled import kernels
from klartecken.core.names.model import NEWEST, Model, model
from klartecken.core.names.prepare import KINDS, Table, kind_number, prepare, table_of

Floats = npt.NDArray[np.float64]


def score_pairs(
    pairs: Sequence[tuple[str, str]], kinds: Sequence[str | None] | None = None, *, version: str = NEWEST
) -> Floats:
    """Probability, for each pair, that both names belong to the same party.

    `kinds` holds `organisation`, `person` or `other` for each pair; without it every pair is `other`. A name without a
    single letter or digit is like nothing: its pairs get 0.
    """
    if not len(pairs):
        return np.zeros(0)
    asked = list(kinds) if kinds is not None else ["other"] * len(pairs)
    if len(asked) != len(pairs):
        message = f"{len(pairs)} pairs, but {len(asked)} kinds"
        raise ValueError(message)
    table = table_of([prepare(name, kind) for pair, kind in zip(pairs, asked, strict=True) for name in pair])
    chosen = model(version)
    features = features_of(table, chosen)
    numbers = np.array([kind_number(kind) for kind in asked], dtype=np.uint8)
    scores = probability(log_odds_of(features, numbers, chosen))
    scores[_empty(table)] = 0.0
    return scores


def features_of(table: Table, chosen: Model) -> npt.NDArray[np.float32]:
    """Features of neighbours in the table: row 0 with 1, 2 with 3, and so on."""
    measuring = kernels("loops_measure")
    rows = np.arange(len(table)).reshape(-1, 2)
    out = np.zeros((len(rows), measuring.FEATURE_COUNT), dtype=np.float32)
    measuring.measure_pairs(table.text, table.offsets, table.traits, rows, chosen.rarity, chosen.links, out)
    return out


def probability(log_odds: Floats) -> Floats:
    """The probability that goes with log-odds."""
    return 1.0 / (1.0 + np.exp(-log_odds))


def log_odds_of(features: npt.NDArray[np.float32], kinds: npt.NDArray[np.uint8], chosen: Model) -> Floats:
    """The log-odds of each row of features, by the model of its kind (a place in `KINDS`)."""
    out = np.zeros(len(features))
    for number in range(len(KINDS)):
        rows = np.flatnonzero(kinds == number)
        trees = chosen.trees_of(number)
        kernels("loops_trees").add_trees(features, rows, trees.roots, trees.depths, trees.nodes, trees.values, out)
    return out


def _empty(table: Table) -> npt.NDArray[np.bool_]:
    lengths = np.diff(table.offsets).reshape(-1, 2)
    return np.asarray((lengths == 0).any(axis=1))
