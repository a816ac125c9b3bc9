"""The linear system of ownership, solved exactly in fractions.

Each company is a row: what part of it flows to which owner. Eliminating the intermediate rows one by one (Gauss)
leaves the row of the owned company with nothing but ends. A row that flows back to itself whole is a closed circle.
"""

from collections.abc import Collection, Hashable, Iterable, Mapping
from fractions import Fraction
from typing import TypeVar

Node = TypeVar("Node", bound=Hashable)
Row = dict[Node, Fraction]


def solve(start: Node, rows: Mapping[Node, Mapping[Node, Fraction]]) -> tuple[Row[Node], tuple[tuple[Node, ...], ...]]:
    """The part of `start` that reaches each end (a node without a row), and the circles that nothing leaves.

    Every row must add up to at most one. What flows into a closed circle reaches no end.
    """
    left = {node: dict(row) for node, row in rows.items()}
    holders = _holders(left)
    circles: list[tuple[Node, ...]] = []
    for node in sorted((each for each in left if each != start), key=lambda each: (len(left[each]), str(each))):
        row = left.pop(node)
        if row.get(node) == 1:
            circles.append(_closed(node, rows))
        _substitute(node, _without_itself(node, row), left=left, holders=holders)
    last = left.get(start, {})
    if last.get(start) == 1:
        circles.append(_closed(start, rows))
    return _without_itself(start, last), tuple(circles)


def _holders(rows: Mapping[Node, Row[Node]]) -> dict[Node, set[Node]]:
    """For each node, the rows it occurs in."""
    holders: dict[Node, set[Node]] = {}
    for node, row in rows.items():
        for end in row:
            holders.setdefault(end, set()).add(node)
    return holders


def _without_itself(node: Node, row: Row[Node]) -> Row[Node]:
    """The row with what flows back to its own node shared out over the rest; nothing where all of it flows back."""
    back = row.get(node, Fraction(0))
    return {end: part / (1 - back) for end, part in row.items() if end != node}


def _substitute(node: Node, row: Row[Node], *, left: dict[Node, Row[Node]], holders: dict[Node, set[Node]]) -> None:
    for other in holders.pop(node, set()) & left.keys():
        weight = left[other].pop(node)
        for end, part in row.items():
            left[other][end] = left[other].get(end, Fraction(0)) + weight * part
            holders.setdefault(end, set()).add(other)


def _closed(node: Node, rows: Mapping[Node, Mapping[Node, Fraction]]) -> tuple[Node, ...]:
    return tuple(sorted(reachable(node, rows), key=str))


def reachable(start: Node, rows: Mapping[Node, Iterable[Node]]) -> Collection[Node]:
    """Everything that `start` leads to, itself included."""
    seen = {start}
    waiting = [start]
    while waiting:
        for end in rows.get(waiting.pop(), ()):
            if end not in seen:
                seen.add(end)
                waiting.append(end)
    return seen
