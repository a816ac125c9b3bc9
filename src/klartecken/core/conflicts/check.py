"""The conflict check: one case against another, or against all that the firm has."""

from collections.abc import Hashable, Iterable, Iterator

from klartecken.core.conflicts.markets import competing
from klartecken.core.conflicts.parties import adverse, affiliated, name_key, same
from klartecken.core.conflicts.positions import opposing
from klartecken.core.conflicts.values import MEASURES, NO_ISSUES, CaseView, Conflict, IssueMap, Measures
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
        near = {other for mark in self._marks(case) for other in self._shelves.get(mark, ())} - {case.id}
        found = [
            conflict
            for other in sorted(near)
            for conflict in conflicts_between(case, self._cases[other], measures=measures, issues=self.issues)
        ]
        return sorted(found, key=lambda each: (-each.strength, each.kind, each.other_than(case.id)))

    def _marks(self, case: CaseView) -> Iterator[Hashable]:
        """What two cases must have in common, at least one of, to be in any conflict."""
        yield from (("party", each) for each in (*case.client_ids, *case.owners, *case.adverse))
        yield from (("identifier", each) for each in case.identifiers)
        yield from (("name", name_key(each)) for each in (*case.names, *case.adverse.values()))
        yield from (("sector", _division(each)) for each in case.sectors)
        for position in case.positions:
            yield from (("issue", each) for each in self.issues.lineage(position.issue))
            yield from (("aims", pair) for pair in self.issues.exclusive if position.wants in pair)


def _division(code: str) -> str:
    family, _, digits = sector_key(code).partition(":")
    return f"{family}:{digits[:DIVISION_DIGITS]}"
