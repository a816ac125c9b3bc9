"""Names typed in a form become parties: one that the person can see already, else a newly registered one.

Nothing here looks beyond what the person sees, so it cannot tell whether a name is hidden somewhere.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from klartecken.assignments import queries as assignments
from klartecken.parties import actions as parties
from klartecken.parties import checks, identifiers
from klartecken.parties.folding import folded
from klartecken.parties.models import Identifier, Party
from klartecken.people.models import Person

ORGNR = str(Identifier.Scheme.SE_ORGNR)


@dataclass(frozen=True, slots=True)
class Named:
    """A party as it was typed: a name and perhaps an organisation number in canonical form."""

    name: str
    number: str = ""


def named(name: str, number: str = "", *, field: str) -> Named:
    """Read what was typed; raise Invalid about `field` when the number is not an organisation number."""
    checked = identifiers.check(ORGNR, number, field=field) if number.strip() else ""
    return Named(name=checks.name(name, field=field), number=checked)


def lines(text: str, *, field: str) -> list[Named]:
    """Read one party per line: a name, and after a comma its organisation number."""
    found = []
    for line in text.splitlines():
        name, _comma, number = line.rpartition(",") if _ends_with_a_number(line) else (line, "", "")
        if name.strip():
            found.append(named(name, number, field=field))
    return found


def as_line(party: Party) -> str:
    """Write a party the way `lines` reads it."""
    number = number_of(party)
    return f"{party.name}, {identifiers.shown(ORGNR, number)}" if number else party.name


def number_of(party: Party) -> str:
    """Return the organisation number, if it is known."""
    return next((each.value for each in party.identifiers.all() if each.scheme == ORGNR), "")


def known(typed: Named, *, person: Person, now: datetime, among: Sequence[Party] = ()) -> Party | None:
    """Return the party that was meant, if the person can see one like it."""
    for party in among:
        if _is_meant(typed, party):
            return party
    seen = assignments.visible_parties(person, now=now).prefetch_related("identifiers")
    if typed.number:
        return seen.filter(identifiers__scheme=ORGNR, identifiers__value=typed.number).first()
    alike = seen.filter(search_name=folded(typed.name))
    return next((party for party in alike if _is_meant(typed, party)), None)


def party_of(typed: Named, *, person: Person, now: datetime, among: Sequence[Party] = ()) -> Party:
    """Return the party that was meant, registering it when the person can see none like it."""
    found = known(typed, person=person, now=now, among=among)
    if found is not None:
        return found
    numbers = [(ORGNR, typed.number)] if typed.number else []
    country = "SE" if typed.number else ""
    return parties.register(name=typed.name, identifiers=numbers, country=country, by=person, now=now)


def planned(typed: Named, *, person: Person, now: datetime, among: Sequence[Party] = ()) -> Party:
    """Return the party that was meant, or one that is not saved: for a preview, which registers nothing."""
    return known(typed, person=person, now=now, among=among) or Party(name=typed.name)


def _is_meant(typed: Named, party: Party) -> bool:
    number = number_of(party)
    if typed.number and number:
        return typed.number == number
    return folded(typed.name) == folded(party.name) and not typed.number


def _ends_with_a_number(line: str) -> bool:
    return "," in line and any(sign.isdigit() for sign in line.rpartition(",")[2])
