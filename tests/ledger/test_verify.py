import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.db import transaction
from pytest_django import DjangoCaptureOnCommitCallbacks

from klartecken.ledger import actions, chain, queries
from klartecken.ledger.models import Entry, Payload
from klartecken.ledger.queries import Fault

AT = datetime(2026, 9, 7, 8, 0, tzinfo=UTC)


@pytest.fixture
def five(db: None, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks) -> None:
    """Five entries and their anchors."""
    with django_capture_on_commit_callbacks(execute=True):
        for number in range(1, 6):
            with actions.step():
                payload = {"number": number}
                actions.record("test.noted", subject=f"case-{number % 2}", actor="jonas", now=AT, payload=payload)


def faults() -> list[Fault]:
    return list(queries.verify().faults)


def test_an_untouched_chain_holds(five: None) -> None:
    found = queries.verify()

    assert (found.entries, found.erased, found.faults, found.holds) == (5, 0, (), True)


def test_an_empty_ledger_holds(db: None) -> None:
    assert queries.verify() == queries.Verification(entries=0, erased=0, faults=())


@pytest.mark.parametrize("field", ["actor", "verb", "subject", "at"])
def test_a_changed_entry_is_named(five: None, field: str) -> None:
    new = datetime(2026, 9, 8, tzinfo=UTC) if field == "at" else "somebody.else"
    Entry.objects.filter(sequence=3).update(**{field: new})

    assert faults() == [Fault(3, "changed")]


def test_a_changed_payload_is_named(five: None) -> None:
    Payload.objects.filter(entry=2).update(body='{"number":99}')

    assert faults() == [Fault(2, "payload changed")]


def test_a_changed_entry_with_a_new_hash_of_its_own_is_named(five: None) -> None:
    entry = Entry.objects.get(sequence=3)
    entry.actor = "somebody.else"
    entry.hash = chain.hash_of(entry)
    entry.save()

    assert faults() == [Fault(3, "rewritten since its anchor"), Fault(4, "reordered")]


@pytest.mark.parametrize("dropped", [1, 3])
def test_a_dropped_entry_is_named(five: None, dropped: int) -> None:
    _drop(dropped)

    assert faults() == [Fault(dropped, "dropped")]


def test_two_dropped_in_a_row_are_named(five: None) -> None:
    _drop(2)
    _drop(3)

    assert faults() == [Fault(2, "dropped"), Fault(3, "dropped")]


def test_reordered_entries_are_named(five: None) -> None:
    with transaction.atomic():
        for old, new in ((2, 20), (3, 2), (20, 3)):
            Payload.objects.filter(entry=old).update(entry=new)
            Entry.objects.filter(sequence=old).update(sequence=new)

    assert {2, 3} <= {fault.sequence for fault in faults()}


def test_a_cut_tail_is_named_by_the_anchors(five: None) -> None:
    _drop(4)
    _drop(5)

    assert faults() == [Fault(4, "cut: 2 entries after this are missing")]


def test_a_ledger_cut_to_nothing_is_named(five: None) -> None:
    Payload.objects.all().delete()
    Entry.objects.all().delete()

    assert faults() == [Fault(1, "cut: 5 entries after this are missing")]


def test_a_chain_written_anew_from_the_start_is_named_by_the_anchors(five: None, home: Path) -> None:
    anchors = (home / "ledger" / "anchors.jsonl").read_text(encoding="ascii")
    Payload.objects.all().delete()
    Entry.objects.all().delete()
    for _ in range(5):
        with actions.step():
            actions.record("test.noted", subject="case", actor="jonas", now=AT)
    (home / "ledger" / "anchors.jsonl").write_text(anchors, encoding="ascii")

    assert faults() == [Fault(number, "rewritten since its anchor") for number in range(1, 6)]


def test_a_torn_anchor_is_passed_over(five: None, home: Path) -> None:
    with (home / "ledger" / "anchors.jsonl").open("a", encoding="ascii") as file:
        file.write('{"count": 6, "he{"count": 6, "head": "0"}\n{"count": 7')

    assert queries.verify().holds


def test_erased_payloads_are_told_from_broken_ones(five: None) -> None:
    assert actions.erase_payloads(subject="case-1") == 3

    found = queries.verify()
    assert (found.entries, found.erased, found.holds) == (5, 3, True)
    assert not Payload.objects.filter(entry__subject="case-1").exists()


def test_payloads_of_some_verbs_are_erased_alone(db: None) -> None:
    for verb in ("test.said", "test.closed"):
        with actions.step():
            actions.record(verb, subject="case", actor="jonas", now=AT, payload={"words": verb})

    assert actions.erase_payloads(subject="case", verbs=("test.said",)) == 1
    assert list(Payload.objects.values_list("entry__verb", flat=True)) == ["test.closed"]
    assert queries.verify().holds


def test_what_is_rolled_back_leaves_neither_entry_nor_anchor(transactional_db: None, home: Path) -> None:
    def half_done() -> None:
        with actions.step():
            actions.record("test.noted", subject="case", actor="jonas", now=AT)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        half_done()

    assert not Entry.objects.exists()
    assert not (home / "ledger" / "anchors.jsonl").exists()


def test_a_payload_cannot_be_guessed_back_from_its_hash(five: None) -> None:
    hashes = set(Entry.objects.values_list("payload_hash", flat=True))
    unsalted = {chain.payload_hash("", json.dumps({"number": number})) for number in range(1, 6)}

    assert len(hashes) == 5
    assert not hashes & unsalted


def _drop(sequence: int) -> None:
    Payload.objects.filter(entry=sequence).delete()
    Entry.objects.filter(sequence=sequence).delete()
