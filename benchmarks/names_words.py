"""Learns from a register which words are common, and which words stand for each other.

Two names of one entity that share a word but differ in others say that the others may belong together: when that is
seen with several entities ("universitet" and "university"), it becomes a link.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations, product
from math import log

import numpy as np
import numpy.typing as npt

from klartecken.core.names.compiled import kernels
from klartecken.core.names.prepare import prepare

RARITY_SIZE = 1 << 17
LINK_SIZE = 1 << 15
FLOOR = 4
FEWEST_ENTITIES = 3
FEWEST_TIMES = 1.6
WEAKEST_LINK = 0.3
MOST_LEFT = 8
MOST_PAIRS = 12
LONGEST_ACRONYM = 8
TURNS = 6

Word = str
Link = tuple[Word, Word]


def hash_word(word: str) -> np.uint64:
    """The hash that the compiled loops give the word."""
    letters = np.frombuffer(word.encode(), dtype=np.uint8)
    return np.uint64(kernels("loops_words").hash_of(letters, 0, len(letters)))


def rarity_table(names: Iterable[tuple[str, str]]) -> npt.NDArray[np.uint8]:
    """How rare words are among names with their kinds, by the hash of the word.

    255 for a word seen at most `FLOOR` times, 0 for the most common one.
    """
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

    `entities` holds the names of one entity each, as plain words. Which of the words that are left over belong together
    is found as in machine translation (IBM model 1): each word spreads over the other name's words, again and again, by
    how often they occurred together. An entity counts once, however many names it has.
    """
    by_entity = [_left_over_pairs(names) for names in entities]
    seen_in = Counter(
        link for pairs in by_entity for link in {_link(*words) for pair in pairs for words in product(*pair)}
    )
    left_over = [pair for pairs in by_entity for pair in pairs]
    there = _translations(left_over)
    back = _translations([(two, one) for one, two in left_over])
    strengths: dict[Link, float] = {}
    for (one, two), (chance, count) in there.items():
        other_chance, other_count = back.get((two, one), (0.0, 0.0))
        if one != two and seen_in[_link(one, two)] >= FEWEST_ENTITIES and min(count, other_count) >= FEWEST_TIMES:
            strength = max(
                (chance * other_chance) ** 0.25,
                max(chance, other_chance) ** 0.5 if min(chance, other_chance) > 0.02 else 0,
            )
            if strength >= WEAKEST_LINK:
                strengths[_link(one, two)] = max(strengths.get(_link(one, two), 0.0), min(1.0, strength))
    return strengths


def _link(one: Word, two: Word) -> Link:
    return (min(one, two), max(one, two))


def _translations(pairs: list[tuple[list[Word], list[Word]]]) -> dict[Link, tuple[float, float]]:
    """For each (word, its counterpart): how likely it is the counterpart, and how often it was."""
    chance: dict[Link, float] = {}
    counts: dict[Link, float] = {}
    for turn in range(TURNS):
        counts, totals = {}, {}
        for one, two in pairs:
            for word in two:
                shares = [(other, chance.get((other, word), 1e-4) if turn else 1.0) for other in (*one, "")]
                whole = sum(share for _, share in shares)
                for other, share in shares:
                    counts[other, word] = counts.get((other, word), 0.0) + share / whole
                    totals[other] = totals.get(other, 0.0) + share / whole
        chance = {link: count / totals[link[0]] for link, count in counts.items()}
    return {link: (chance[link], count) for link, count in counts.items() if link[0]}


def _left_over_pairs(names: Sequence[str]) -> list[tuple[list[Word], list[Word]]]:
    out = []
    for first, second in list(combinations(names, 2))[:MOST_PAIRS]:
        one, two = first.split(), second.split()
        left = [word for word in one if word not in two and len(word) > 1]
        right = [word for word in two if word not in one and len(word) > 1]
        if left and right and len(left) <= MOST_LEFT and len(right) <= MOST_LEFT and not _short_form(one, two):
            out.append((left, right))
    return out


def _short_form(one: list[Word], two: list[Word]) -> bool:
    """Whether one of the names is an acronym: those words stand for the whole name, not for a word of it."""
    short, long = sorted((one, two), key=len)
    return len(short) == 1 and len(long) > 2 and len(short[0]) <= LONGEST_ACRONYM


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
