"""What can be done in the garden: one verb, one transaction, one ledger entry."""

from klartecken.prospects.actions.keeping import close, erase_untended, hand_over, take_up_again
from klartecken.prospects.actions.planting import plant, receive_enquiry
from klartecken.prospects.actions.tending import forget_acquaintance, knows, note, set_next_contact, tend

__all__ = [
    "close",
    "erase_untended",
    "forget_acquaintance",
    "hand_over",
    "knows",
    "note",
    "plant",
    "receive_enquiry",
    "set_next_contact",
    "take_up_again",
    "tend",
]
