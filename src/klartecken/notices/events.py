"""Who wants to know that a notice was taken by the mail transport: a table handed in by `config`, keyed by kind."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from uuid import UUID

Listener = Callable[[str, UUID, datetime], None]
"""Takes the notice's topic, its recipient and the time."""

_listeners: dict[str, tuple[Listener, ...]] = {}


def wire(table: Mapping[str, Sequence[Listener]]) -> None:
    """Replace the table of listeners (called once, by the wiring)."""
    _listeners.clear()
    _listeners.update({kind: tuple(listeners) for kind, listeners in table.items()})


def accepted(kind: str, topic: str, *, recipient: UUID, at: datetime) -> None:
    """Tell the listeners of a kind, in the transaction that marks the notice accepted."""
    for listener in _listeners.get(kind, ()):
        listener(topic, recipient, at)
