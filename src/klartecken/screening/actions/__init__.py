"""Writing screenings: runs, what people make of their hits, and consultations."""

from klartecken.screening.actions.consulting import record_consultation, start_consultation
from klartecken.screening.actions.identifying import take_identity
from klartecken.screening.actions.judging import judge_again
from klartecken.screening.actions.resolving import resolve, second
from klartecken.screening.actions.running import screen
from klartecken.screening.touched import touched_by_party

__all__ = [
    "judge_again",
    "record_consultation",
    "resolve",
    "screen",
    "second",
    "start_consultation",
    "take_identity",
    "touched_by_party",
]
