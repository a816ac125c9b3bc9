"""Everything the firm keeps about one person, gathered from the rooms for that person alone."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from klartecken.people.models import Person
from klartecken.people.own_record import own_record

Part = Callable[[Person], object]

PARTS: dict[str, Part] = {
    "person": own_record,
}
"""Which part of the copy comes from where; a room that keeps something about people has a line here."""


def everything_about(person: Person, *, now: datetime) -> dict[str, Any]:
    """Gather the parts, and say when."""
    return {"written_at": now, **{name: part(person) for name, part in PARTS.items()}}
