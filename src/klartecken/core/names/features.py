"""The features of a pair of names: their names, and what a reader is told about them.

The order is the order in which `loops_measure` writes them.
"""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Feature:
    """One number about a pair of names; `group` is what the sentence speaks of."""

    name: str
    group: str
    meaning: str


FEATURES: Final = (
    Feature("same_words", "words", "share of the words' weight that is the same in both"),
    Feature("alike_words", "spelling", "share of the weight in words that are spelt or sound alike"),
    Feature("linked_words", "translation", "share of the weight in known translations, short forms and nicknames"),
    Feature("short_words", "abbreviation", "share of the weight in initials and abbreviations"),
    Feature("acronym", "acronym", "how far one name is made of the other's first letters"),
    Feature("left_less", "left", "weight of the words without a counterpart, in the name that has less of it"),
    Feature("left_more", "left", "weight of the words without a counterpart, in the name that has more of it"),
    Feature("rarest_left_less", "left", "the rarest word without a counterpart, in the name where it is more common"),
    Feature("rarest_left_more", "left", "the rarest word without a counterpart in either name"),
    Feature("rarest_same", "words", "the rarest word that is the same"),
    Feature("rarest_paired", "words", "the rarest word that has a counterpart"),
    Feature("covered_lighter", "words", "share of the shorter name that is found in the longer"),
    Feature("covered_heavier", "words", "share of the longer name that is found in the shorter"),
    Feature("letters", "spelling", "letters in common, in order, without spaces"),
    Feature("letter_pairs", "spelling", "pairs of neighbouring letters in common"),
    Feature("sounds", "spelling", "consonants in common, in order"),
    Feature("length", "length", "length of the shorter name as a share of the longer"),
    Feature("first_to_first", "order", "likeness of the first words"),
    Feature("last_to_last", "order", "likeness of the last words"),
    Feature("turned", "order", "share of neighbouring words that stand the other way round"),
    Feature("numbers_left", "numbers", "names with a number that the other lacks"),
    Feature("unused_21", "numbers", "not used by this model"),
    Feature("legal_form", "legal_form", "0 none, 1 the same, 2 only one has it, 3 different"),
    Feature("fewest_words", "length", "words in the shorter name"),
    Feature("most_words", "length", "words in the longer name"),
    Feature("scripts_differ", "script", "1 when only one is written in Latin letters"),
    Feature("vowels_missing", "script", "1 when only one is written without vowels"),
    Feature("weight", "words", "weight of the lighter name: how telling it is"),
    Feature("worst_alike", "spelling", "likeness of the least alike words that were paired"),
    Feature("mean_alike", "spelling", "mean likeness of the words that were paired by likeness"),
    Feature("count_alike", "spelling", "number of words that were paired by likeness"),
    Feature("count_left_less", "left", "number of words without a counterpart, in the name that has fewer"),
    Feature("count_left_more", "left", "number of words without a counterpart, in the name that has more"),
    Feature("edits", "spelling", "letters to change from one name to the other, at most 20"),
    Feature("prefix", "spelling", "share of the shorter name that the two begin with"),
    Feature("same_letters", "spelling", "1 when the letters without spaces are the same"),
    Feature("first_word_worse", "order", "likeness of the first word's counterpart, in the name where it is less"),
    Feature("first_word_better", "order", "likeness of the first word's counterpart, in the name where it is more"),
)
FEATURE_NAMES: Final = tuple(feature.name for feature in FEATURES)
