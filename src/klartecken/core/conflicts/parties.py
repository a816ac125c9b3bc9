"""Conflicts by who the parties are: the same, of one group, or each other's counterpart."""

import re
from collections.abc import Iterator
from functools import lru_cache

from klartecken.core.conflicts.values import CaseView, Conflict, ConflictKind, Evidence, Measures

LEGAL_FORMS = frozenset(
    {"ab", "aktiebolag", "aktiebolaget", "publ", "hb", "kb", "ltd", "limited", "inc", "plc", "gmbh", "ag"}
)
"""Words that tell a company's form, left out when whole names are compared letter by letter."""

WORD = re.compile(r"\w+")


def same(first: CaseView, second: CaseView, measures: Measures) -> Iterator[Conflict]:  # noqa: ARG001 - one shape for all tests
    """The same client: by the firm's own id, by an identifier, or by the whole name."""
    evidence = [Evidence("party", each, each) for each in sorted(first.client_ids & second.client_ids)]
    evidence += [Evidence("identifier", each, each) for each in sorted(first.identifiers & second.identifiers)]
    if not evidence:
        evidence += _same_names(first, second)
    if evidence:
        yield Conflict(
            ConflictKind.SAME,
            first.id,
            second.id,
            1.0,
            f"Samma uppdragsgivare i båda uppdragen: {_both(first.called, second.called, 'och')}.",
            f"The same client in both assignments: {_both(first.called, second.called, 'and')}.",
            tuple(evidence),
        )


def _same_names(first: CaseView, second: CaseView) -> list[Evidence]:
    """Names alike letter by letter, unless the kind or an identifier of the same scheme says otherwise."""
    if first.is_person != second.is_person or _schemes(first) & _schemes(second):
        return []
    theirs = {name_key(name): name for name in sorted(second.names)}
    pairs = ((name, theirs.get(name_key(name))) for name in sorted(first.names))
    return [Evidence("name", name, other) for name, other in pairs if other]


def _schemes(case: CaseView) -> set[str]:
    return {each.partition(":")[0] for each in case.identifiers}


@lru_cache(maxsize=65_536)
def name_key(name: str) -> str:
    """A name as it is compared: letters and digits only, without words of legal form unless nothing else is left."""
    words = WORD.findall(name.casefold())
    return " ".join([word for word in words if word not in LEGAL_FORMS] or words)


def affiliated(first: CaseView, second: CaseView, measures: Measures) -> Iterator[Conflict]:
    """Of one group: one controls the other, or somebody controls both, at any depth."""
    if first.client_ids & second.client_ids:
        return
    evidence = [Evidence("owner", first.owners[each], second.called) for each in _owners_in(first, second)]
    evidence += [Evidence("owner", first.called, second.owners[each]) for each in _owners_in(second, first)]
    strength = 1.0
    if not evidence:
        common = sorted(first.owners.keys() & second.owners.keys())
        evidence = [Evidence("common_owner", first.owners[each], second.owners[each]) for each in common]
        strength = measures.common_owner
    if evidence:
        pair_sv, pair_en = _both(first.called, second.called, "och"), _both(first.called, second.called, "and")
        above = ", ".join(sorted({_told(each, first, second) for each in evidence}))
        yield Conflict(
            ConflictKind.AFFILIATED,
            first.id,
            second.id,
            strength,
            f"{pair_sv} hör till samma koncern, under {above}.",
            f"{pair_en} belong to the same group, under {above}.",
            tuple(evidence),
        )


def _owners_in(case: CaseView, other: CaseView) -> list[str]:
    return sorted(case.owners.keys() & other.client_ids)


def _told(evidence: Evidence, first: CaseView, second: CaseView) -> str:
    """The name of the party at the top."""
    if evidence.what == "owner" and evidence.first == first.called:
        return first.called
    return second.called if evidence.what == "owner" else evidence.first


def adverse(first: CaseView, second: CaseView, measures: Measures) -> Iterator[Conflict]:
    """One's client, or its group, is the other's counterpart."""
    direct = _counterparts(first, second) + _counterparts(second, first)
    evidence = direct or _counterparts_in_group(first, second) + _counterparts_in_group(second, first)
    if evidence:
        names = ", ".join(sorted({each.first for each in evidence}))
        sv, en = ("uppdragsgivare", "the client") if direct else ("i uppdragsgivarens koncern", "of the client's group")
        yield Conflict(
            ConflictKind.ADVERSE,
            first.id,
            second.id,
            1.0 if direct else measures.adverse_group,
            f"{names} är motpart i det ena uppdraget och {sv} i det andra.",
            f"{names} is a counterpart in one assignment and {en} in the other.",
            tuple(evidence),
        )


def _counterparts(case: CaseView, other: CaseView) -> list[Evidence]:
    """Counterparts in `case` that are the client of the other, by id or by whole name."""
    keys = {name_key(name) for name in other.names}
    found = (name for each, name in sorted(case.adverse.items()) if each in other.client_ids or name_key(name) in keys)
    return [Evidence("adverse", name, other.called) for name in found]


def _counterparts_in_group(case: CaseView, other: CaseView) -> list[Evidence]:
    """Counterparts in `case` that control the client of the other."""
    return [
        Evidence("adverse_group", case.adverse[each], other.called)
        for each in sorted(case.adverse.keys() & other.owners.keys())
    ]


def _both(first: str, second: str, conjunction: str) -> str:
    return first if first == second else f"{first} {conjunction} {second}"
