"""Guesses which organisation a mail comes from: by its signature, its words, or its sender's domain."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from klartecken.parties.folding import cleaned, folded

_FORMS: Final = (
    r"AB(?: \(publ\.?\))?|Aktiebolag(?:et)?|HB|KB|ek\. ?för\.?|A/S|AS|ASA|ApS|Oyj?|GmbH|AG|Ltd\.?|Limited|plc|PLC|"
    r"Inc\.?|LLC|B\.?V\.?|S\.?A\.?|SE"
)
_FIRST: Final = r"AB|Stiftelsen|Föreningen|Region|Länsstyrelsen"
_LAST: Final = re.compile(rf"^(?:\S+\s+){{1,6}}(?:{_FORMS})$")
_LEADING: Final = re.compile(rf"^(?:{_FIRST})(?:\s+\S+){{1,6}}$")
_WHOLE: Final = re.compile(
    r"^\S*[A-ZÅÄÖ]\S*(?:\s+\S+){0,4}\s*(?:förbundet|kommun|stiftelsen|föreningen|universitet|fonden)$"
)
_IN_A_SENTENCE: Final = re.compile(rf"((?:[A-ZÅÄÖ0-9][\w&.'’/-]{{0,40}}[ \t]+){{1,5}}(?:{_FORMS}))(?![\w/])")
_LEADING_IN_A_SENTENCE: Final = re.compile(
    r"\b((?:AB|Stiftelsen|Region) [A-ZÅÄÖ][\w-]{1,40}(?: [A-ZÅÄÖ][\w-]{1,40}){0,3})"
)
_PARTS: Final = re.compile(r"\s*[|,·•;]\s*|\s+[–—-]\s+|\t+")
_SIGNATURE_LINES: Final = 15
_LONGEST_LINE: Final = 120
_SECOND_LEVEL: Final = frozenset({"co", "com", "org", "net", "ac", "gov"})
_SHORTEST_LABEL: Final = 2

MAIL_PROVIDERS: Final = frozenset(
    {"gmail", "googlemail", "outlook", "hotmail", "live", "msn", "yahoo", "icloud", "me", "mac", "protonmail", "proton"}
    | {"telia", "bredband", "comhem", "spray", "home", "gmx", "aol", "mail", "fastmail", "hey", "tele2", "passagen"}
)
"""Labels of domains that tell nothing about who writes."""


def guess(body: str, *, sender: str = "", address: str = "", own_domain: str = "") -> str:
    """Return the most likely name of the organisation, or nothing."""
    label = _label(address, own_domain)
    lines = [line.strip() for line in body.splitlines() if line.strip()]
    candidates = (
        _with_form([sender]),
        _like_domain(lines, label),
        _with_form(_tail(lines)),
        _in_sentences(lines),
        " ".join(word.capitalize() for word in re.split(r"[-_]", label)),
    )
    return cleaned(next((name for name in candidates if name), ""))[:300]


def _tail(lines: list[str]) -> list[str]:
    return lines[-_SIGNATURE_LINES:]


def _with_form(lines: Iterable[str]) -> str:
    """The first part of a line that is a name with a legal form."""
    for part in _parts(lines):
        if _LAST.match(part) or _LEADING.match(part) or _WHOLE.match(part):
            return part
    return ""


def _like_domain(lines: list[str], label: str) -> str:
    """The way the organisation itself writes the name of its domain; with its legal form where that stands there."""
    if not label:
        return ""
    wanted = re.sub(r"[-_]", "", label)
    for part in _parts(_tail(lines)):
        letters = re.sub(r"\W", "", folded(part))
        form_off = re.sub(r"\W", "", folded(re.sub(rf"\s+(?:{_FORMS})$", "", part)))
        if wanted in {letters, form_off}:
            return part
    return ""


def _in_sentences(lines: list[str]) -> str:
    for line in lines:
        found = _IN_A_SENTENCE.search(line[:2000]) or _LEADING_IN_A_SENTENCE.search(line[:2000])
        if found:
            return found[1]
    return ""


def _parts(lines: Iterable[str]) -> Iterator[str]:
    for line in lines:
        if len(line) <= _LONGEST_LINE:
            yield from (part.strip(" *_\"'") for part in _PARTS.split(line))


def _label(address: str, own_domain: str) -> str:
    """The telling part of an address's domain: `nordvind` of `anna@mail.nordvind.co.uk`."""
    domain = address.rpartition("@")[2].lower()
    if not domain or domain == own_domain.lower():
        return ""
    labels = domain.split(".")[:-1]
    while len(labels) > 1 and labels[-1] in _SECOND_LEVEL:
        labels.pop()
    label = labels[-1] if labels else ""
    return "" if label in MAIL_PROVIDERS or len(label) < _SHORTEST_LABEL else label
