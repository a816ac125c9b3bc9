"""Learns from a register which words are common, and which words stand for each other.

Two names of one entity that share a word but differ in others say that the others may belong together: when that is
seen with several entities ("universitet" and "university"), it becomes a link.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations
from math import log

import numpy as np
import numpy.typing as npt

from klartecken.core.names.compiled import kernels
from klartecken.core.names.prepare import prepare

RARITY_SIZE = 1 << 17
LINK_SIZE = 1 << 15
FLOOR = 4
FEWEST_ENTITIES = 3
WEAKEST_LINK = 0.08
MOST_LEFT = 5

Word = str
Link = tuple[Word, Word]


def hash_word(word: str) -> np.uint64:
    """The hash that the compiled loops give the word."""
    letters = np.frombuffer(word.encode(), dtype=np.uint8)
    return np.uint64(kernels("loops_words").hash_of(letters, 0, len(letters)))


def rarity_table(names: Iterable[tuple[str, str]]) -> npt.NDArray[np.uint8]:
    """255 for a word seen at most `FLOOR` times among (name, kind), 0 for the most common one, by the hash of the word."""
    counts = Counter(word for name, kind in names for word in prepare(name, kind).text.split())
    most = log(max(counts.values()) / FLOOR)
    table = np.full(RARITY_SIZE, 255, dtype=np.uint8)
    for word, count in counts.items():
        if count > FLOOR:
            bucket = int(hash_word(word)) & (RARITY_SIZE - 1)
            table[bucket] = min(table[bucket], round(255 * (1 - log(count / FLOOR) / most)))
    return table


def learn_links(entities: Iterable[Sequence[str]]) -> dict[Link, float]:
    """Pairs of words that stand for each other, with a strength between 0 and 1.

    `entities` holds the names of one entity each, as plain words.
    """
    together: Counter[Link] = Counter()
    alone: Counter[Word] = Counter()
    for names in entities:
        seen: set[Link] = set()
        for first, second in combinations(names, 2):
            seen |= _left_over(first.split(), second.split())
        together.update(seen)
        alone.update({word for link in seen for word in link})
    strengths: dict[Link, float] = {}
    for (one, two), count in together.items():
        if count >= FEWEST_ENTITIES:
            strength = count / (alone[one] * alone[two]) ** 0.5
            if strength >= WEAKEST_LINK:
                strengths[one, two] = min(1.0, strength**0.5)
    return strengths


def _left_over(first: list[str], second: list[str]) -> set[Link]:
    left, right = [word for word in first if word not in second], [word for word in second if word not in first]
    if not left or not right or len(left) > MOST_LEFT or len(right) > MOST_LEFT:
        return set()
    return {(min(one, two), max(one, two)) for one in left for two in right if len(one) > 1 and len(two) > 1}


def link_table(links: dict[Link, float]) -> npt.NDArray[np.uint64]:
    """Open-addressed table that the compiled loops read: a key of 56 bits and the strength in the lowest eight."""
    mixed = kernels("loops_words").mixed
    size = LINK_SIZE
    while size < 2 * len(links):
        size *= 2
    table = np.zeros(size, dtype=np.uint64)
    for (one, two), strength in sorted(links.items()):
        key = int(mixed(hash_word(one) ^ hash_word(two))) | 255
        place = (key >> 8) & (size - 1)
        while table[place] and int(table[place]) | 255 != key:
            place = (place + 1) & (size - 1)
        table[place] = np.uint64((key ^ 255) | max(1, round(strength * 255)))
    return table


def by_entity(rows: Iterable[tuple[int, str]]) -> list[list[str]]:
    """The different plain names of each entity that has more than one, from (entity, name)."""
    grouped: defaultdict[int, set[str]] = defaultdict(set)
    for entity, name in rows:
        grouped[entity].add(prepare(name, "organisation").text)
    return [sorted(names) for names in grouped.values() if 1 < len(names) <= 20]
