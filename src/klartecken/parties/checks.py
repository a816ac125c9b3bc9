"""Checks what is written about a party, before any of it is kept."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import TextChoices

from klartecken.parties import identifiers as numbers
from klartecken.parties import sectors as codes
from klartecken.parties.errors import (
    ListTooLong,
    NameMissing,
    NameTooLong,
    PersonHasACountry,
    UnknownKind,
    WrongCountry,
)
from klartecken.parties.folding import LONGEST_NAME, cleaned
from klartecken.parties.models import Kind, PartyName

Pairs = Iterable[tuple[str, str]]
_COUNTRY_LETTERS = 2
_LONGEST_LIST = 100


@dataclass(frozen=True, slots=True)
class Particulars:
    """Everything that may be said about a party, checked and in canonical form."""

    kind: str
    name: str
    country: str = ""
    state_controlled: bool | None = None
    sole_trader: bool = False
    identifiers: tuple[tuple[str, str], ...] = ()
    other_names: tuple[tuple[str, str], ...] = ()
    sectors: tuple[tuple[str, str], ...] = ()


def name(written: str, *, field: str = "name") -> str:
    """Return a name as it is kept."""
    if len(written) > LONGEST_NAME * 4:  # a whole mail was pasted: don't even clean it
        raise NameTooLong(field=field)
    kept = cleaned(written)
    if not kept:
        raise NameMissing(field=field)
    if len(kept) > LONGEST_NAME:
        raise NameTooLong(field=field)
    return kept


def country(written: str, *, field: str = "country") -> str:
    """Return an upper-case ISO 3166 code, or nothing where nothing is known."""
    code = written.strip().upper()
    if code and not (len(code) == _COUNTRY_LETTERS and code.isascii() and code.isalpha()):
        raise WrongCountry(field=field)
    return code


def identifiers(pairs: Pairs) -> tuple[tuple[str, str], ...]:
    """Return identifiers in canonical form, each once."""
    return tuple(dict.fromkeys((scheme, numbers.check(scheme, value)) for scheme, value in _few(pairs, "identifiers")))


def other_names(pairs: Pairs) -> tuple[tuple[str, str], ...]:
    """Return names with their kind, each once."""
    kinds = PartyName.Kind.values
    return tuple(
        dict.fromkeys(
            (name(words, field="other_names"), _one_of(kind, kinds, "other_names"))
            for words, kind in _few(pairs, "other_names")
        )
    )


def sectors(pairs: Pairs) -> tuple[tuple[str, str], ...]:
    """Return industry codes with their version, each once."""
    return tuple(dict.fromkeys(codes.check(version, code) for version, code in _few(pairs, "sectors")))


def kind(written: str) -> str:
    """Return the kind of a party."""
    return _one_of(written, Kind.values, "kind")


def fitting(particulars: Particulars) -> Particulars:
    """Return the particulars if they fit together: a person has neither country nor state control."""
    if particulars.kind == Kind.PERSON and (particulars.country or particulars.state_controlled is not None):
        raise PersonHasACountry(field="country")
    return particulars


def _few(pairs: Pairs, field: str) -> list[tuple[str, str]]:
    """Return a list that a person can have written, before each of its lines is checked."""
    few = list(pairs)
    if len(few) > _LONGEST_LIST:
        raise ListTooLong(field=field)
    return few


def _one_of(written: str | TextChoices, choices: list[str], field: str) -> str:
    if str(written) not in choices:
        raise UnknownKind(field=field)
    return str(written)
