import threading

import pytest

from klartecken.registers import Entity, LiveIndex

NORDLJUS = Entity("1", "Nordljus Åkeri AB", country="se", identifiers=(("orgnr", "556677-8899"),))
RENAMED = Entity("1", "Polstjärnan Frakt AB", country="se")


def ids(index: LiveIndex, name: str) -> list[object]:
    return [hit.id for hit in index.search(name) if hit.score > 0.5]


def test_a_new_party_is_seen_at_once() -> None:
    index = LiveIndex()
    assert ids(index, "Nordljus Åkeri") == []
    index.add(NORDLJUS)
    assert ids(index, "Nordljus Åkeri") == ["1"]


def test_a_replaced_party_is_found_by_its_new_name_only() -> None:
    index = LiveIndex([NORDLJUS])
    assert ids(index, "Nordljus Åkeri") == ["1"]
    index.replace(RENAMED)
    assert ids(index, "Nordljus Åkeri") == []
    assert ids(index, "Polstjärnans frakt") == ["1"]
    assert index.with_identifier(("orgnr", "5566778899")) == []
    assert len(index) == 1


def test_a_removed_party_is_gone() -> None:
    index = LiveIndex([NORDLJUS])
    assert ids(index, "Nordljus Åkeri") == ["1"]
    index.remove("1")
    index.remove("never there")
    assert ids(index, "Nordljus Åkeri") == []
    assert "1" not in index


def test_an_identifier_finds_its_party() -> None:
    assert LiveIndex([NORDLJUS]).with_identifier(("organisationsnummer", "165566778899")) == [NORDLJUS]


def test_nothing_asked_finds_nothing() -> None:
    assert LiveIndex([NORDLJUS]).search(" - ") == []


def test_parties_stay_findable_when_the_two_parts_become_one() -> None:
    index = LiveIndex(Entity(f"old-{number}", f"Bolaget {number} Handel AB") for number in range(2_500))
    index.add(NORDLJUS)
    index.remove("old-7")
    index.add(Entity("old-8", "Västanvind Kvarn AB"))
    assert ids(index, "Nordljus Åkeri") == ["1"]
    assert ids(index, "Bolaget 2017 Handel")[0] == "old-2017"
    assert "old-7" not in ids(index, "Bolaget 7 Handel")
    assert ids(index, "Västanvinds kvarn") == ["old-8"]
    assert "old-8" not in ids(index, "Bolaget 8 Handel")


def test_threads_may_search_and_add_together() -> None:
    index = LiveIndex([NORDLJUS])
    failures: list[object] = []

    def work(own: int) -> None:
        for number in range(20):
            index.add(Entity(f"{own}-{number}", f"Firma {own} {number} Snickeri"))
            if ids(index, f"Firma {own} {number} Snickeri")[:1] != [f"{own}-{number}"]:
                failures.append((own, number))

    threads = [threading.Thread(target=work, args=(own,)) for own in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert len(index) == 61


@pytest.mark.slow
def test_a_hundred_thousand_parties_are_held() -> None:
    index = LiveIndex(Entity(str(number), f"Firma {number:06d} Handel {number % 977}") for number in range(100_000))
    index.add(Entity("own", "Nordljus Åkeri AB"))
    assert ids(index, "Nordljus Åkeri")[0] == "own"
    assert len(index) == 100_001
