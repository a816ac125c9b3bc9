"""Opposing positions: two clients that want opposite things in the same issue."""

from collections.abc import Iterator

from klartecken.core.conflicts.values import (
    CaseView,
    Conflict,
    ConflictKind,
    Evidence,
    IssueId,
    IssueMap,
    Measures,
    Position,
)

WIDEST_GAP = 4
"""From strongly against (-2) to strongly for (+2)."""


def opposing(first: CaseView, second: CaseView, measures: Measures, *, issues: IssueMap) -> Iterator[Conflict]:
    """One conflict for each pair of positions that pull apart, the strongest pair first."""
    found = []
    for one in first.positions:
        for other in second.positions:
            issue = _shared_issue(one, other, issues)
            strength = _strength(one, other, issues) if issue else 0.0
            if issue and strength:
                factor = 1.0 if one.issue == other.issue else measures.broader_issue
                found.append(_told(first, second, (one, other), issue=issue, strength=strength * factor, issues=issues))
    yield from sorted(found, key=lambda each: (-each.strength, each.sentence_en))


def _shared_issue(one: Position, other: Position, issues: IssueMap) -> IssueId | None:
    """The issue that both are about: the same, or the wider of the two; exclusive aims meet wherever they stand."""
    if one.issue == other.issue or one.issue in issues.lineage(other.issue):
        return one.issue
    if other.issue in issues.lineage(one.issue) or _exclude(one, other, issues):
        return other.issue
    return None


def _exclude(one: Position, other: Position, issues: IssueMap) -> bool:
    return frozenset({one.wants, other.wants}) in issues.exclusive


def _strength(one: Position, other: Position, issues: IssueMap) -> float:
    if _exclude(one, other, issues):
        return 1.0
    if one.stance * other.stance >= 0:
        return 0.0
    return abs(one.stance - other.stance) / WIDEST_GAP


def _told(
    first: CaseView,
    second: CaseView,
    pair: tuple[Position, Position],
    *,
    issue: IssueId,
    strength: float,
    issues: IssueMap,
) -> Conflict:
    sv, en = issues.names.get(issue, (issue, issue))
    one, other = pair
    return Conflict(
        ConflictKind.OPPOSING,
        first.id,
        second.id,
        round(strength, 4),
        f"{first.called} och {second.called} vill motsatta saker i frågan ”{sv}”.",
        f"{first.called} and {second.called} want opposite things in the issue “{en}”.",
        (Evidence(f"position:{issue}", _written(one), _written(other)),),
    )


def _written(position: Position) -> str:
    return f"{position.stance:+d} {position.wants}".strip()
