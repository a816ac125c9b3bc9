"""Writing rounds and viewpoints. Opt-outs leave no trace in the ledger."""

from klartecken.circulation.actions.informing import (
    inform,
    inform_again,
    inform_newcomer,
    notice_accepted,
    shown,
)
from klartecken.circulation.actions.masking import approve_mask, lift_mask, refuse_mask, request_mask
from klartecken.circulation.actions.rounds import (
    circulate,
    close_due,
    close_round,
    reopen_if_voided,
    shorten_window,
)
from klartecken.circulation.actions.speaking import (
    forget_opt_outs,
    give_viewpoint,
    opt_out,
    reply,
    take_back_opt_out,
)

__all__ = [
    "approve_mask",
    "circulate",
    "close_due",
    "close_round",
    "forget_opt_outs",
    "give_viewpoint",
    "inform",
    "inform_again",
    "inform_newcomer",
    "lift_mask",
    "notice_accepted",
    "opt_out",
    "refuse_mask",
    "reopen_if_voided",
    "reply",
    "request_mask",
    "shorten_window",
    "shown",
    "take_back_opt_out",
]
