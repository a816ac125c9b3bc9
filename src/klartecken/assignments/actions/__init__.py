"""Writing assignments: one verb, one transaction, one ledger entry."""

from klartecken.assignments.actions.access import block, hand_over, let_in, lift_block, lift_wall, wall
from klartecken.assignments.actions.amending import amend, preview_amendment
from klartecken.assignments.actions.answering import accept_openness, answer, tell_openness
from klartecken.assignments.actions.moving import grant, hold, move, withdraw
from klartecken.assignments.actions.proposing import propose, save_draft
from klartecken.assignments.actions.team import renew_own_word, stand_behind

__all__ = [
    "accept_openness",
    "amend",
    "answer",
    "block",
    "grant",
    "hand_over",
    "hold",
    "let_in",
    "lift_block",
    "lift_wall",
    "move",
    "preview_amendment",
    "propose",
    "renew_own_word",
    "save_draft",
    "stand_behind",
    "tell_openness",
    "wall",
    "withdraw",
]
