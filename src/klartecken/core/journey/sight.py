"""Who sees what of an assignment: the state table of the policy as a pure function."""

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from klartecken.core.journey.states import CLOSED, OPEN_TO_ALL, PROPOSED, State

SHARED_AFTER_CLOSING = timedelta(days=30)
"""How long those who could read a declined or withdrawn case still can."""


class Sight(StrEnum):
    """How much of an assignment one person sees."""

    NOTHING = "nothing"
    MASK = "mask"
    EVERYTHING = "everything"


@dataclass(frozen=True, slots=True)
class Viewer:
    """One person's relation to one assignment."""

    undertaking_signed: bool
    is_responsible: bool = False
    is_named: bool = False  # on the team, or let in by name
    is_walled_off: bool = False
    is_ceo_or_resolver: bool = False


@dataclass(frozen=True, slots=True)
class Exposure:
    """What sight depends on in the assignment itself."""

    state: State
    was_circulated: bool
    is_masked: bool = False
    recently_closed: bool = False


def sight(viewer: Viewer, exposure: Exposure) -> Sight:
    """Tell how much `viewer` sees of an assignment in this state."""
    if not viewer.undertaking_signed or viewer.is_walled_off:
        return Sight.NOTHING
    long_closed = exposure.state in CLOSED and not exposure.recently_closed
    if viewer.is_responsible or (viewer.is_named and not long_closed):
        return Sight.EVERYTHING
    if exposure.state in OPEN_TO_ALL:
        return Sight.EVERYTHING
    if exposure.state is State.DRAFT or not exposure.was_circulated:
        return Sight.NOTHING
    if viewer.is_ceo_or_resolver:
        return Sight.EVERYTHING
    if exposure.state in PROPOSED or (exposure.state in CLOSED and exposure.recently_closed):
        return Sight.MASK if exposure.is_masked else Sight.EVERYTHING
    return Sight.NOTHING
