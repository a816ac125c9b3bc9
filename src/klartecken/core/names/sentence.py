"""The reasons for a score as one sentence, in Swedish and in English."""

from dataclasses import dataclass
from typing import Final

from klartecken.core.names.legal_forms import family_name

LARGEST_SHOWN: Final = 99
WHOLE: Final = 100


@dataclass(frozen=True, slots=True)
class Laid:
    """Two names laid beside each other: the words that are the same, alike, acronyms, and left on each side."""

    same: tuple[str, ...]
    alike: tuple[tuple[str, str], ...]
    acronyms: tuple[str, ...]
    left_a: tuple[str, ...]
    left_b: tuple[str, ...]
    forms: tuple[int, int]


def sentence_in_swedish(laid: Laid, score: float) -> str:
    """For example "Lika: Sjöbergs. Utan motsvarighet: Åkeri respektive Bageri. Sannolikhet 12 %."."""
    parts = []
    if laid.same:
        parts.append(f"Lika: {_listed(laid.same)}")
    if laid.alike:
        parts.append("Liknar varandra: " + _listed([f"{one} – {two}" for one, two in laid.alike]))
    if laid.acronyms:
        parts.append(f"Förkortning av det andra namnet: {_listed(laid.acronyms)}")
    parts += _left(laid, "Utan motsvarighet", "respektive")
    parts += _form_sv(*laid.forms)
    parts.append(f"Sannolikhet {_percent(score)} %")
    return ". ".join(parts) + "."


def sentence_in_english(laid: Laid, score: float) -> str:
    """For example "Same: Sjöbergs. Without a counterpart: Åkeri and Bageri. Probability 12%."."""
    parts = []
    if laid.same:
        parts.append(f"Same: {_listed(laid.same)}")
    if laid.alike:
        parts.append("Alike: " + _listed([f"{one} – {two}" for one, two in laid.alike]))
    if laid.acronyms:
        parts.append(f"Short for the other name: {_listed(laid.acronyms)}")
    parts += _left(laid, "Without a counterpart", "against")
    parts += _form_en(*laid.forms)
    parts.append(f"Probability {_percent(score)}%")
    return ". ".join(parts) + "."


def _left(laid: Laid, label: str, between: str) -> list[str]:
    sides = [_listed(side) for side in (laid.left_a, laid.left_b) if side]
    return [f"{label}: {f' {between} '.join(sides)}"] if sides else []


def _form_sv(first: int, second: int) -> list[str]:
    if first == second:
        return ["Samma bolagsform"] if first else []
    if first and second:
        return [f"Olika bolagsform ({family_name(first)}, {family_name(second)})"]
    return ["Bara det ena namnet har bolagsform"]


def _form_en(first: int, second: int) -> list[str]:
    if first == second:
        return ["Same legal form"] if first else []
    if first and second:
        return [f"Different legal forms ({family_name(first)}, {family_name(second)})"]
    return ["Only one name has a legal form"]


def _listed(words: tuple[str, ...] | list[str]) -> str:
    return ", ".join(words)


def _percent(score: float) -> str:
    percent = WHOLE * score
    if 0 < percent < 1:
        return "<1"
    return ">99" if LARGEST_SHOWN < percent < WHOLE else f"{percent:.0f}"
