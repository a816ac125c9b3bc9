"""What the responsible consultant may settle alone, and what goes to the CEO."""

from collections.abc import Iterable

from klartecken.core.journey.states import Effect, Stance

ABOVE_MANDATE = frozenset({Effect.HARD_STOP, Effect.AGAINST, Effect.WEIGH, Effect.CONSULT})
"""Findings with these effects are decided by the CEO."""


def needs_the_ceo(stances: Iterable[Stance], effects: Iterable[Effect]) -> bool:
    """Tell whether there is disagreement, or a finding above the consultant's mandate.

    A concern is a question, not a disagreement; silence is neither.
    """
    return Stance.OBJECT in set(stances) or bool(ABOVE_MANDATE & set(effects))
