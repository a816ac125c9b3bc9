"""What is wrong with a rulebook: where, what, and what to write instead, in Swedish and English."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from klartecken.core.refusals import Invalid


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake in a rulebook. Line and column count from one, as editors do."""

    line: int
    column: int
    code: str
    sv: str
    en: str
    instead_sv: str
    instead_en: str


class RulebookRefused(Invalid):
    """A rulebook that cannot be used; the version in force stays as it was."""

    code: ClassVar[str] = "rulebook_refused"

    def __init__(self, name: str, problems: Sequence[Problem]) -> None:
        self.name = name
        self.problems = tuple(sorted(problems, key=lambda each: (each.line, each.column)))
        rows = (f"{name}, rad {p.line}, kolumn {p.column}: {p.sv} {p.instead_sv}" for p in self.problems)
        super().__init__("\n".join(rows), field="rulebook")

    def in_english(self) -> str:
        """The same list in English."""
        rows = (f"{self.name}, line {p.line}, column {p.column}: {p.en} {p.instead_en}" for p in self.problems)
        return "\n".join(rows)


Texts = tuple[str, str, str, str]

MESSAGES: dict[str, Texts] = {
    "not_yaml": (
        "Texten går inte att läsa som YAML: {detail}.",
        "The text cannot be read as YAML: {detail}.",
        "Se efter indrag, citattecken och kolon på raden.",
        "Check indentation, quotes and colons on the line.",
    ),
    "too_large": (
        "Regelboken är större än {limit} tecken.",
        "The rulebook is larger than {limit} characters.",
        "Dela upp den eller korta listorna.",
        "Split it or shorten the lists.",
    ),
    "too_nested": (
        "Här ligger mer än {limit} nivåer i varandra.",
        "There are more than {limit} levels inside each other here.",
        "En regelbok behöver bara några få nivåer; se efter klamrar och indrag.",
        "A rulebook needs only a few levels; check brackets and indentation.",
    ),
    "alias": (
        "Hänvisningar med * och & används inte i en regelbok.",
        "References with * and & are not used in a rulebook.",
        "Skriv värdet en gång till, eller lägg det under definitions.",
        "Write the value again, or put it under definitions.",
    ),
    "unknown_field": (
        "Fältet ”{field}” finns inte här.",
        "There is no field “{field}” here.",
        "Skriv något av: {allowed}.",
        "Write one of: {allowed}.",
    ),
    "missing_field": (
        "Fältet ”{field}” saknas.",
        "The field “{field}” is missing.",
        "Lägg till en rad ”{field}: …”.",
        "Add a line “{field}: …”.",
    ),
    "twice": (
        "”{name}” finns två gånger.",
        "“{name}” occurs twice.",
        "Ge den ena ett annat namn eller ta bort den.",
        "Give one of them another name or remove it.",
    ),
    "wrong_type": (
        "Här står {found}.",
        "This is {found_en}.",
        "Skriv {expected}.",
        "Write {expected_en}.",
    ),
    "not_a_name": (
        "”{name}” går inte som namn.",
        "“{name}” cannot be a name.",
        "Skriv små bokstäver a–z, siffror och {joint}, med en bokstav först.",
        "Write lower-case letters a–z, digits and {joint}, a letter first.",
    ),
    "not_one_of": (
        "”{value}” är inget giltigt värde för {field}.",
        "“{value}” is not a valid value for {field}.",
        "Skriv något av: {allowed}.",
        "Write one of: {allowed}.",
    ),
    "name_taken": (
        "Namnet ”{name}” används redan av en uppgift eller funktion i Klartecken.",
        "The name “{name}” is already used by a fact or a function of Klartecken.",
        "Välj ett annat namn.",
        "Choose another name.",
    ),
    "no_such_fact": (
        "Uppgiften ”{name}” finns inte.",
        "There is no fact “{name}”.",
        "{hint_sv}Lägg den under facts, eller använd en av de publicerade uppgifterna.",
        "{hint_en}Declare it under facts, or use one of the published facts.",
    ),
    "no_such_policy": (
        "Policyn ”{name}” finns inte under linked_policies.",
        "There is no policy “{name}” under linked_policies.",
        "Lägg till den där eller rätta namnet.",
        "Add it there or correct the name.",
    ),
    "not_a_code": (
        "”{value}” är ingen branschkod med version.",
        "“{value}” is not an industry code with its version.",
        "Skriv till exempel SNI2007:92.000 eller NACE2:92.",
        "Write for example SNI2007:92.000 or NACE2:92.",
    ),
    "not_a_country": (
        "”{value}” är ingen landskod.",
        "“{value}” is not a country code.",
        "Skriv två stora bokstäver enligt ISO 3166, till exempel SE.",
        "Write two capital letters of ISO 3166, for example SE.",
    ),
    "dates_backwards": (
        "Regelboken slutar gälla innan den börjar.",
        "The rulebook ends before it begins.",
        "Låt in_force_until vara senare än in_force_from.",
        "Let in_force_until be later than in_force_from.",
    ),
    "due_misplaced": (
        "En tidpunkt (due) hör bara till villkor (effect: require).",
        "A time (due) belongs to conditions only (effect: require).",
        "Ta bort due eller ändra effect till require.",
        "Remove due or change effect to require.",
    ),
    "expression": (
        "Uttrycket går inte att förstå: {detail}.",
        "The expression cannot be understood: {detail}.",
        "{hint_sv}",
        "{hint_en}",
    ),
    "not_yes_or_no": (
        "Uttrycket ger {found}, inte sant eller falskt.",
        "The expression gives {found}, not true or false.",
        "Jämför med något, till exempel med ==, > eller in.",
        "Compare it with something, for example by ==, > or in.",
    ),
    "has": (
        "has() används inte: det gör det okända till ett nej.",
        "has() is not used: it turns what is unknown into a no.",
        "Skriv villkoret direkt; en uppgift som saknas blir en fråga.",
        "Write the condition itself; a missing fact becomes a question.",
    ),
    "joining": (
        "Text och listor sätts inte ihop med + i en regel.",
        "Text and lists are not joined by + in a rule.",
        "Jämför värdena var för sig, eller lägg en lista under definitions.",
        "Compare the values one by one, or put a list under definitions.",
    ),
    "indexing": (
        "Ett värde hämtas inte med [ ]: saknas det blir regeln obesvarad.",
        "A value is not fetched by [ ]: where it is missing the rule has no answer.",
        "Skriv share_of(uppgift, lista), ”värde” in uppgift eller exists().",
        "Write share_of(fact, list), “value” in fact or exists().",
    ),
    "too_deep": (
        "Uttrycket går igenom listor inuti listor inuti listor.",
        "The expression loops over lists within lists within lists.",
        "Använd covers(), overlaps() eller share_of(), eller dela regeln.",
        "Use covers(), overlaps() or share_of(), or split the rule.",
    ),
    "too_long": (
        "Uttrycket är längre än {limit} tecken.",
        "The expression is longer than {limit} characters.",
        "Lägg listor under definitions eller dela regeln.",
        "Put lists under definitions or split the rule.",
    ),
    "not_a_choice": (
        "”{value}” är inget av svaren på {name}.",
        "“{value}” is none of the answers to {name}.",
        "Skriv något av: {allowed}.",
        "Write one of: {allowed}.",
    ),
    "shadowed": (
        "”{name}” är namnet på en uppgift och kan inte stå för något annat i en lista.",
        "“{name}” is the name of a fact and cannot stand for something else in a loop.",
        "Välj ett annat namn i exists() eller all().",
        "Choose another name in exists() or all().",
    ),
}


def problem(code: str, at: tuple[int, int], **words: object) -> Problem:
    """A problem of the table at (line, column), its texts filled in."""
    sv, en, instead_sv, instead_en = (text.format_map(words).strip() for text in MESSAGES[code])
    return Problem(at[0], at[1], code, sv, en, instead_sv, instead_en)
