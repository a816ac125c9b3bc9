"""Trains the model of names on the tune half of the development kit and writes its file of numbers.

    python benchmarks/names_train.py names-1

Needs the `bench` extra (lightgbm). The check half is never read here.
"""

import sys
from pathlib import Path
from typing import Any

import lightgbm
import names_kit
import names_lexicon
import names_more
import names_words
import numpy as np
import numpy.typing as npt

import klartecken.core.names
from klartecken.core.names.compiled import kernels
from klartecken.core.names.features import FEATURE_NAMES
from klartecken.core.names.model import assembled
from klartecken.core.names.prepare import KINDS, prepare, table_of

WEIGHTS = Path(klartecken.core.names.__file__).parent / "weights"
TREES = 220
MINED_WEIGHT = 0.05
SAME_WEIGHT = 1.0
MORE_IS_LIKER = frozenset(
    {
        "same_words",
        "rarest_same",
        "covered_lighter",
        "covered_heavier",
        "letters",
        "letter_pairs",
        "sounds",
        "worst_alike",
        "prefix",
        "same_letters",
    }
)
LESS_IS_LIKER = frozenset(
    {"left_less", "left_more", "rarest_left_less", "numbers_left", "count_left_less", "count_left_more", "edits"}
)
"""Features that may move the score one way only, so that nothing scores above the same name."""
SETTINGS: dict[str, Any] = {
    "objective": "binary", "num_leaves": 16, "max_depth": 5, "learning_rate": 0.06,
    "min_data_in_leaf": 30, "feature_fraction": 0.6,
    "bagging_fraction": 0.8, "bagging_freq": 1, "lambda_l2": 5.0,
    "max_bin": 127, "verbose": -1, "num_threads": 2, "seed": 7,
    "monotone_constraints": [(name in MORE_IS_LIKER) - (name in LESS_IS_LIKER) for name in FEATURE_NAMES],
}  # fmt: skip

Matrix = npt.NDArray[Any]


def features_of(
    pairs: list[tuple[str, str, str]], rarity: npt.NDArray[np.uint8], links: npt.NDArray[np.uint64]
) -> Matrix:
    """The features of (a, b, kind)."""
    table = table_of([prepare(name, kind) for a, b, kind in pairs for name in (a, b)])
    rows = np.arange(2 * len(pairs)).reshape(-1, 2)
    measuring = kernels("loops_measure")
    out = np.zeros((len(pairs), measuring.FEATURE_COUNT), dtype=np.float32)
    measuring.measure_pairs(table.text, table.offsets, table.traits, rows, rarity, links, out)
    return out


def train(features: Matrix, labels: Matrix, weights: Matrix) -> lightgbm.Booster:
    """Boosted trees that tell the same party from another one."""
    return lightgbm.train(SETTINGS, lightgbm.Dataset(features, labels, weight=weights), TREES)


def flatten(booster: lightgbm.Booster) -> dict[str, npt.NDArray[Any]]:
    """The trees as arrays, with the mean outcome of the training rows at every node."""
    roots: list[int] = []
    depths: list[int] = []
    nodes: list[list[int]] = []
    values: list[list[float]] = []
    for tree in booster.dump_model()["tree_info"]:
        roots.append(len(nodes))
        depths.append(_flatten(tree["tree_structure"], nodes, values)[2])
    return {
        "roots": np.array(roots, np.int32),
        "depths": np.array(depths, np.int8),
        "nodes": np.array(nodes, np.int16),
        "values": np.array(values, np.float32),
    }


def _flatten(node: dict[str, Any], nodes: list[list[int]], values: list[list[float]]) -> tuple[float, float, int]:
    """Lays a node and what is below it into the arrays; returns its mean outcome, rows and depth."""
    place = len(nodes)
    nodes.append([0, place, place])
    values.append([0.0, node.get("leaf_value", 0.0)])
    if "split_feature" not in node:
        return node["leaf_value"], node.get("leaf_count", 1), 0
    low_at = len(nodes)
    low, low_count, low_depth = _flatten(node["left_child"], nodes, values)
    high_at = len(nodes)
    high, high_count, high_depth = _flatten(node["right_child"], nodes, values)
    mean = (low * low_count + high * high_count) / (low_count + high_count)
    nodes[place] = [node["split_feature"], low_at, high_at]
    values[place] = [node["threshold"], mean]
    return mean, low_count + high_count, 1 + max(low_depth, high_depth)


def main(name: str, mined_weight: float = MINED_WEIGHT) -> None:
    """Learns words, links and trees, and writes `weights/<name>.npz`.

    Trees are grown twice: the first ones find the mistakes that the second ones learn from.
    """
    apart = names_kit.kept_apart()
    rows = [row for row in names_kit.index_rows() if row["name"] not in apart]
    rarity = names_words.rarity_table((row["name"], row["kind"]) for row in rows)
    organisations = ((row["entity"], row["name"]) for row in rows if row["kind"] != "person")
    learnt = names_words.learn_links(names_words.by_entity(organisations))
    links = names_words.link_table(learnt | names_lexicon.written_links())
    tune = [row for row in names_kit.pairs() if row["half"] == "tune"]
    labelled = [(row["a"], row["b"], row["kind"], row["label"]) for row in tune]
    weights = [1.0 if row["real"] else 0.6 for row in tune]
    same = names_more.same_pairs(rows)
    labelled += same
    weights += [SAME_WEIGHT] * len(same)
    numbers = {"rarity": rarity, "links": links} | grow(labelled, weights, rarity, links)
    if mined_weight:
        mined = names_more.mined_pairs(rows, assembled(name, numbers))
        weights += [mined_weight] * len(mined)
        numbers |= grow(labelled + mined, weights, rarity, links)
    np.savez_compressed(WEIGHTS / f"{name}.npz", **numbers)  # type: ignore[arg-type]


def grow(
    labelled: list[names_more.Labelled], weights: list[float], rarity: Matrix, links: Matrix
) -> dict[str, npt.NDArray[Any]]:
    """Trees for each kind of party; those for `other` learn from all kinds."""
    numbers: dict[str, npt.NDArray[Any]] = {}
    for kind in KINDS:
        chosen = [place for place, row in enumerate(labelled) if kind in ("other", row[2])]
        features = features_of([(labelled[at][0], labelled[at][1], kind) for at in chosen], rarity, links)
        labels = np.array([labelled[at][3] for at in chosen], dtype=np.float64)
        own = np.array([weights[at] for at in chosen])
        for part, array in flatten(train(features, labels, own)).items():
            numbers[f"{kind}_{part}"] = array
    return numbers


if __name__ == "__main__":
    main(sys.argv[1], *map(float, sys.argv[2:]))
