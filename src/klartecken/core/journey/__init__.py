"""The journey of an assignment: its states, its moves, what a change voids, and what opens the quote gate."""

from klartecken.core.journey.states import (
    AFTER_CLEARANCE,
    CLOSED,
    OPEN_TO_ALL,
    PROPOSED,
    ROUND_IN,
    Effect,
    Stance,
    State,
)

__all__ = ["AFTER_CLEARANCE", "CLOSED", "OPEN_TO_ALL", "PROPOSED", "ROUND_IN", "Effect", "Stance", "State"]
