"""Brings a name as somebody wrote it to plain lower-case Latin words.

Two spellings of one name should meet here where that costs nothing: case, accents, punctuation, scripts, dotted
abbreviations. What is a matter of judgement is left to the scorer.
"""

import re
import unicodedata
from typing import Final

from anyascii import anyascii

from klartecken.core.names.arabic import arabic_to_latin

LONGEST_NAME: Final = 400
"""Characters that are read of a name; nothing that names a party is longer."""

_LETTERS: Final = {
    "å": "a", "ä": "a", "ö": "o", "ø": "o", "æ": "ae", "ü": "u", "ß": "ss", "œ": "oe", "đ": "d", "ð": "d",
    "þ": "th", "ł": "l", "ı": "i", "ñ": "n",
    # Greek pairs of letters are undone in _GREEK; Cyrillic signs without a sound of their own vanish.
    "ъ": "", "ь": "",
}  # fmt: skip
_PUNCTUATION: Final = {
    **dict.fromkeys("'’‘ʼ`´ʻʾʿ\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff", ""),
    **dict.fromkeys("&＆", " and "),
    **dict.fromkeys("+", " plus "),
    "@": " at ",
}
_ASCII: Final = {code: " " for code in range(128) if not chr(code).isalnum() and chr(code) != "."}
_TABLE: Final = _ASCII | {ord(sign): text for sign, text in (_PUNCTUATION | _LETTERS).items()}
_DOTTED: Final = re.compile(r"\b(?:[a-z0-9]{1,2}\.){1,}[a-z0-9]{1,2}\b\.?")
_GREEK: Final = (
    ("ου", "ou"),
    ("μπ", "b"),
    ("ντ", "nt"),
    ("γκ", "g"),
    ("γγ", "ng"),
    ("τζ", "tz"),
    ("αυ", "av"),
    ("ευ", "ev"),
)
_LOOK_ALIKES: Final = str.maketrans("аеорсухкмтнвіјѕԁαορυνκτ", "aeopcyxkmtnbijsdaopuvkt")
"""Cyrillic and Greek letters that look like Latin ones."""
_MIXED: Final = re.compile(r"\w*(?:[a-z][\u0370-\u052f]|[\u0370-\u052f][a-z])\w*")
_HAN: Final = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]")
_ARABIC_SCRIPT: Final = re.compile(r"[\u0600-\u06ff\u0750-\u077f]")


def plain(name: str) -> str:
    """Words of a name in lower-case ASCII, one space between them, no punctuation.

    Names of any length and script are taken; the first 400 characters are read.
    """
    text = name[:LONGEST_NAME]
    text = text.lower() if text.isascii() else _to_latin(text)
    text = text.translate(_TABLE)
    if not text.isascii():
        text = anyascii(text).lower().translate(_TABLE)
    if "." in text:
        text = _DOTTED.sub(_without_dots, text).replace(".", " ")
    return " ".join(text.split())


def _without_dots(found: re.Match[str]) -> str:
    return found.group().replace(".", "")


def _to_latin(text: str) -> str:
    text = unicodedata.normalize("NFKC", text).lower().replace("i̇", "i")
    if text.isascii():
        return text
    text = _MIXED.sub(_unmasked, text)
    text = text.translate(_TABLE)
    if text.isascii():
        return text
    if _HAN.search(text):
        text = _han_apart(text)
    if _ARABIC_SCRIPT.search(text):
        text = arabic_to_latin(text)
    if max(text) >= "\u0370" and any("\u0370" <= letter <= "\u03ff" for letter in text):
        text = _greek_pairs(text)
    return anyascii(text).lower()


def _unmasked(found: re.Match[str]) -> str:
    """A word that mixes Latin letters with others that look like them, with the Latin ones."""
    return found.group().translate(_LOOK_ALIKES)


def _greek_pairs(text: str) -> str:
    bare = "".join(letter for letter in unicodedata.normalize("NFD", text) if not unicodedata.combining(letter))
    for pair, latin in _GREEK:
        bare = bare.replace(pair, latin)
    return bare


def _han_apart(text: str) -> str:
    """Each Chinese character becomes its own word, so that readings don't run together."""
    return _HAN.sub(lambda found: f" {found.group()} ", text)
