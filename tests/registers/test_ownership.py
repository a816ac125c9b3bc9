from pathlib import Path

import pytest

from klartecken.registers import OwnershipEdge
from klartecken.registers.importing import import_register
from klartecken.registers.ownership import OwnershipEdges
from klartecken.registers.snapshot import ownership

CHAIN = """id,name,country,owner,share,owner_country
1,Nordljus AB,se,2,51 %,
1,Nordljus AB,se,Eva Lind,"49,0 %",
2,Polstjärnan Holding AB,se,Shanghai Northern Holding,0.6,cn
2,Polstjärnan Holding AB,se,1,0.4,
"""


@pytest.fixture
def edges(home: Path, tmp_path: Path) -> OwnershipEdges:
    (tmp_path / "chain.csv").write_text(CHAIN, encoding="utf-8")
    return ownership(import_register("csv", [tmp_path / "chain.csv"], home=home).ref, home=home)


def edge(owned: str, owner: str, share: float) -> OwnershipEdge:
    return OwnershipEdge(owned, owner, "owner", share, register="csv")


def test_owners_of_an_entity(edges: OwnershipEdges) -> None:
    assert edges.owners_of("1") == [edge("1", "2", 0.51), edge("1", "Eva Lind", 0.49)]
    assert edges.owners_of("nobody") == []


def test_what_an_entity_owns(edges: OwnershipEdges) -> None:
    assert edges.owned_by("2") == [edge("1", "2", 0.51)]


def test_the_chain_goes_to_the_end_and_walks_a_circle_once(edges: OwnershipEdges) -> None:
    assert edges.chain_above("1") == [
        edge("1", "2", 0.51),
        edge("1", "Eva Lind", 0.49),
        edge("2", "Shanghai Northern Holding", 0.6),
        edge("2", "1", 0.4),
    ]
    assert edges.chain_below("Shanghai Northern Holding") == [
        edge("2", "Shanghai Northern Holding", 0.6),
        edge("1", "2", 0.51),
        edge("2", "1", 0.4),
    ]
