"""What a changed field voids: the one table behind every amendment."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from klartecken.core.journey.states import State


class Void(StrEnum):
    """Something that has to be done again after a material change."""

    SCREENING = "screening"
    CIRCULATION = "circulation"
    CLEARANCE = "clearance"
    TEAM_WORD = "team_word"
    OPENNESS = "openness"


_EVERYTHING = frozenset({Void.SCREENING, Void.CIRCULATION, Void.CLEARANCE, Void.TEAM_WORD})
_WORLD = frozenset({Void.SCREENING, Void.CLEARANCE})
_BEFORE_BEGINNING = frozenset({Void.CIRCULATION, Void.CLEARANCE})

VOIDED_BY: dict[str, frozenset[Void]] = {
    "client": _EVERYTHING | {Void.OPENNESS},
    "parties": _EVERYTHING,
    "summary": frozenset({Void.CIRCULATION, Void.CLEARANCE, Void.TEAM_WORD}),
    "purpose": frozenset({Void.CIRCULATION, Void.CLEARANCE, Void.TEAM_WORD}),
    "services": _EVERYTHING,
    "positions": _EVERYTHING,
    "lobbying": _EVERYTHING | {Void.OPENNESS},
    "party_work": _EVERYTHING,
    "intermediary": _EVERYTHING | {Void.OPENNESS},
    "owners": _WORLD,
    "sectors": _WORLD,
    "country": _WORLD,
    "policy": _WORLD,
    "answers": frozenset({Void.SCREENING, Void.CLEARANCE}),
    "market": _WORLD,
    "geography": _WORLD,
    "responsible": frozenset({Void.TEAM_WORD}),
    "team": frozenset(),
    "fee_estimate": frozenset(),
    "starts_on": frozenset(),
    "ends_on": frozenset(),
    "public_title": frozenset(),
    "public_text": frozenset(),
    "question_to_colleagues": frozenset(),
    "may_ask_affected": frozenset(),
    "masked_summary": frozenset(),
    "origin": frozenset(),
}
"""A field that is missing here cannot be amended at all."""

SUSPENDS: frozenset[str] = frozenset(
    {"client", "parties", "positions", "lobbying", "party_work", "owners", "services", "intermediary"}
)
"""Changes that put an ongoing assignment in `suspended` until it is cleared anew."""


@dataclass(frozen=True, slots=True)
class Consequence:
    """What an amendment would do: what it voids, and the state it leads to."""

    voids: frozenset[Void]
    state: State


def consequence(fields: Iterable[str], state: State) -> Consequence:
    """Tell what changing `fields` voids in `state`, and which state follows.

    Raises KeyError for a field that no amendment may touch.
    """
    changed = frozenset(fields)
    voids = frozenset(void for field in changed for void in VOIDED_BY[field])
    if state is State.DRAFT:
        return Consequence(voids=frozenset(), state=state)
    after = _state_after(changed, voids, state)
    # Work that goes on as before keeps what it rests on: nothing is said to be reopened that is not.
    return Consequence(voids=voids - _BEFORE_BEGINNING if after is State.ONGOING else voids, state=after)


def _state_after(changed: frozenset[str], voids: frozenset[Void], state: State) -> State:
    if state is State.ONGOING:
        return State.SUSPENDED if changed & SUSPENDS else state
    if state is State.SUSPENDED:
        return state
    if Void.CIRCULATION in voids:
        return State.CIRCULATING
    if Void.CLEARANCE in voids and state in {State.CLEARED, State.QUOTED}:
        return State.CIRCULATING
    return state
