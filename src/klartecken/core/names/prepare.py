"""A name made ready to be compared: plain words without legal form, with what was seen on the way."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal

import numpy as np
import numpy.typing as npt

from klartecken.core.names.clean import plain
from klartecken.core.names.legal_forms import without_legal_form
from klartecken.core.names.persons import person_words

Kind = Literal["organisation", "person", "other"]
KINDS: Final[tuple[Kind, ...]] = ("organisation", "person", "other")

_LATIN_LETTER: Final = re.compile(r"[a-zA-Z\u00c0-\u024f]")
_WITHOUT_VOWELS: Final = re.compile(r"[\u0590-\u08ff]")
LATIN, OTHER_SCRIPT, SCRIPT_WITHOUT_VOWELS = 0, 1, 2


@dataclass(frozen=True, slots=True)
class Prepared:
    """Plain words of a name, its legal form's family (0: none) and its script."""

    text: str
    form: int
    script: int


def prepare(name: str, kind: str | None = None) -> Prepared:
    """The name made ready to be compared as a name of this kind."""
    script = _script(name)
    if kind == "person":
        return Prepared(person_words(name), 0, script)
    words, form = without_legal_form(plain(name).split())
    return Prepared(" ".join(words), form, script)


def _script(name: str) -> int:
    if name.isascii():
        return LATIN
    if _WITHOUT_VOWELS.search(name):
        return SCRIPT_WITHOUT_VOWELS
    name = unicodedata.normalize("NFKC", name)
    if _LATIN_LETTER.search(name):
        return LATIN
    return (
        OTHER_SCRIPT
        if any(letter > "\u036f" and letter.isalpha() and not "\u1e00" <= letter <= "\u1eff" for letter in name)
        else LATIN
    )


@dataclass(frozen=True, slots=True)
class Table:
    """Many prepared names in flat arrays: bytes, where each name begins, and (legal form, script) per name."""

    text: npt.NDArray[np.uint8]
    offsets: npt.NDArray[np.int64]
    traits: npt.NDArray[np.uint8]

    def __len__(self) -> int:
        """Number of names."""
        return len(self.offsets) - 1


def table_of(names: Sequence[Prepared]) -> Table:
    """The names as flat arrays."""
    encoded = [name.text.encode() for name in names]
    offsets = np.zeros(len(names) + 1, dtype=np.int64)
    np.cumsum([len(text) for text in encoded], out=offsets[1:])
    text = np.frombuffer(b"".join(encoded) or b" ", dtype=np.uint8)
    traits = np.array([(name.form, name.script) for name in names], dtype=np.uint8).reshape(-1, 2)
    return Table(text, offsets, traits)


def kind_number(kind: str | None) -> int:
    """Place of the kind in `KINDS`; what is not known counts as "other"."""
    return KINDS.index(kind) if kind in KINDS else KINDS.index("other")


Arrays = dict[str, npt.NDArray[Any]]
