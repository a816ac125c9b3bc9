"""Arabic, Persian and Urdu letters in Latin ones, so that they meet the usual spellings halfway.

Short vowels aren't written; long ones are, and say much: they are kept. The article and "and", which are written
together with the next word, become words of their own.
"""

import re
from typing import Final

_LETTERS: Final = {
    "ا": "a", "أ": "a", "إ": "i", "آ": "a", "ٱ": "a", "ى": "a", "ب": "b", "پ": "p", "ت": "t", "ٹ": "t", "ٽ": "t",
    "ث": "th", "ج": "j", "چ": "ch", "ح": "h", "خ": "kh", "د": "d", "ڈ": "d", "ذ": "dh", "ر": "r", "ڑ": "r", "ز": "z",
    "ژ": "zh", "س": "s", "ش": "sh", "ص": "s", "ض": "d", "ط": "t", "ظ": "z", "ع": "a", "غ": "gh", "ف": "f", "ق": "q",
    "ک": "k", "ك": "k", "ڪ": "k", "گ": "g", "ل": "l", "م": "m", "ن": "n", "ں": "n", "ڼ": "n", "ه": "h", "ہ": "h",
    "ھ": "h", "ة": "a", "ۀ": "h", "ە": "e", "ء": "", "ئ": "y", "ؤ": "w", "ے": "e", "ۆ": "o", "ێ": "e", "ړ": "r",
    "ښ": "sh", "ټ": "t", "ډ": "d", "ځ": "z", "څ": "ts", "ږ": "zh", "ې": "e",
}  # fmt: skip
_TABLE: Final = str.maketrans(_LETTERS)
_MARKS: Final = re.compile(r"[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640]")
_AND_THE: Final = re.compile(r"\b(و)?(ال|لل)(?=\w{3})")
_LONG: Final = frozenset("اآأإىويیوۆ")
_WORD: Final = re.compile(r"[\u0620-\u06ff]+")


def arabic_to_latin(text: str) -> str:
    """The text with every word in Arabic script written in Latin letters."""
    text = _AND_THE.sub(_apart, _MARKS.sub("", text))
    return _WORD.sub(lambda found: _word(found.group()), text)


def _apart(found: re.Match[str]) -> str:
    before = "و " if found.group(1) else ""
    return f"{before}{'ال' if found.group(2) == 'ال' else 'ل'} "


def _word(word: str) -> str:
    """Waw and ya are consonants at the start of a word and before a long vowel, else long vowels."""
    out = []
    for place, letter in enumerate(word):
        consonant = place == 0 or word[place + 1 : place + 2] in _LONG
        if letter == "و":
            out.append("w" if consonant else "u")
        elif letter in "يی":
            out.append("y" if consonant else "i")
        else:
            out.append(letter)
    return "".join(out).translate(_TABLE)
