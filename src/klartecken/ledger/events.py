"""What happens next: every recorded verb is an event, and the table of reactions is handed in by `config`."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Event:
    """Something that was just recorded, in the transaction that recorded it."""

    verb: str
    subject: str
    actor: str
    at: datetime


Reaction = Callable[[Event], None]

_reactions: dict[str, tuple[Reaction, ...]] = {}


def wire(table: Mapping[str, Sequence[Reaction]]) -> None:
    """Replace the table of reactions (called once, by the wiring)."""
    _reactions.clear()
    _reactions.update({verb: tuple(reactions) for verb, reactions in table.items()})


def react(event: Event) -> None:
    """Run the reactions to an event, in the order of the table and in the same transaction."""
    for reaction in _reactions.get(event.verb, ()):
        reaction(event)
