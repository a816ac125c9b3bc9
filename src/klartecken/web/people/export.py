"""Everything the firm keeps about one person, gathered from the rooms for that person alone."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from klartecken.circulation.own_record import own_record as what_the_person_said
from klartecken.people.models import Person
from klartecken.people.own_record import own_record as about_the_person

Part = Callable[[Person], object]

PARTS: dict[str, Part] = {
    "person": about_the_person,
    "circulation": what_the_person_said,
}
"""Which part of the copy comes from where; a room that keeps something about people has a line here."""


def everything_about(person: Person, *, now: datetime) -> dict[str, Any]:
    """Gather the parts, and say when."""
    return {"written_at": now, **{name: part(person) for name, part in PARTS.items()}}
