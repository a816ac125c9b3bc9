"""The states of an assignment, and the words that decide between them."""

from enum import StrEnum


class State(StrEnum):
    """Where an assignment stands on its journey."""

    DRAFT = "draft"
    CIRCULATING = "circulating"
    ESCALATED = "escalated"
    CLEARED = "cleared"
    QUOTED = "quoted"
    ONGOING = "ongoing"
    SUSPENDED = "suspended"
    ENDED = "ended"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


class Stance(StrEnum):
    """What a colleague's viewpoint says about an assignment."""

    SUPPORT = "support"
    TAKE_PART = "take_part"
    CONCERN = "concern"
    OBJECT = "object"


class Effect(StrEnum):
    """What follows when a rule of the policy does not hold, strongest first."""

    HARD_STOP = "hard_stop"
    AGAINST = "against"
    WEIGH = "weigh"
    CONSULT = "consult"
    REQUIRE = "require"
    MENTION = "mention"


PROPOSED = frozenset({State.CIRCULATING, State.ESCALATED, State.CLEARED, State.QUOTED})
"""Colleagues have been told; the assignment has not begun."""

ROUND_IN = frozenset({State.CIRCULATING, State.SUSPENDED})
"""States in which colleagues can be asked: a proposal, and begun work that has become something else."""

OPEN_TO_ALL = frozenset({State.ONGOING, State.SUSPENDED, State.ENDED})
"""Work was begun: every colleague sees it, outside walls."""

CLOSED = frozenset({State.DECLINED, State.WITHDRAWN})
"""It came to nothing and is confidential for ever."""

AFTER_CLEARANCE = frozenset({State.CLEARED, State.QUOTED, State.ONGOING, State.SUSPENDED, State.ENDED})
"""States that no assignment can be in without a clearance (a constraint of the database)."""
