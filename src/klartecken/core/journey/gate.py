"""The quote gate and the gate before the start: every reason at once, never only the first."""

from collections.abc import Iterable
from dataclasses import dataclass

from klartecken.core.refusals import Missing


@dataclass(frozen=True, slots=True)
class GateFacts:
    """What the gates look at; all of it read by one query of `deciding`."""

    has_clearance: bool
    everyone_informed: bool
    window_closed: bool
    screening_current: bool
    words_missing: int
    open_conditions: tuple[str, ...]
    consultations_valid: bool
    is_lobbying: bool
    lobbying_unsure: bool
    openness_told: bool
    openness_accepted: bool
    team_available: bool
    is_masked: bool
    hard_stop: bool
    blocks: tuple[Missing, ...] = ()


def missing_before_quote(facts: GateFacts) -> list[Missing]:
    """List everything that keeps the quote gate closed, in the order a person would mend it."""
    checks = (
        (not facts.hard_stop, "hard_stop", "Lagen stoppar uppdraget. Det kan ingen gå förbi."),
        (facts.has_clearance, "clearance", "Klartecken saknas. Kollegornas synpunkter och beslutet kommer först."),
        (facts.everyone_informed, "everyone_informed", "Alla kollegor är inte informerade än."),
        (facts.window_closed, "window", "Tiden för synpunkter har inte gått ut."),
        (facts.screening_current, "screening", "Kontrollen är inte aktuell. Kör den igen och bedöm träffarna."),
        (facts.words_missing == 0, "team_word", "Alla i teamet har inte sagt att de står bakom uppdraget."),
        (facts.consultations_valid, "consultation", "Ett samråd saknas eller har gått ut."),
        (not facts.lobbying_unsure, "lobbying", "Det är inte avgjort om uppdraget är lobbying."),
        (not facts.is_lobbying or facts.openness_told, "openness_told", "Öppenhetskravet är inte berättat för kunden."),
        (facts.team_available, "team", "Teamet behöver ändras innan offerten kan lämnas."),
        (not facts.is_masked, "masked", "Kollegorna ska få veta namnet före offerten. Lyft masken först."),
    )
    return [*_failed(checks), *_conditions(facts.open_conditions), *facts.blocks]


def missing_before_start(facts: GateFacts) -> list[Missing]:
    """List everything that keeps a quoted assignment from starting."""
    accepted = not facts.is_lobbying or facts.openness_accepted
    acceptance = (accepted, "openness_accepted", "Kunden har inte godkänt öppenhetskravet.")
    return [*missing_before_quote(facts), *_failed((acceptance,))]


def _failed(checks: Iterable[tuple[bool, str, str]]) -> list[Missing]:
    return [Missing(code=code, message=message) for holds, code, message in checks if not holds]


def _conditions(words: tuple[str, ...]) -> list[Missing]:
    return [Missing(code="condition", message=f"Ett villkor är inte uppfyllt: {each}") for each in words]
