"""How names are cleaned before they are kept, and folded so that they can be found.

"Åkeri", "akeri" and "ÅKERI" fold to the same letters, so a search finds a name however it was written.
"""

import unicodedata

LONGEST_NAME = 300

_KEPT_FORMATS = frozenset({"\N{ZERO WIDTH JOINER}", "\N{ZERO WIDTH NON-JOINER}"})  # Persian, and emoji of several parts
_WITHOUT_MARKS = str.maketrans({"ø": "o", "æ": "ae", "œ": "oe", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ı": "i"})


def cleaned(name: str) -> str:
    """Return a name as it is kept: composed letters, single spaces, and no signs that are not seen.

    Signs that turn the direction of text are left out, since they could make one name look like another.
    """
    composed = unicodedata.normalize("NFC", name)
    return " ".join("".join(_seen(sign) for sign in composed).split())


def folded(name: str) -> str:
    """Return a name in the form that searches compare: lower case, no marks on letters, single spaces."""
    decomposed = unicodedata.normalize("NFKD", name.casefold())
    bare = "".join(sign for sign in decomposed if not unicodedata.combining(sign))
    return " ".join(bare.translate(_WITHOUT_MARKS).split())[:LONGEST_NAME]


def _seen(sign: str) -> str:
    category = unicodedata.category(sign)
    if category == "Cc":
        return " "
    if category in {"Cs", "Cn"} or (category == "Cf" and sign not in _KEPT_FORMATS):
        return ""
    return sign
