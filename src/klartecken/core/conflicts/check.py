"""The conflict check: one case against another, or against all that the firm has."""

from collections.abc import Hashable, Iterable, Iterator

from klartecken.core.conflicts.markets import competing
from klartecken.core.conflicts.parties import adverse, affiliated, name_key, same
from klartecken.core.conflicts.positions import opposing
from klartecken.core.conflicts.values import MEASURES, NO_ISSUES, CaseView, Conflict, IssueMap, Measures, Position
from klartecken.core.sectors import sector_key

DIVISION_DIGITS = 2


def conflicts_between(
    one: CaseView, other: CaseView, *, measures: Measures = MEASURES, issues: IssueMap = NO_ISSUES
) -> list[Conflict]:
    """Every conflict between two cases; the answer is the same whichever is named first.

    A case has no conflict with itself.
    """
    if one.id == other.id:
        return []
    first, second = sorted((one, other), key=lambda case: case.id)
    tests = (same, affiliated, competing, adverse)
    found = [conflict for test in tests for conflict in test(first, second, measures)]
    return [*found, *opposing(first, second, measures, issues=issues)]


class CaseIndex:
    """All cases of a firm, arranged so that a check looks only at those that share something with the case."""

    def __init__(self, cases: Iterable[CaseView], *, issues: IssueMap = NO_ISSUES) -> None:
        self.issues = issues
        self._cases: dict[str, CaseView] = {}
        self._shelves: dict[Hashable, set[str]] = {}
        for case in cases:
            self.add(case)

    def add(self, case: CaseView) -> None:
        """Put a case on its shelves; one with the same id is replaced."""
        self.remove(case.id)
        self._cases[case.id] = case
        for mark in self._marks(case):
            self._shelves.setdefault(mark, set()).add(case.id)

    def remove(self, case_id: str) -> None:
        """Take a case away, if it is there."""
        case = self._cases.pop(case_id, None)
        for mark in self._marks(case) if case else ():
            self._shelves[mark].discard(case_id)

    def conflicts_of(self, case: CaseView, *, measures: Measures = MEASURES) -> list[Conflict]:
        """Every conflict of a case with all others, the strongest first."""
        near = {other for mark in self._sought(case) for other in self._shelves.get(mark, ())} - {case.id}
        found = [
            conflict
            for other in sorted(near)
            for conflict in conflicts_between(case, self._cases[other], measures=measures, issues=self.issues)
        ]
        return sorted(found, key=lambda each: (-each.strength, each.kind, each.other_than(case.id)))

    def _marks(self, case: CaseView) -> Iterator[Hashable]:
        """The shelves that a case stands on."""
        yield from _own_marks(case)
        yield from (("against party", each) for each in case.adverse)
        yield from (("against name", name_key(each)) for each in case.adverse.values())
        for position in case.positions:
            yield ("issue", position.issue)
            yield from (("part of", wider) for wider in self.issues.lineage(position.issue)[1:])
            yield from self._aims(position)

    def _sought(self, case: CaseView) -> Iterator[Hashable]:
        """The shelves where those stand that a case could be in conflict with; two that share a counterpart are not."""
        yield from _own_marks(case)
        yield from (("party", each) for each in case.adverse)
        yield from (("name", name_key(each)) for each in case.adverse.values())
        yield from (("against party", each) for each in (*case.client_ids, *case.owners))
        yield from (("against name", name_key(each)) for each in case.names)
        for position in case.positions:
            yield ("part of", position.issue)
            yield from (("issue", each) for each in self.issues.lineage(position.issue))
            yield from self._aims(position)

    def _aims(self, position: Position) -> Iterator[Hashable]:
        return (("aims", pair) for pair in self.issues.exclusive if position.wants in pair)


def _own_marks(case: CaseView) -> Iterator[Hashable]:
    """What a case and another can have in common: who they are, and their market."""
    yield from (("party", each) for each in (*case.client_ids, *case.owners))
    yield from (("identifier", each) for each in case.identifiers)
    yield from (("name", name_key(each)) for each in case.names)
    yield from (("sector", _division(each)) for each in case.sectors)


def _division(code: str) -> str:
    family, _, digits = sector_key(code).partition(":")
    return f"{family}:{digits[:DIVISION_DIGITS]}"
