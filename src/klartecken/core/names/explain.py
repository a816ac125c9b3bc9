"""Why two names got the score they got: contributions that add up, and a sentence for a person."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, fsum
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from klartecken.core.names.clean import plain
from klartecken.core.names.compiled import kernels
from klartecken.core.names.features import FEATURES
from klartecken.core.names.model import NEWEST, Model, model
from klartecken.core.names.prepare import Table, kind_number, prepare, table_of
from klartecken.core.names.score import features_of
from klartecken.core.names.sentence import Laid, sentence_in_english, sentence_in_swedish

Numbers = npt.NDArray[Any]

LEAST_LOG_ODDS: Final = -700.0
"""Below this, the probability is nothing that a float can hold."""
WAYS: Final = ("left", "same", "joined", "linked", "sounds", "alike", "initial", "shortened", "acronym")
"""How a word found its like, in the order of the numbers in `loops_align`."""


@dataclass(frozen=True, slots=True)
class Contribution:
    """What one feature added to (or took from) the log-odds that the names are the same party's."""

    name: str
    value: float
    contribution: float
    meaning: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """A score, taken apart: `start` and all contributions add up to `log_odds`, whose probability is `score`."""

    score: float
    log_odds: float
    start: float
    features: tuple[Contribution, ...]
    sentence_sv: str
    sentence_en: str
    model: str

    @property
    def sentence(self) -> str:
        """The sentence in Swedish, the source language."""
        return self.sentence_sv


def explain(a: str, b: str, kind: str | None = None, *, version: str = NEWEST) -> Explanation:
    """The score of two names as names of one party of this kind, and the reasons for it."""
    chosen = model(version)
    table = table_of([prepare(a, kind), prepare(b, kind)])
    laid = _laid_out((a, b), table, chosen)
    if not (np.diff(table.offsets) > 0).all():
        return Explanation(0.0, float("-inf"), float("-inf"), (), *_sentences(laid, 0.0), version)
    values = features_of(table, chosen)[0]
    trees = chosen.trees_of(kind_number(kind))
    parts = kernels("loops_trees").contributions(values, trees.roots, trees.nodes, trees.values)
    features = tuple(
        Contribution(feature.name, float(value), float(part), feature.meaning)
        for feature, value, part in zip(FEATURES, values, parts[:-1], strict=True)
        if part or value
    )
    log_odds = fsum(parts)
    score = probability_of(log_odds)
    return Explanation(score, log_odds, float(parts[-1]), features, *_sentences(laid, score), version)


def probability_of(log_odds: float) -> float:
    """The probability that goes with log-odds, without overflow."""
    if log_odds >= 0:
        return 1.0 / (1.0 + exp(-log_odds))
    return exp(log_odds) / (1.0 + exp(log_odds)) if log_odds > LEAST_LOG_ODDS else 0.0


def _sentences(laid: Laid, score: float) -> tuple[str, str]:
    return sentence_in_swedish(laid, score), sentence_in_english(laid, score)


def _laid_out(names: tuple[str, str], table: Table, chosen: Model) -> Laid:
    """The words of both names, sorted by how they found their like."""
    aligning, words, measuring = kernels("loops_align"), kernels("loops_words"), kernels("loops_measure")
    how, mate, likeness, places = measuring.scratch()[:4]
    rows = []
    for row in range(2):
        found = np.zeros((8, words.MOST_WORDS), dtype=np.uint64)
        count = words.read_words(table.text, table.offsets[row], table.offsets[row + 1], chosen.rarity, found)
        rows.append((found, count))
    (first, count_a), (second, count_b) = rows
    if count_a and count_b:
        aligning.align(
            table.text, first, count_a, table.text, second, count_b, chosen.links, how, mate, likeness, places
        )
    shown = [_as_written(names[0], table, first[:, :count_a]), _as_written(names[1], table, second[:, :count_b])]
    return _sorted_out(shown, how, mate, forms=(int(table.traits[0, 0]), int(table.traits[1, 0])))


def _as_written(name: str, table: Table, words: Numbers) -> list[str]:
    """The words as somebody wrote them where that can be told, else as plain words."""
    written = {plain(word): word.strip("(),.;:\"'”“") for word in name.encode("utf-8", "ignore").decode().split()}
    text = table.text.tobytes()
    plainly = [text[int(words[0, at]) : int(words[1, at])].decode() for at in range(words.shape[1])]
    return [written.get(word, word) for word in plainly]


def _sorted_out(shown: Sequence[list[str]], how: Numbers, mate: Numbers, *, forms: tuple[int, int]) -> Laid:
    same, alike, acronyms = [], [], []
    left: tuple[list[str], list[str]] = ([], [])
    for side, words in enumerate(shown):
        for at, word in enumerate(words):
            way = WAYS[how[side, at]]
            if way == "left":
                left[side].append(word)
            elif way == "acronym":
                acronyms.append(word)
            elif side == 0 and way == "same":
                same.append(word)
            elif side == 0 and mate[0, at] >= 0:
                alike.append((word, shown[1][int(mate[0, at])]))
    return Laid(tuple(same), tuple(alike), tuple(acronyms), tuple(left[0]), tuple(left[1]), forms)
