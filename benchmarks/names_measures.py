"""The measures of the development kit: precision over recall, rank of the right name, false alarms."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
UNSPELLABLE = frozenset({"ror_translation", "ror_acronym"})


def average_precision(labels: npt.NDArray[np.bool_], scores: Floats) -> float:
    """Area under precision over recall; pairs with equal scores count together."""
    order = np.argsort(-scores, kind="stable")
    right, ordered = labels[order], scores[order]
    last = np.append(np.flatnonzero(np.diff(ordered)), len(ordered) - 1)
    hits = np.cumsum(right)[last]
    recall = hits / hits[-1]
    return float(np.sum(np.diff(recall, prepend=0.0) * hits / (last + 1)))


def best_threshold(labels: npt.NDArray[np.bool_], scores: Floats) -> float:
    """The threshold with the best F1."""
    return float(max(np.quantile(scores, np.linspace(0, 1, 201)), key=lambda least: f1(labels, scores >= least)))


def f1(labels: npt.NDArray[np.bool_], answered: npt.NDArray[np.bool_]) -> float:
    """Harmonic mean of precision and recall."""
    return float(2 * (labels & answered).sum() / max(labels.sum() + answered.sum(), 1))


Answer = tuple[list[int], float]
"""Rows found, best first, and the score of the first."""


def recall_at(queries: Sequence[dict[str, Any]], answers: Sequence[Answer], *, first: int, kind: str) -> float:
    """Share of queries with a right row among the first; kind is `latin` (real ones) or `cross`."""
    chosen = [
        (query, answer)
        for query, answer in zip(queries, answers, strict=True)
        if query["gold"] and query["half"] == "check" and _is(query, kind)
    ]
    return sum(bool(set(query["gold"]) & set(rows[:first])) for query, (rows, _) in chosen) / len(chosen)


def _is(query: dict[str, Any], kind: str) -> bool:
    crosses = "xscript" in query["type"]
    return crosses if kind == "cross" else bool(query["real"]) and not crosses and query["type"] not in UNSPELLABLE


def screen(queries: Sequence[dict[str, Any]], answers: Sequence[Answer]) -> tuple[float, float]:
    """F1 and false alarms on the check half, with the threshold that was best on the tune half."""
    spellable = [pair for pair in zip(queries, answers, strict=True) if pair[0]["type"] not in UNSPELLABLE]
    halves = {half: [pair for pair in spellable if pair[0]["half"] == half] for half in ("tune", "check")}
    scores = [answer[1] for _, answer in halves["tune"]]
    least = max(np.quantile(scores, np.linspace(0, 1, 201)), key=lambda one: _screen(halves["tune"], float(one))[0])
    return _screen(halves["check"], float(least))


def _screen(pairs: Sequence[tuple[dict[str, Any], Answer]], least: float) -> tuple[float, float]:
    right = wrong = missed = alarms = absent = 0
    for query, (rows, score) in pairs:
        answered = bool(rows) and score >= least
        good = answered and rows[0] in query["gold"]
        right += good
        wrong += answered and not good
        missed += bool(query["gold"]) and not good
        absent += not query["gold"]
        alarms += answered and not query["gold"]
    return 2 * right / max(2 * right + wrong + missed, 1), alarms / max(absent, 1)
