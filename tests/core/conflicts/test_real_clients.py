"""Two hundred real consultancies and their clients: whoever two of them share is found, by name alone."""

import csv
import re
from collections import defaultdict
from collections.abc import Iterable

import pytest

from klartecken.core.conflicts import CaseIndex, CaseView, ConflictKind
from tests.shared_data import shared_path

EDGES = shared_path("data", "us_lda", "edges_sample.csv")


def clients_by_firm() -> dict[str, set[str]]:
    found = defaultdict(set)
    with EDGES.open(encoding="utf-8") as rows:
        for row in csv.DictReader(rows):
            found[row["registrant"]].add(row["client"])
    return found


def cases(firm: str, names: Iterable[str]) -> list[CaseView]:
    """One case for each client, known by nothing but its name."""
    return [CaseView(id=f"{firm}/{name}", name=name, names=(name,)) for name in names]


def letters(name: str) -> str:
    """The test's own idea of the same name: letters and digits, in one case."""
    return " ".join(re.findall(r"\w+", name.casefold()))


def without_form(name: str) -> str:
    """The letters without the words of legal form that American filings use."""
    return " ".join(word for word in letters(name).split() if word not in {"inc", "ltd", "limited", "plc", "ag", "ab"})


CLIENTS = clients_by_firm()
LARGEST = sorted(CLIENTS, key=lambda firm: -len(CLIENTS[firm]))


@pytest.mark.parametrize("number", range(3))
def test_every_client_that_two_real_firms_share_is_found(number: int) -> None:
    ours, theirs = LARGEST[number], [firm for firm in LARGEST if firm != LARGEST[number]]
    index = CaseIndex(cases("ours", CLIENTS[ours]))
    own = {letters(name) for name in CLIENTS[ours]}
    bare = {without_form(name) for name in CLIENTS[ours]}

    for firm in theirs[:10]:
        shared = {name for name in CLIENTS[firm] if letters(name) in own}
        found = {
            case.name
            for case in cases("theirs", CLIENTS[firm])
            if any(conflict.kind is ConflictKind.SAME for conflict in index.conflicts_of(case))
        }
        assert shared <= found
        assert [name for name in found - shared if without_form(name) not in bare] == []


def test_the_five_largest_firms_do_share_clients() -> None:
    shared = [
        name
        for number, ours in enumerate(LARGEST[:5])
        for firm in LARGEST[number + 1 : 40]
        for name in {letters(each) for each in CLIENTS[firm]} & {letters(each) for each in CLIENTS[ours]}
    ]
    assert len(shared) > 20
