"""Deciding: clearance, the CEO's decisions, the quote gate, and the moves after it."""

from klartecken.deciding.actions.clearing import confirm, escalate, review
from klartecken.deciding.actions.decisions import decide, decline, meet_condition, veto
from klartecken.deciding.actions.gates import end, quote, resume, start, suspend

__all__ = [
    "confirm",
    "decide",
    "decline",
    "end",
    "escalate",
    "meet_condition",
    "quote",
    "resume",
    "review",
    "start",
    "suspend",
    "veto",
]
