"""What was searched and what was not, in sentences."""

from collections.abc import Iterable, Mapping, Sequence

from klartecken.registers.screen import NotSearched, Searched

KNOWN_REGISTERS: Mapping[str, str] = {
    "gleif": "GLEIF (juridiska personer och koncerner)",
    "eu": "EU:s sanktionslista",
    "un": "FN:s sanktionslista",
    "ofac": "USA:s sanktionslista (OFAC)",
    "uk": "Storbritanniens sanktionslista",
}
"""Registers that a firm would expect to be searched; one that is not installed is named."""
ALWAYS_LEFT_OUT = ("Inte genomsökt: personalens uppdrag vid sidan av.",)


def searched_sentences(registers: Sequence[Searched], *, cases: int, parties: int, asked: int) -> list[str]:
    """What was searched: counts of what everybody may see, and the date of each register."""
    names = "ett namn" if asked == 1 else f"{asked} namn"
    own = f"Egna uppdrag: {_count(cases)} som alla kan se, och {_count(parties)} parter som hör till dem."
    goes_on = "Det som inte alla kan se går vidare hos den konfliktansvariga."
    found = [
        f"{_title(each)}, {each.source_date or each.imported_at[:10]}: {_count(each.entities)} poster."
        for each in registers
    ]
    return [f"Sökt på {names}: uppdragsgivaren, andra parter och kända ägare.", own, goes_on, *found]


def not_searched_sentences(registers: Iterable[Searched], failed: Iterable[NotSearched]) -> list[str]:
    """What was not searched, and why."""
    there = {each.register for each in registers}
    broken = list(failed)
    sentences = [
        f"Inte genomsökt: {KNOWN_REGISTERS.get(each.register, each.register)}. {each.reason}" for each in broken
    ]
    absent = [
        words for name, words in KNOWN_REGISTERS.items() if name not in there | {each.register for each in broken}
    ]
    if absent:
        sentences.append(f"Inte genomsökt, inte inläst: {', '.join(absent)}.")
    return [*sentences, *ALWAYS_LEFT_OUT]


def _title(searched: Searched) -> str:
    return KNOWN_REGISTERS.get(searched.register, f"Registret {searched.register}")


def _count(number: int) -> str:
    return f"{number:,}".replace(",", "\N{NO-BREAK SPACE}")
