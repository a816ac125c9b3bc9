"""Which state may follow which: the one table of the journey."""

from klartecken.core.journey.states import State

MOVES: dict[State, frozenset[State]] = {
    State.DRAFT: frozenset({State.CIRCULATING, State.DECLINED, State.WITHDRAWN}),
    State.CIRCULATING: frozenset({State.CLEARED, State.ESCALATED, State.DECLINED, State.WITHDRAWN, State.CIRCULATING}),
    State.ESCALATED: frozenset({State.CLEARED, State.CIRCULATING, State.DECLINED, State.WITHDRAWN}),
    State.CLEARED: frozenset({State.QUOTED, State.CIRCULATING, State.ESCALATED, State.DECLINED, State.WITHDRAWN}),
    State.QUOTED: frozenset({State.ONGOING, State.CIRCULATING, State.ESCALATED, State.DECLINED, State.WITHDRAWN}),
    State.ONGOING: frozenset({State.SUSPENDED, State.ENDED}),
    State.SUSPENDED: frozenset({State.ONGOING, State.ENDED}),
    State.ENDED: frozenset(),
    State.DECLINED: frozenset(),
    State.WITHDRAWN: frozenset(),
}


def may_move(from_state: State, to_state: State) -> bool:
    """Tell whether the journey has a way from one state to the other."""
    return to_state in MOVES[from_state]
