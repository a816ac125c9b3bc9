"""Compiled loops over the words of a name: where they stand, their hash, weight and consonants.

A name is the bytes `text[low:high]`: lower-case ASCII words, one space between them.
"""

from typing import Any, Final

import numpy as np

from klartecken.core.names.compiled import compiled

MOST_WORDS: Final = 24
"""Words of a name that are compared; the rest is counted in its length only."""

Array = Any
Number = Any
"""A numpy array, and a number (or several), inside compiled code, where the compiler finds the exact type."""

_SPACE = 32
_OFFSET = np.uint64(14695981039346656037)
_PRIME = np.uint64(1099511628211)
_MIX = np.uint64(0xFF51AFD7ED558CCD)
_SHIFT = np.uint64(33)

_VOWELISH = np.zeros(128, dtype=np.uint8)
for _letter in "aeiouyhw":
    _VOWELISH[ord(_letter)] = 1
_CODE = np.arange(128, dtype=np.uint8)
for _group, _to in (("ckq", "k"), ("zs", "s"), ("vf", "f"), ("pb", "b"), ("j", "g"), ("x", "k")):
    for _letter in _group:
        _CODE[ord(_letter)] = ord(_to)


@compiled
def mixed(value: Number) -> Number:
    """A hash whose every bit depends on every bit of `value`."""
    value ^= value >> _SHIFT
    value *= _MIX
    value ^= value >> _SHIFT
    return value


@compiled
def hash_of(text: Array, start: Number, end: Number) -> Number:
    """Hash of the bytes from `start` to `end`."""
    value = _OFFSET
    for place in range(start, end):
        value = (value ^ np.uint64(text[place])) * _PRIME
    return mixed(value)


@compiled
def consonants(text: Array, start: Number, end: Number, into: Array) -> Number:
    """Writes the word's consonants, sounds alike made equal, and returns their number.

    The first letter counts even when it is a vowel (as "a"), so that "Ali" and "Li" differ.
    """
    count = 0
    last = 0
    for place in range(start, end):
        letter = text[place]
        if letter >= 128:
            continue
        if _VOWELISH[letter]:
            if place == start and letter != 104:
                into[count] = 97
                count += 1
            if letter != 104:
                last = 0
            elif last == 98 and text[place - 1] == 112:
                into[count - 1] = 102
                last = 102
            continue
        code = _CODE[letter]
        if code != last:
            into[count] = code
            count += 1
        last = code
    return count


@compiled
def read_words(text: Array, low: Number, high: Number, rarity: Array, words: Array) -> Number:
    """Fills the table of words and returns how many they are.

    `words` has a row per property: start, end, hash, hash of the consonants, letters that occur, rarity (0 to 255), 1
    if it is a number and 2 if it holds digits, number of consonants.
    """
    count = 0
    place = low
    skeleton = np.empty(64, dtype=np.uint8)
    while place < high and count < MOST_WORDS:
        end = place
        letters = np.uint64(0)
        digits = 0
        while end < high and text[end] != _SPACE:
            letters |= np.uint64(1) << np.uint64(text[end] - 97 if text[end] >= 97 else 26 + text[end] % 32)
            digits += 48 <= text[end] <= 57
            end += 1
        value = hash_of(text, place, end)
        length = consonants(text, place, min(end, place + 60), skeleton)
        words[0, count] = place
        words[1, count] = end
        words[2, count] = value
        words[3, count] = hash_of(skeleton, 0, length) if length > 0 else np.uint64(count + 1)
        words[4, count] = letters
        words[5, count] = rarity[value & np.uint64(rarity.shape[0] - 1)]
        words[6, count] = 1 if digits == end - place else (2 if digits > 0 else 0)
        words[7, count] = length
        count += 1
        place = end + 1
    return count
