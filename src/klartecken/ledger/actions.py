"""Writing to the ledger: one step, one lock, one chain."""

from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from uuid import UUID

from django.db import connection, transaction

from klartecken.ledger import anchors, chain, events
from klartecken.ledger.models import Entry, Payload

LOCK_KEY = 0x6B6C61727465636B  # "klarteck": the advisory lock that all writers of one database share
SYSTEM = "klartecken"
"""The actor of what the program does by itself."""


@contextmanager
def step() -> Iterator[None]:
    """Hold one transaction that owns the ledger's lock; every action runs inside one.

    SQLite takes its write lock at BEGIN IMMEDIATE; PostgreSQL takes an advisory lock that the commit releases.
    """
    with transaction.atomic():
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK_KEY])
        yield


def record(
    verb: str, *, subject: UUID | str, actor: UUID | str, now: datetime, payload: Mapping[str, object] | None = None
) -> Entry:
    """Append an entry to the chain and run the reactions to it; call it inside `step`."""
    last = Entry.objects.order_by("-sequence").values_list("sequence", "hash").first() or (0, chain.GENESIS)
    salt, body = chain.new_salt(), chain.canonical(payload or {})
    entry = Entry(
        sequence=last[0] + 1,
        at=now,
        actor=str(actor),
        verb=verb,
        subject=str(subject),
        payload_hash=chain.payload_hash(salt, body),
        previous_hash=last[1],
    )
    entry.hash = chain.hash_of(entry)
    entry.save(force_insert=True)
    Payload.objects.create(entry=entry, salt=salt, body=body)
    transaction.on_commit(lambda: anchors.drop(count=entry.sequence, head=entry.hash))
    events.react(events.Event(verb=verb, subject=str(subject), actor=str(actor), at=now))
    return entry


def erase_payloads(*, subject: UUID | str, verbs: Collection[str] = ()) -> int:
    """Erase what the entries about `subject` committed to (those with these verbs, or all); return how many.

    The entries stay, and the chain still verifies.
    """
    payloads = Payload.objects.filter(entry__subject=str(subject))
    count, _ = (payloads.filter(entry__verb__in=list(verbs)) if verbs else payloads).delete()
    return count
