"""Compiled loops of the name index: an inverted index of letter triples, words and consonants.

Each name has keys; a key is a bucket, a bucket lists the rows that have it. A search reads the rarest buckets of the
asked name first, within a budget, and keeps the rows that share the most weight.
"""

import numpy as np

from klartecken.core.names.compiled import compiled
from klartecken.core.names.loops_measure import FEATURE_COUNT, measure, read_name, scratch
from klartecken.core.names.loops_trees import add_trees
from klartecken.core.names.loops_words import MOST_WORDS, Array, Number, consonants, hash_of, mixed

MOST_KEYS = 512
OTHER = 2
FIRST_TREES = 40
LEAST_SHARED = 0.3
WORTH_MEASURING = (0.45, 0.25)
"""Rows whose degree is less than this share of the best row's are not looked at closer: Latin letters, other letters.
"""
_WORD = np.uint64(0x9E3779B97F4A7C15)
_SOUND = np.uint64(0xC2B2AE3D27D4EB4F)
_FIRST_LETTERS = np.uint64(0x165667B19E3779F9)
_BASE = np.uint64(131)
_WORD_BOOST, _SOUND_BOOST, _FIRST_LETTERS_BOOST = 2.0, 1.2, 1.0


@compiled
def keys_of(text: Array, low: Number, high: Number, keys: Array, boosts: Array) -> Number:
    """Writes the keys of a name and how much each counts; returns their number."""
    count = 0
    skeleton = np.empty(64, dtype=np.uint8)
    initials = np.empty(16, dtype=np.uint8)
    words = 0
    place = low
    while place < high and count < MOST_KEYS - 72:
        end = place
        while end < high and text[end] != 32:
            end += 1
        if words < 16:
            initials[words] = text[place]
        words += 1
        count = keys_of_word(text, place, end, skeleton, keys, boosts, count)
        place = end + 1
    if 3 <= words <= 8:
        keys[count] = hash_of(initials, 0, words) ^ _FIRST_LETTERS
        boosts[count] = _FIRST_LETTERS_BOOST
        count += 1
    elif words == 1 and 3 <= high - low <= 8:
        keys[count] = hash_of(text, low, high) ^ _FIRST_LETTERS
        boosts[count] = _FIRST_LETTERS_BOOST
        count += 1
    return count


@compiled
def keys_of_word(
    text: Array, start: Number, end: Number, skeleton: Array, keys: Array, boosts: Array, count: Number
) -> Number:
    """Adds the keys of one word: itself, its consonants and its letter triples."""
    stop = min(end, start + 60)
    keys[count] = hash_of(text, start, stop) ^ _WORD
    boosts[count] = _WORD_BOOST
    count += 1
    length = consonants(text, start, stop, skeleton)
    if length >= 2:
        keys[count] = hash_of(skeleton, 0, length) ^ _SOUND
        boosts[count] = _SOUND_BOOST
        count += 1
    before = np.uint64(1)
    for place in range(start, stop):
        after = np.uint64(text[place + 1]) if place + 1 < stop else np.uint64(2)
        keys[count] = mixed((before * _BASE + np.uint64(text[place])) * _BASE + after)
        boosts[count] = 1.0
        count += 1
        before = np.uint64(text[place])
    return count


@compiled
def count_keys(text: Array, offsets: Array, starts: Array) -> None:
    """First pass of a build: how many rows each bucket will hold (in `starts`, one place ahead)."""
    keys = np.empty(MOST_KEYS, dtype=np.uint64)
    boosts = np.empty(MOST_KEYS, dtype=np.float32)
    mask = np.uint64(starts.shape[0] - 2)
    for row in range(offsets.shape[0] - 1):
        for at in range(keys_of(text, offsets[row], offsets[row + 1], keys, boosts)):
            starts[(keys[at] & mask) + np.uint64(1)] += 1
    for bucket in range(1, starts.shape[0]):
        starts[bucket] += starts[bucket - 1]


@compiled
def fill_rows(text: Array, offsets: Array, starts: Array, rows: Array, sizes: Array) -> None:
    """Second pass of a build: the rows of each bucket, and the whole weight of each row."""
    keys = np.empty(MOST_KEYS, dtype=np.uint64)
    boosts = np.empty(MOST_KEYS, dtype=np.float32)
    mask = np.uint64(starts.shape[0] - 2)
    at_bucket = starts.copy()
    count = offsets.shape[0] - 1
    for row in range(count):
        size = 0.0
        for at in range(keys_of(text, offsets[row], offsets[row + 1], keys, boosts)):
            bucket = keys[at] & mask
            rows[at_bucket[bucket]] = row
            at_bucket[bucket] += 1
            size += weight_of_bucket(starts, bucket, count) * boosts[at]
        sizes[row] = size


@compiled
def weight_of_bucket(starts: Array, bucket: Number, count: Number) -> Number:
    """Weight of a bucket: the fewer rows it holds, the more it says."""
    held = starts[bucket + np.uint64(1)] - starts[bucket]
    return np.log((count + 1.0) / (held + 0.5)) if held > 0 else np.log(count + 1.0)


@compiled
def choose_buckets(keys: Array, boosts: Array, starts: Array, names: Number, budget: Number, plan: Array) -> Number:
    """Plans which buckets are read, rarest first, within the budget; returns (how many, weight asked).

    A row of `plan` is (bucket, weight, weight of this and all later buckets).
    """
    mask = np.uint64(starts.shape[0] - 2)
    held = np.empty(keys.shape[0], dtype=np.int64)
    for at in range(keys.shape[0]):
        bucket = keys[at] & mask
        held[at] = starts[bucket + np.uint64(1)] - starts[bucket]
    count, asked, read = 0, np.float32(0.0), 0
    for at in np.argsort(held):
        weight = np.float32(weight_of_bucket(starts, keys[at] & mask, names) * boosts[at])
        asked += weight
        if held[at] and (read == 0 or read + held[at] <= budget):
            plan[count, 0], plan[count, 1] = keys[at] & mask, weight
            read += held[at]
            count += 1
    later = 0.0
    for at in range(count - 1, -1, -1):
        later += plan[at, 1]
        plan[at, 2] = later
    return count, asked


@compiled
def collect(
    keys: Array, boosts: Array, starts: Array, rows: Array, totals: Array, touched: Array, plan: Array
) -> Number:
    """Adds up the weight that each row shares with the asked name.

    Returns (rows touched, weight asked, most weight shared by a row). `touched` has room for as many rows as may be
    read. A row that is first met when too little weight is left to make it worth a look isn't taken up.
    """
    budget = touched.shape[0]
    planned, asked = choose_buckets(keys, boosts, starts, totals.shape[0], budget, plan)
    count = 0
    most = np.float32(0.0)
    for at in range(planned):
        bucket = np.uint64(plan[at, 0])
        weight = np.float32(plan[at, 1])
        taking_up = plan[at, 2] >= LEAST_SHARED * most
        for place in range(starts[bucket], min(starts[bucket + np.uint64(1)], starts[bucket] + budget)):
            row = rows[place]
            before = totals[row]
            if before == 0:
                if not taking_up or count == budget:
                    continue
                touched[count] = row
                count += 1
            totals[row] = before + weight
            most = max(most, before + weight)
    return count, asked, most


@compiled
def sink(best: Array, degrees: Array, size: Number) -> None:
    """Restores the heap (the least degree first) after its first place got a new value."""
    at = 0
    while True:
        child = 2 * at + 1
        if child >= size:
            return
        if child + 1 < size and degrees[child + 1] < degrees[child]:
            child += 1
        if degrees[at] <= degrees[child]:
            return
        degrees[at], degrees[child] = degrees[child], degrees[at]
        best[at], best[child] = best[child], best[at]
        at = child


@compiled
def keep_best(
    found: Number, worth: Number, touched: Array, totals: Array, sizes: Array, best: Array, degrees: Array
) -> Number:
    """Keeps the rows that share the most, by shared weight over all weight; clears the totals; returns how many.

    `found` is what `collect` returned; rows whose degree is less than `worth` times the best are not kept. The order of
    the kept rows says nothing yet.
    """
    count, asked, most = found
    least = most * np.float32(LEAST_SHARED)
    own = np.float32(0.6) * asked
    room = best.shape[0]
    lowest = np.float32(0.0)
    degrees[:] = 0
    best[:] = -1
    for at in range(count):
        row = touched[at]
        shared = totals[row]
        totals[row] = 0
        if shared < least:
            continue
        degree = shared / (own + np.float32(0.4) * sizes[row])
        if degree > degrees[0] and degree >= lowest:
            lowest = max(lowest, worth * degree)
            degrees[0] = degree
            best[0] = row
            sink(best, degrees, room)
    kept = 0
    for at in range(room):
        if best[at] >= 0 and degrees[at] >= lowest:
            best[kept], degrees[kept] = best[at], degrees[at]
            kept += 1
    return kept


@compiled
def best_of(odds: Array, count: Number, wanted: Number) -> Array:
    """Places of the `wanted` highest of the first `count` odds, highest first."""
    order = np.argsort(-odds[:count])
    return order[: min(count, wanted)]


@compiled
def weigh(
    features: Array, kinds: Array, count: Number, bounds: Array, trees: Number, wanted: Number, odds: Array
) -> Array:
    """Scores the first `count` rows of features and returns the places of the best, best first.

    The first trees are read for all; the rest only for those that are still among the best.
    """
    roots, depths, nodes, values = trees
    odds[:count] = 0.0
    left = np.arange(count)
    for part in range(2):
        for kind in range(3):
            low, high = bounds[kind], bounds[kind + 1]
            middle = min(high, low + FIRST_TREES)
            if part == 0:
                high = middle
            else:
                low = middle
            own = left[kinds[left] == kind]
            add_trees(features, own, roots[low:high], depths[low:high], nodes, values, odds)
        left = left[best_of(odds[left], left.shape[0], wanted)]
    return left


@compiled
def measure_kept(
    asked: Number,
    query: Number,
    table: Number,
    kept: Number,
    best: Array,
    model: Number,
    only: Number,
    space: Number,
    features: Array,
    kinds: Array,
) -> Number:
    """Measures the kept rows against the asked name; those of a kind not wanted are dropped.

    Returns how many are left.
    """
    text, offsets, traits, asked_kinds = asked
    rows_text, rows_offsets, rows_traits, rows_kinds = table
    rarity, links = model[0], model[1]
    words_a, words_b, span_a, span_b, scratches = space
    read_name(text, offsets, traits, query, rarity, span_a, words_a)
    count = 0
    for at in range(kept):
        row = best[at]
        if only >= 0 and rows_kinds[row] != OTHER and rows_kinds[row] != only:
            continue
        read_name(rows_text, rows_offsets, rows_traits, row, rarity, span_b, words_b)
        measure(text, span_a, words_a, rows_text, span_b, words_b, links, scratches, features[count])
        kinds[count] = asked_kinds[query] if asked_kinds[query] != OTHER else rows_kinds[row]
        best[count] = row
        count += 1
    return count


@compiled
def search_all(
    asked: Number,
    table: Number,
    index: Number,
    model: Number,
    room: Number,
    filters: Array,
    candidates: Number,
    best_rows: Array,
    best_odds: Array,
) -> None:
    """Searches for each asked name and writes the best rows with their log-odds, best first.

    `asked` and `table` are (text, offsets, traits, kinds); `index` is (starts, rows, sizes); `model` is (rarity, links,
    bounds, roots, depths, nodes, values); `room` is (zeros per row, places for as many rows as may be read). `filters`
    holds the kind that hits must have, or -1. What is not found stays as it is in `best_rows`.
    """
    text, offsets = asked[0], asked[1]
    starts, rows, sizes = index
    totals, touched = room
    best, degrees = np.empty(candidates, dtype=np.int64), np.empty(candidates, dtype=np.float32)
    keys, boosts = np.empty(MOST_KEYS, dtype=np.uint64), np.empty(MOST_KEYS, dtype=np.float32)
    words_a, words_b = np.zeros((8, MOST_WORDS), dtype=np.uint64), np.zeros((8, MOST_WORDS), dtype=np.uint64)
    space = (words_a, words_b, np.zeros(5, dtype=np.int64), np.zeros(5, dtype=np.int64), scratch())
    features = np.empty((candidates, FEATURE_COUNT), dtype=np.float32)
    plan = np.empty((MOST_KEYS, 3))
    kinds, odds = np.empty(candidates, dtype=np.uint8), np.empty(candidates)
    for query in range(offsets.shape[0] - 1):
        known = keys_of(text, offsets[query], offsets[query + 1], keys, boosts)
        found = collect(keys[:known], boosts[:known], starts, rows, totals, touched, plan)
        worth = np.float32(WORTH_MEASURING[1 if asked[2][query, 1] else 0])
        kept = keep_best(found, worth, touched, totals, sizes, best, degrees)
        count = measure_kept(asked, query, table, kept, best, model, filters[query], space, features, kinds)
        order = weigh(features, kinds, count, model[2], model[3:], best_rows.shape[1], odds)
        for at in range(order.shape[0]):
            best_rows[query, at] = best[order[at]]
            best_odds[query, at] = odds[order[at]]
