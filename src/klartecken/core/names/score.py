"""How likely two names are names of the same party."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from klartecken.core.names.compiled import kernels
from klartecken.core.names.model import NEWEST, Model, model
from klartecken.core.names.prepare import Table, kind_number, prepare, table_of

Floats = npt.NDArray[np.float64]


def score_pairs(
    pairs: Sequence[tuple[str, str]], kinds: Sequence[str | None] | None = None, *, version: str = NEWEST
) -> Floats:
    """Probability, for each pair, that both names belong to the same party.

    `kinds` holds `organisation`, `person` or `other` for each pair; without it every pair is `other`.
    A name without a single letter or digit is like nothing: its pairs get 0.
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
    scores = probability(_log_odds(features, asked, chosen))
    scores[_empty(table)] = 0.0
    return scores


def features_of(table: Table, chosen: Model) -> Floats:
    """Features of neighbours in the table: row 0 with 1, 2 with 3, and so on."""
    measuring = kernels("loops_measure")
    rows = np.arange(len(table)).reshape(-1, 2)
    out = np.zeros((len(rows), measuring.FEATURE_COUNT))
    measuring.measure_pairs(table.text, table.offsets, table.traits, rows, chosen.rarity, chosen.links, out)
    return out


def probability(log_odds: Floats) -> Floats:
    """The probability that goes with log-odds."""
    return 1.0 / (1.0 + np.exp(-log_odds))


def _log_odds(features: Floats, kinds: Sequence[str | None], chosen: Model) -> Floats:
    out = np.zeros(len(features))
    numbers = np.array([kind_number(kind) for kind in kinds])
    for number in range(3):
        rows = np.flatnonzero(numbers == number)
        if len(rows):
            out[rows] = kernels("loops_trees").log_odds_of_all(features[rows], *chosen.trees_of(number))
    return out


def _empty(table: Table) -> npt.NDArray[np.bool_]:
    lengths = np.diff(table.offsets).reshape(-1, 2)
    return np.asarray((lengths == 0).any(axis=1))
