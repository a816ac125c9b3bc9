"""The assignment searched among the firm's own: the same and affiliated parties, and conflicts with other cases."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from klartecken.assignments.models import Assignment
from klartecken.core.conflicts import CaseIndex, CaseView, Conflict, IssueMap
from klartecken.core.conflicts.values import ConflictKind, Evidence
from klartecken.parties import live
from klartecken.registers.hit import Hit as OwnHit
from klartecken.registers.screen import Party as Searched
from klartecken.registers.screen import identified
from klartecken.screening.cases import ADVERSE, CLIENT, PRINCIPAL, Counterpart
from klartecken.screening.found import Asked, Found
from klartecken.screening.keys import pair_key
from klartecken.screening.models import Hit

LEAST_LIKELY = 0.3
"""Names less alike than this are not taken for the same party."""
OWN = "own"


@dataclass(frozen=True, slots=True)
class Likeness:
    """An own party that may be one of the assignment's: which, how likely, and why in words."""

    asked: Asked
    party: str
    name: str
    score: float
    sentence_sv: str
    sentence_en: str


def search_own(
    assignment: Assignment,
    view: CaseView,
    asked: Sequence[Asked],
    *,
    cases: Sequence[Counterpart],
    issues: IssueMap,
) -> list[Found]:
    """Every possible conflict with the firm's other cases, the best of each kind for each case."""
    best: dict[tuple[str, str], Found] = {}
    by_view = {case.view.id: case for case in cases}
    for found in (
        *_by_names(assignment, alike(asked), cases),
        *_by_conflict(view, asked, by_view, issues=issues),
    ):
        key = (found.kind, found.entity)
        if key not in best or best[key].score < found.score:
            best[key] = found
    same = {entity for kind, entity in best if kind == Hit.Kind.SAME}
    return [
        each
        for each in best.values()
        if not _is_returning(each, assignment, by_view[each.entity])
        and not (each.kind == Hit.Kind.COMPETING and each.entity in same)  # nobody competes with itself
    ]


def alike(asked: Iterable[Asked]) -> list[Likeness]:
    """The firm's own parties that may be one of those asked about, by name or identifier."""
    index = live.index()
    found: list[Likeness] = []
    for each in asked:
        party = Searched(each.name, each.names, each.kind, each.country.lower() or None, each.identifiers)
        hits: dict[str, OwnHit] = {}
        for name in party.all_names:
            for hit in index.search(name, kind=each.kind, country=party.country, limit=20):
                hits.setdefault(str(hit.id), hit)
        for number in each.identifiers:
            hits |= {entity.id: identified(party, entity) for entity in index.with_identifier(number)}
        found += [_likeness(each, hit) for hit in hits.values() if hit.score >= LEAST_LIKELY]
    return found


def _likeness(asked: Asked, hit: OwnHit) -> Likeness:
    return Likeness(asked, str(hit.id), hit.name, hit.score, hit.sentence_sv, hit.sentence_en)


def _by_names(assignment: Assignment, likenesses: Iterable[Likeness], cases: Sequence[Counterpart]) -> Iterator[Found]:
    """Names alike across cases: our client with theirs, our client with their counterpart, and the other way round."""
    in_role: dict[tuple[str, str], list[Counterpart]] = {}
    for case in cases:
        for role, members in case.roles.items():
            for party in members:
                in_role.setdefault((role, party), []).append(case)
    for each in likenesses:
        for role, kind in _MEANS.get(each.asked.role, {}).items():
            for case in in_role.get((role, each.party), ()):
                if not (case.only_identity and kind is Hit.Kind.ADVERSE):
                    yield _of_likeness(assignment, each, case, kind=kind)


_MEANS: Mapping[str, Mapping[str, Hit.Kind]] = {
    CLIENT: {CLIENT: Hit.Kind.SAME, PRINCIPAL: Hit.Kind.SAME, ADVERSE: Hit.Kind.ADVERSE},
    PRINCIPAL: {CLIENT: Hit.Kind.SAME, PRINCIPAL: Hit.Kind.SAME, ADVERSE: Hit.Kind.ADVERSE},
    ADVERSE: {CLIENT: Hit.Kind.ADVERSE, PRINCIPAL: Hit.Kind.ADVERSE},
    "owner": {CLIENT: Hit.Kind.AFFILIATED, ADVERSE: Hit.Kind.ADVERSE},
}
"""What a likeness means: our party's role, then the other's."""


def _of_likeness(assignment: Assignment, alike: Likeness, case: Counterpart, *, kind: Hit.Kind) -> Found:
    facts = {"asked": alike.asked.as_facts(), "other": _identity_facts(case), "kind": str(kind)}
    return Found(
        kind=kind,
        asked=alike.asked,
        pair=pair_key(kind, str(assignment.client_id), case.view.id, alike.party),
        name=alike.name,
        register=OWN,
        entity=case.view.id,
        score=round(alike.score, 4),
        sentence_sv=alike.sentence_sv,
        sentence_en=alike.sentence_en,
        facts=facts,
        evidence={"what": "names", "first": alike.asked.name, "second": alike.name},
        other_id=case.assignment_id,
        prospect_id=case.prospect_id,
        for_resolver_only=not case.seen_by_all,
    )


def _by_conflict(
    view: CaseView, asked: Sequence[Asked], cases: Mapping[str, Counterpart], *, issues: IssueMap
) -> Iterator[Found]:
    index = CaseIndex((case.view for case in cases.values()), issues=issues)
    client = next(each for each in asked if each.role == CLIENT)
    for conflict in index.conflicts_of(view):
        case = cases[conflict.other_than(view.id)]
        if not (case.only_identity and conflict.kind in _ABOUT_WORK):
            yield _of_conflict(view, conflict, case, client=client)


_ABOUT_WORK = frozenset({ConflictKind.COMPETING, ConflictKind.OPPOSING, ConflictKind.ADVERSE})


def _of_conflict(view: CaseView, conflict: Conflict, case: Counterpart, *, client: Asked) -> Found:
    own, other = _facts(conflict.kind, view), _facts(conflict.kind, case.view)
    evidence = [_told(each, swapped=conflict.first != view.id) for each in conflict.evidence]
    return Found(
        kind=Hit.Kind(conflict.kind.value),
        asked=client,
        pair=pair_key(conflict.kind, str(client.party_id), case.view.id),
        name=case.view.called,
        register=OWN,
        entity=case.view.id,
        score=round(conflict.strength, 4),
        sentence_sv=conflict.sentence_sv,
        sentence_en=conflict.sentence_en,
        facts={"kind": conflict.kind, "own": own, "other": other, "evidence": evidence},
        evidence={"shared": evidence},
        other_id=case.assignment_id,
        prospect_id=case.prospect_id,
        for_resolver_only=not case.seen_by_all,
    )


def _told(evidence: Evidence, *, swapped: bool) -> list[str]:
    sides = (evidence.second, evidence.first) if swapped else (evidence.first, evidence.second)
    return [evidence.what, *sides]


def _facts(kind: ConflictKind, view: CaseView) -> dict[str, Any]:
    """What a judgement of this kind of conflict rests on, on one side."""
    facts: dict[str, Any] = {"clients": sorted(view.client_ids), "names": sorted(view.names)}
    if kind is ConflictKind.COMPETING:
        facts |= {"sectors": sorted(view.sectors), "places": sorted(view.geography), "services": sorted(view.services)}
    if kind is ConflictKind.OPPOSING:
        facts["positions"] = sorted([each.issue, each.stance, each.wants] for each in view.positions)
    if kind in {ConflictKind.SAME, ConflictKind.AFFILIATED}:
        facts |= {"identifiers": sorted(view.identifiers), "owners": sorted(view.owners)}
    if kind is ConflictKind.ADVERSE:
        facts["adverse"] = sorted(view.adverse)
    return facts


def _identity_facts(case: Counterpart) -> dict[str, Any]:
    view = case.view
    return {"id": view.id, "names": sorted(view.names), "identifiers": sorted(view.identifiers)}


def _is_returning(found: Found, assignment: Assignment, case: Counterpart) -> bool:
    """A client that comes back under the same entry, in a case that everybody sees, is no conflict with itself."""
    same = str(assignment.client_id) in case.view.client_ids
    return found.kind == Hit.Kind.SAME and same and case.seen_by_all


def affiliated_by_register(
    group: Collection[str], asked: Asked, *, cases: Sequence[Counterpart], top: str, source: str
) -> list[Found]:
    """Cases whose client belongs to the same group as ours, as a register says; `group` is own parties by id."""
    return [
        replace(
            _of_conflict(_EMPTY, _group_conflict(case, asked, top, source=source), case, client=asked),
            facts={"asked": asked.as_facts(), "other": _identity_facts(case), "top": top},
            pair=pair_key("affiliated", asked.reference, case.view.id),
        )
        for case in cases
        if case.view.client_ids & set(group)
    ]


_EMPTY = CaseView(id="")


def _group_conflict(case: Counterpart, asked: Asked, top: str, *, source: str) -> Conflict:
    return Conflict(
        ConflictKind.AFFILIATED,
        "",
        case.view.id,
        1.0,
        f"{asked.name} och {case.view.called} hör till samma koncern, under {top} ({source}).",
        f"{asked.name} and {case.view.called} belong to the same group, under {top} ({source}).",
        (Evidence("group", asked.name, case.view.called),),
    )
