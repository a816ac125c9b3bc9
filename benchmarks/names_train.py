"""Trains the model of names on the tune half of the development kit and writes its file of numbers.

    python benchmarks/names_train.py names-1

Needs the `bench` extra (lightgbm, scikit-learn). The check half is never read here.
"""

import sys
from pathlib import Path
from typing import Any

import lightgbm
import names_kit
import names_words
import numpy as np
import numpy.typing as npt

import klartecken.core.names
from klartecken.core.names.compiled import kernels
from klartecken.core.names.prepare import KINDS, prepare, table_of

WEIGHTS = Path(klartecken.core.names.__file__).parent / "weights"
SETTINGS: dict[str, Any] = {
    "objective": "binary", "num_leaves": 15, "learning_rate": 0.06, "min_data_in_leaf": 30, "feature_fraction": 0.6,
    "bagging_fraction": 0.8, "bagging_freq": 1, "lambda_l2": 5.0, "max_bin": 127, "verbose": -1, "num_threads": 2, "seed": 7,
}  # fmt: skip
TREES = 220

Matrix = npt.NDArray[np.float64]


def features_of(
    pairs: list[tuple[str, str, str]], rarity: npt.NDArray[np.uint8], links: npt.NDArray[np.uint64]
) -> Matrix:
    """The features of (a, b, kind)."""
    table = table_of([prepare(name, kind) for a, b, kind in pairs for name in (a, b)])
    rows = np.arange(2 * len(pairs)).reshape(-1, 2)
    measuring = kernels("loops_measure")
    out = np.zeros((len(pairs), measuring.FEATURE_COUNT))
    measuring.measure_pairs(table.text, table.offsets, table.traits, rows, rarity, links, out)
    return out


def train(features: Matrix, labels: Matrix, weights: Matrix) -> lightgbm.Booster:
    """Boosted trees that tell the same party from another one."""
    return lightgbm.train(SETTINGS, lightgbm.Dataset(features, labels, weight=weights), TREES)


def flatten(booster: lightgbm.Booster) -> dict[str, npt.NDArray[Any]]:
    """The trees as arrays, with the mean outcome of the training rows at every node."""
    roots: list[int] = []
    nodes: list[list[int]] = []
    values: list[list[float]] = []
    for tree in booster.dump_model()["tree_info"]:
        roots.append(len(nodes))
        _flatten(tree["tree_structure"], nodes, values)
    return {
        "roots": np.array(roots, np.int32),
        "nodes": np.array(nodes, np.int16),
        "values": np.array(values, np.float32),
    }


def _flatten(node: dict[str, Any], nodes: list[list[int]], values: list[list[float]]) -> tuple[float, float]:
    place = len(nodes)
    nodes.append([-1, 0, 0])
    values.append([0.0, node.get("leaf_value", 0.0)])
    if "split_feature" not in node:
        return node["leaf_value"], node.get("leaf_count", 1)
    left_at = len(nodes)
    left, left_count = _flatten(node["left_child"], nodes, values)
    right_at = len(nodes)
    right, right_count = _flatten(node["right_child"], nodes, values)
    mean = (left * left_count + right * right_count) / (left_count + right_count)
    nodes[place] = [node["split_feature"], left_at, right_at]
    values[place] = [node["threshold"], mean]
    return mean, left_count + right_count


def main(name: str) -> None:
    """Learns words, links and trees, and writes `weights/<name>.npz`."""
    apart = names_kit.kept_apart()
    rows = [row for row in names_kit.index_rows() if row["name"] not in apart]
    rarity = names_words.rarity_table((row["name"], row["kind"]) for row in rows)
    organisations = ((row["entity"], row["name"]) for row in rows if row["kind"] != "person")
    links = names_words.link_table(names_words.learn_links(names_words.by_entity(organisations)))
    tune = [row for row in names_kit.pairs() if row["half"] == "tune"]
    numbers: dict[str, npt.NDArray[Any]] = {"rarity": rarity, "links": links}
    for kind in KINDS:
        chosen = [row for row in tune if kind in ("other", row["kind"])]
        features = features_of([(row["a"], row["b"], kind) for row in chosen], rarity, links)
        labels = np.array([row["label"] for row in chosen], dtype=np.float64)
        weights = np.array([1.0 if row["real"] else 0.6 for row in chosen])
        for part, array in flatten(train(features, labels, weights)).items():
            numbers[f"{kind}_{part}"] = array
    np.savez_compressed(WEIGHTS / f"{name}.npz", **numbers)  # type: ignore[arg-type]


if __name__ == "__main__":
    main(sys.argv[1])
