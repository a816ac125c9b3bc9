"""Conflicts of interest between assignments, found and told."""

from klartecken.core.conflicts.check import CaseIndex, conflicts_between
from klartecken.core.conflicts.values import (
    MEASURES,
    NO_ISSUES,
    CaseView,
    Conflict,
    ConflictKind,
    Evidence,
    IssueMap,
    Measures,
    Position,
)

__all__ = [
    "MEASURES",
    "NO_ISSUES",
    "CaseIndex",
    "CaseView",
    "Conflict",
    "ConflictKind",
    "Evidence",
    "IssueMap",
    "Measures",
    "Position",
    "conflicts_between",
]
