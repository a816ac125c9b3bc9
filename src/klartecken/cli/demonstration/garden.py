"""Dream clients of the demonstration: invented organisations that somebody cares for."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from klartecken.people.models import Person
from klartecken.prospects import actions as prospects


@dataclass(frozen=True, slots=True)
class Dream:
    """A dream client: whose, why, and when to be in touch again (days from today)."""

    owner: str
    name: str
    why: str
    areas: str
    days: int
    note: str = ""


DREAMS = (
    Dream("jonas", "Byanätens Riksförbund", "De bygger elnät tillsammans.", "elnät, landsbygd", 0, "Sågs på mässan."),
    Dream("jonas", "Skogsbrynets Sågverk AB", "Familjen tänker i hundra år.", "skog", 12),
    Dream("amina", "Solrosens Friskola", "Deras läsår borde fler få höra om.", "skola", -3, "Rektorn vill ses i höst."),
    Dream("ebba", "Mossmarkernas Vänner", "Våtmarker är klimatarbete.", "biologisk mångfald", 30),
    Dream("karin", "Kulturskolerådet i Norr", "Musik till alla barn.", "kulturskolan", 5),
)


def plant(people: Mapping[str, Person], *, now: datetime) -> None:
    """Plant the dream clients in their owners' gardens."""
    for dream in DREAMS:
        prospect = prospects.plant(
            owner=people[dream.owner],
            name=dream.name,
            country="SE",
            kind="dream",
            origin="own_outreach",
            why=dream.why,
            areas=dream.areas,
            next_contact=(now + timedelta(days=dream.days)).date(),
            now=now - timedelta(days=20),
        )
        if dream.note:
            prospects.note(prospect, words=dream.note, by=people[dream.owner], now=now - timedelta(days=2))
