"""Compiled loops that lay two names beside each other: which word of one belongs to which of the other.

`align` pairs the words, the surest first; `loops_measure` sums it up in features.
"""

import numpy as np

from klartecken.core.names.compiled import compiled
from klartecken.core.names.loops_compare import bits_set, edits
from klartecken.core.names.loops_words import Array, Number, consonants, mixed

LETTERS = 160

NOTHING, SAME, JOINED, LINKED, SOUNDS, ALIKE, INITIAL, SHORTENED, ACRONYM = range(9)
"""How a word found its like in the other name."""

_PRIME = np.uint64(1099511628211)
_OFFSET = np.uint64(14695981039346656037)
_STOP_WORD = np.uint64(70)


@compiled
def weight_of(words: Array, at: Number) -> Number:
    """Weight of a word: 1 for a rare one, little for one that stands in many names."""
    return 0.05 + 0.95 * np.float64(words[5, at]) / 255.0


@compiled
def link_between(first: Number, second: Number, links: Array) -> Number:
    """Strength (0 to 255) of a known link between two words: a translation, a short form, a nickname."""
    key = mixed(first ^ second) | np.uint64(255)
    mask = np.uint64(links.shape[0] - 1)
    place = (key >> np.uint64(8)) & mask
    while links[place] != 0:
        if links[place] | np.uint64(255) == key:
            return np.int64(links[place] & np.uint64(255))
        place = (place + np.uint64(1)) & mask
    return 0


@compiled
def pair_same(a: Array, count_a: Number, b: Array, count_b: Number, how: Array, mate: Array, likeness: Array) -> Number:
    """Pairs the words that are the same and returns how many were paired."""
    paired = 0
    for at in range(count_a):
        for other in range(count_b):
            if how[1, other] == NOTHING and a[2, at] == b[2, other]:
                join(at, other, SAME, 1.0, how, mate, likeness)
                paired += 1
                break
    return paired


@compiled
def join(at: Number, other: Number, kind: Number, degree: Number, how: Array, mate: Array, likeness: Array) -> None:
    """Notes that two words belong together."""
    how[0, at] = kind
    how[1, other] = kind
    mate[0, at] = other
    mate[1, other] = at
    likeness[0, at] = degree
    likeness[1, other] = degree


@compiled
def pair_joined(
    text: Array,
    a: Array,
    count_a: Number,
    b: Array,
    count_b: Number,
    side: Number,
    how: Array,
    mate: Array,
    likeness: Array,
) -> None:
    """Pairs neighbouring words of one name with one word of the other ("fastighets bolaget")."""
    for at in range(count_a - 1):
        if how[side, at] != NOTHING:
            continue
        value = _OFFSET
        for upto in range(at, min(at + 5, count_a)):
            if how[side, upto] != NOTHING:
                break
            for place in range(np.int64(a[0, upto]), np.int64(a[1, upto])):
                value = (value ^ np.uint64(text[place])) * _PRIME
            if upto == at:
                continue
            found = free_word(mixed(value), b, count_b, how[1 - side])
            if found < 0:
                continue
            for word in range(at, upto + 1):
                how[side, word] = JOINED
                mate[side, word] = found
                likeness[side, word] = 1.0
            how[1 - side, found] = JOINED
            mate[1 - side, found] = at
            likeness[1 - side, found] = 1.0
            break


@compiled
def free_word(value: Number, b: Array, count_b: Number, how: Array) -> Number:
    """Place of a word with this hash that has no mate yet, or -1."""
    for other in range(count_b):
        if how[other] == NOTHING and b[2, other] == value:
            return other
    return -1


@compiled
def shortened(short: Array, low: Number, high: Number, full: Array, start: Number, end: Number) -> Number:
    """Whether one word is the other cut off ("inst") or drawn together ("intl", "dept")."""
    length = high - low
    if length < 3 or end - start < length + 2 or short[low] != full[start]:
        return False
    at = low
    skipped = 0
    for place in range(start, end):
        if at < high and full[place] == short[at]:
            at += 1
        elif at < high:
            skipped += 1
    if at < high:
        return False
    return skipped == 0 or full[end - 1] == short[high - 1] or full[end - 2] == short[high - 1]


@compiled
def likeness_of(
    text_a: Array, a: Array, at: Number, text_b: Array, b: Array, other: Number, links: Array, places: Array
) -> Number:
    """How two different words are alike (a kind from NOTHING to SHORTENED) and how much (0 to 1)."""
    strength = link_between(a[2, at], b[2, other], links)
    if strength > 0:
        return LINKED, strength / 255.0
    start, end, low, high = np.int64(a[0, at]), np.int64(a[1, at]), np.int64(b[0, other]), np.int64(b[1, other])
    one, two = end - start, high - low
    if one == 1 or two == 1:
        return (INITIAL, 0.6) if text_a[start] == text_b[low] else (NOTHING, 0.0)
    if a[6, at] or b[6, other]:
        return NOTHING, 0.0
    if one < two and shortened(text_a, start, end, text_b, low, high):
        return SHORTENED, 0.7
    if two < one and shortened(text_b, low, high, text_a, start, end):
        return SHORTENED, 0.7
    sounds = a[3, at] == b[3, other] and a[7, at] >= 2
    shorter: Number = min(one, two)
    if not sounds and bits_set(a[4, at] & b[4, other]) * 2 < min(shorter, 8) - 1:
        return NOTHING, 0.0
    longer: Number = max(np.float64(two), np.float64(one))
    degree = 1.0 - edits(text_a, start, end, text_b, low, high, places) / longer
    if sounds:
        return SOUNDS, max(degree, 0.7)
    return (ALIKE, degree) if degree >= 0.55 else (NOTHING, 0.0)


@compiled
def pair_alike(text_a: Array, a: Array, count_a: Number, text_b: Array, b: Array, count_b: Number, links: Array,
               how: Array, mate: Array, likeness: Array, places: Array) -> None:  # fmt: skip
    """Pairs what is left, the most alike first."""
    table = np.zeros((count_a, count_b), dtype=np.float32)
    kinds = np.zeros((count_a, count_b), dtype=np.uint8)
    for at in range(count_a):
        if how[0, at] != NOTHING:
            continue
        for other in range(count_b):
            if how[1, other] == NOTHING:
                kind, degree = likeness_of(text_a, a, at, text_b, b, other, links, places)
                kinds[at, other] = kind
                table[at, other] = degree
    while True:
        best, row, column = 0.0, -1, -1
        for at in range(count_a):
            if how[0, at] == NOTHING:
                for other in range(count_b):
                    if how[1, other] == NOTHING and table[at, other] > best:
                        best, row, column = table[at, other], at, other
        if row < 0:
            return
        join(row, column, kinds[row, column], best, how, mate, likeness)


@compiled
def spells(
    text: Array, start: Number, end: Number, other_text: Array, b: Array, count_b: Number, skip_small: Number
) -> Number:
    """How many first letters of the other name's words the word spells, in order and without a gap (0: it doesn't)."""
    length = end - start
    if length < 2 or length > 8:
        return 0
    for begin in range(count_b - 1):
        at = start
        other = begin
        while at < end and other < count_b:
            if skip_small and b[5, other] < _STOP_WORD and other > begin and other_text[b[0, other]] != text[at]:
                other += 1
                continue
            if other_text[b[0, other]] != text[at]:
                break
            at += 1
            other += 1
        if at == end:
            return length
    return 0


@compiled
def pair_acronyms(
    text_a: Array,
    a: Array,
    count_a: Number,
    text_b: Array,
    b: Array,
    count_b: Number,
    side: Number,
    how: Array,
    likeness: Array,
) -> Number:
    """Marks words that are made of the other name's first letters; returns the share of the other name they cover."""
    best = 0.0
    for at in range(count_a):
        if how[side, at] != NOTHING or a[6, at] == 1:
            continue
        length = spells(text_a, np.int64(a[0, at]), np.int64(a[1, at]), text_b, b, count_b, True)
        if length == 0:
            continue
        how[side, at] = ACRONYM
        likeness[side, at] = min(1.0, length / 4.0)
        best = max(best, min(1.0, length / 4.0) * min(1.0, length / count_b + 0.2))
    return best


@compiled
def align(text_a: Array, a: Array, count_a: Number, text_b: Array, b: Array, count_b: Number, links: Array,
          how: Array, mate: Array, likeness: Array, places: Array) -> Number:  # fmt: skip
    """Pairs the words of two names; returns how far one is the acronym of the other."""
    how[:] = NOTHING
    mate[:] = -1
    likeness[:] = 0.0
    same = pair_same(a, count_a, b, count_b, how, mate, likeness)
    if same < count_a and same < count_b:
        pair_joined(text_a, a, count_a, b, count_b, 0, how, mate, likeness)
        pair_joined(text_b, b, count_b, a, count_a, 1, how, mate, likeness)
        pair_alike(text_a, a, count_a, text_b, b, count_b, links, how, mate, likeness, places)
    acronym = pair_acronyms(text_a, a, count_a, text_b, b, count_b, 0, how, likeness)
    return max(acronym, pair_acronyms(text_b, b, count_b, text_a, a, count_a, 1, how, likeness))


@compiled
def squeeze(text: Array, low: Number, high: Number, into: Array) -> Number:
    """Writes the letters without spaces and returns their number."""
    count = 0
    for place in range(low, high):
        if text[place] != 32 and count < LETTERS:
            into[count] = text[place]
            count += 1
    return count


@compiled
def sounds_of(text: Array, words: Array, count: Number, into: Array) -> Number:
    """Writes the consonants of all words and returns their number."""
    total = 0
    for at in range(count):
        start, end = np.int64(words[0, at]), np.int64(words[1, at])
        if total + end - start > LETTERS:
            break
        total += consonants(text, start, end, into[total:])
    return total


@compiled
def sum_side(words: Array, count: Number, how: Array, likeness: Array, into: Array) -> None:
    """Sums the weights of one name's words by how they were paired.

    Rows of `into`: total, same or joined, linked, alike, short, left, rarest left, rarest same, rarest paired, left
    numbers,
    words left, worst likeness, sum of likeness, number alike.
    """
    into[:] = 0.0
    into[11] = 1.0
    for at in range(count):
        weight = weight_of(words, at)
        kind, degree = how[at], likeness[at]
        into[0] += weight
        into[8] = max(into[8], weight * degree)
        if kind == NOTHING:
            into[5] += weight
            into[6] = max(into[6], weight)
            into[9] += words[6, at] > 0
            into[10] += 1
        elif kind == SAME or kind == JOINED:
            into[1] += weight
            into[7] = max(into[7], weight)
        elif kind == LINKED:
            into[2] += weight * degree
        elif kind == SOUNDS or kind == ALIKE:
            into[3] += weight * degree
            into[11] = min(into[11], degree)
            into[12] += degree
            into[13] += 1
        else:
            into[4] += weight * degree


@compiled
def out_of_order(count: Number, mate: Array) -> Number:
    """Share of paired neighbours that stand the other way round in the other name."""
    pairs, wrong, last = 0, 0, -1
    for at in range(count):
        if mate[at] >= 0:
            if last >= 0:
                pairs += 1
                wrong += mate[at] < last
            last = mate[at]
    return wrong / pairs if pairs else 0.0
