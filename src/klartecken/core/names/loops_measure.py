"""Compiled loops that turn two names laid beside each other into the numbers of `features.FEATURES`."""

import numpy as np

from klartecken.core.names.compiled import compiled
from klartecken.core.names.loops_align import LETTERS, align, out_of_order, sounds_of, squeeze, sum_side
from klartecken.core.names.loops_compare import common_bits, common_letters, edits, mark_pairs
from klartecken.core.names.loops_words import MOST_WORDS, Array, Number, read_words

FEATURE_COUNT = 38
SUMS = 14


@compiled
def measure_words(sums: Array, out: Array) -> None:
    """Features of the words: what agrees, what is left, and how rare it is."""
    both = sums[0, 0] + sums[1, 0]
    less = 0 if sums[0, 5] <= sums[1, 5] else 1
    light = 0 if sums[0, 0] <= sums[1, 0] else 1
    out[0] = (sums[0, 1] + sums[1, 1]) / both
    out[1] = (sums[0, 3] + sums[1, 3]) / both
    out[2] = (sums[0, 2] + sums[1, 2]) / both
    out[3] = (sums[0, 4] + sums[1, 4]) / both
    out[5] = sums[less, 5]
    out[6] = sums[1 - less, 5]
    out[7] = min(sums[0, 6], sums[1, 6])
    out[8] = max(sums[0, 6], sums[1, 6])
    out[9] = max(sums[0, 7], sums[1, 7])
    out[10] = max(sums[0, 8], sums[1, 8])
    out[11] = covered(sums[light])
    out[12] = covered(sums[1 - light])
    out[20] = min(sums[0, 9], 1.0) + min(sums[1, 9], 1.0)
    out[27] = sums[light, 0]
    out[28] = min(sums[0, 11], sums[1, 11])
    out[29] = sums[0, 12] / sums[0, 13] if sums[0, 13] else 1.0
    out[30] = sums[0, 13]
    out[31] = min(sums[0, 10], sums[1, 10])
    out[32] = max(sums[0, 10], sums[1, 10])


@compiled
def covered(sums: Array) -> Number:
    """Share of one name's weight that was found in the other."""
    return (sums[1] + sums[2] + sums[3] + sums[4]) / sums[0]


@compiled
def measure_letters(
    first: Array, one: Number, second: Array, two: Number, marks: Array, places: Array, out: Array
) -> None:
    """Features of the letters without regard to words."""
    if one > two:
        first, one, second, two = second, two, first, one
    shared = common_letters(first, one, second, two, places)
    out[13] = 2.0 * shared / max(min(one, 64) + two, 1)
    count = mark_pairs(first, one, marks[0])
    other = mark_pairs(second, two, marks[1])
    common = common_bits(marks[0], marks[1])
    out[14] = common / max(count + other - common, 1)
    out[16] = one / max(two, 1)
    out[33] = min(edits(first, 0, one, second, 0, two, places), 20)
    prefix = 0
    while prefix < one and first[prefix] == second[prefix]:
        prefix += 1
    out[34] = prefix / max(one, 1)
    out[35] = 1.0 if prefix == one and one == two else 0.0


@compiled
def measure_places(how: Array, mate: Array, likeness: Array, count_a: Number, count_b: Number, out: Array) -> None:
    """Features of the order: first and last words, and words that changed place."""
    out[17] = likeness[0, 0] if mate[0, 0] == 0 else 0.0
    out[18] = likeness[0, count_a - 1] if mate[0, count_a - 1] == count_b - 1 else 0.0
    out[19] = out_of_order(count_a, mate[0])
    out[23] = min(count_a, count_b)
    out[24] = max(count_a, count_b)
    out[36] = likeness[0, 0] if how[0, 0] else 0.0
    out[37] = likeness[1, 0] if how[1, 0] else 0.0
    if out[36] > out[37]:
        out[36], out[37] = out[37], out[36]


@compiled
def relation(first: Number, second: Number) -> Number:
    """0 no legal form, 1 the same, 2 one has none, 3 different."""
    if first == second:
        return 1.0 if first else 0.0
    return 3.0 if first and second else 2.0


@compiled
def measure(text_a: Array, span_a: Array, words_a: Array, text_b: Array, span_b: Array, words_b: Array,
            links: Array, space: Number, out: Array) -> None:  # fmt: skip
    """Fills the features of a pair.

    A span is (low, high, words, legal form, script); `space` is the scratch made by `scratch`.
    """
    how, mate, likeness, places, sums, letters, marks = space
    count_a, count_b = span_a[2], span_b[2]
    out[:] = 0.0
    if count_a == 0 or count_b == 0:
        return
    out[4] = align(text_a, words_a, count_a, text_b, words_b, count_b, links, how, mate, likeness, places)
    sum_side(words_a, count_a, how[0], likeness[0], sums[0])
    sum_side(words_b, count_b, how[1], likeness[1], sums[1])
    measure_words(sums, out)
    measure_places(how, mate, likeness, count_a, count_b, out)
    one = squeeze(text_a, span_a[0], span_a[1], letters[0])
    two = squeeze(text_b, span_b[0], span_b[1], letters[1])
    measure_letters(letters[0], one, letters[1], two, marks, places, out)
    one = sounds_of(text_a, words_a, count_a, letters[0])
    two = sounds_of(text_b, words_b, count_b, letters[1])
    out[15] = 2.0 * common_letters(letters[0], one, letters[1], two, places) / max(min(one, 64) + two, 1)
    out[22] = relation(span_a[3], span_b[3])
    out[25] = 1.0 if (span_a[4] > 0) != (span_b[4] > 0) else 0.0
    out[26] = 1.0 if (span_a[4] == 2) != (span_b[4] == 2) else 0.0


@compiled
def scratch() -> Number:
    """Room to work in, made once per call."""
    return (
        np.zeros((2, MOST_WORDS), dtype=np.uint8),
        np.zeros((2, MOST_WORDS), dtype=np.int64),
        np.zeros((2, MOST_WORDS), dtype=np.float64),
        np.zeros(128, dtype=np.uint64),
        np.zeros((2, SUMS), dtype=np.float64),
        np.zeros((2, LETTERS), dtype=np.uint8),
        np.zeros((2, 16), dtype=np.uint64),
    )


@compiled
def read_name(
    text: Array, offsets: Array, traits: Array, row: Number, rarity: Array, span: Array, words: Array
) -> None:
    """Reads one name of a table into a span and its words."""
    span[0] = offsets[row]
    span[1] = offsets[row + 1]
    span[2] = read_words(text, span[0], span[1], rarity, words)
    span[3] = traits[row, 0]
    span[4] = traits[row, 1]


@compiled
def measure_pairs(
    text: Array, offsets: Array, traits: Array, rows: Array, rarity: Array, links: Array, out: Array
) -> None:
    """Features of many pairs of rows in one table of names."""
    space = scratch()
    words_a = np.zeros((8, MOST_WORDS), dtype=np.uint64)
    words_b = np.zeros((8, MOST_WORDS), dtype=np.uint64)
    span_a = np.zeros(5, dtype=np.int64)
    span_b = np.zeros(5, dtype=np.int64)
    for at in range(rows.shape[0]):
        read_name(text, offsets, traits, rows[at, 0], rarity, span_a, words_a)
        read_name(text, offsets, traits, rows[at, 1], rarity, span_b, words_b)
        measure(text, span_a, words_a, text, span_b, words_b, links, space, out[at])
