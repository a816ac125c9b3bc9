"""Compiled loops that compare two stretches of letters."""

import numpy as np

from klartecken.core.names.compiled import compiled
from klartecken.core.names.loops_words import Array, Number

_ONE = np.uint64(1)
_ZERO = np.uint64(0)


@compiled
def bits_set(value: Number) -> Number:
    """How many bits of a 64-bit number are one."""
    value = value - ((value >> _ONE) & np.uint64(0x5555555555555555))
    value = (value & np.uint64(0x3333333333333333)) + ((value >> np.uint64(2)) & np.uint64(0x3333333333333333))
    value = (value + (value >> np.uint64(4))) & np.uint64(0x0F0F0F0F0F0F0F0F)
    return np.int64((value * np.uint64(0x0101010101010101)) >> np.uint64(56))


@compiled
def edits(first: Array, start: Number, end: Number, second: Array, low: Number, high: Number, places: Array) -> Number:
    """Letters to insert, leave out, exchange or swap to turn one stretch into the other.

    At most 64 letters of the first are read; `places` is 128 zeros and is left so.
    """
    length = min(end - start, 64)
    if length == 0:
        return high - low
    for at in range(length):
        places[first[start + at] & 127] |= _ONE << np.uint64(at)
    last = _ONE << np.uint64(length - 1)
    up, down, previous, match_before, distance = ~_ZERO, _ZERO, _ZERO, _ZERO, length
    for at in range(low, high):
        match = places[second[at] & 127]
        swap = (((~previous) & match) << _ONE) & match_before
        previous = (((match & up) + up) ^ up) | match | down | swap
        plus = down | ~(previous | up)
        minus = up & previous
        distance += 1 if plus & last else 0
        distance -= 1 if minus & last else 0
        plus = (plus << _ONE) | _ONE
        minus = minus << _ONE
        up = minus | ~(previous | plus)
        down = plus & previous
        match_before = match
    for at in range(length):
        places[first[start + at] & 127] = _ZERO
    return distance


@compiled
def common_letters(first: Array, length: Number, second: Array, other: Number, places: Array) -> Number:
    """Length of the longest common subsequence of two stretches that begin at 0 (64 letters of the first)."""
    length = min(length, 64)
    for at in range(length):
        places[first[at] & 127] |= _ONE << np.uint64(at)
    state = ~_ZERO
    for at in range(other):
        hit = state & places[second[at] & 127]
        state = (state + hit) | (state - hit)
    for at in range(length):
        places[first[at] & 127] = _ZERO
    mask = ~_ZERO if length == 64 else (_ONE << np.uint64(length)) - _ONE
    return bits_set(~state & mask)


@compiled
def mark_pairs(letters: Array, length: Number, marks: Array) -> Number:
    """Sets a bit for each pair of neighbouring letters and returns how many bits are set."""
    marks[:] = _ZERO
    for at in range(length - 1):
        place = (np.uint64(letters[at]) * np.uint64(31) + np.uint64(letters[at + 1])) * np.uint64(2654435761)
        place = (place >> np.uint64(12)) & np.uint64(1023)
        marks[place >> np.uint64(6)] |= _ONE << (place & np.uint64(63))
    total = 0
    for at in range(marks.shape[0]):
        total += bits_set(marks[at])
    return total


@compiled
def common_bits(first: Array, second: Array) -> Number:
    """How many bits two rows have in common."""
    total = 0
    for at in range(first.shape[0]):
        total += bits_set(first[at] & second[at])
    return total
