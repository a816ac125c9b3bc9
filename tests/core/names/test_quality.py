"""The promise about quality, on the half of the development kit that nothing was learnt from."""

import csv
import gzip
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest

from klartecken.core.names import score_pairs

KINDS = {"org": "organisation", "person": "person"}


def average_precision(labels: npt.NDArray[np.bool_], scores: npt.NDArray[np.float64]) -> float:
    """Area under precision over recall, ties broken by order."""
    right = labels[np.argsort(-scores, kind="stable")]
    precision = np.cumsum(right) / np.arange(1, len(right) + 1)
    return float(precision[right].mean())


@pytest.mark.slow
def test_pairs_it_never_saw_are_told_apart(shared_names: Path) -> None:
    with gzip.open(shared_names / "pairs.csv.gz", "rt", encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if row["half"] == "check"]
    scores = score_pairs([(row["a"], row["b"]) for row in rows], [KINDS[row["kind"]] for row in rows])
    labels = np.array([row["label"] == "1" for row in rows])
    answered = scores >= 0.4
    both = int((answered & labels).sum())
    assert average_precision(labels, scores) > 0.94
    assert 2 * both / (answered.sum() + labels.sum()) > 0.86
