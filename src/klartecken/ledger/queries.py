"""Reading the ledger and verifying its chain."""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet

from klartecken.ledger import anchors, chain
from klartecken.ledger.models import Entry, Payload


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong with the chain, and at which entry."""

    sequence: int
    what: str


@dataclass(frozen=True, slots=True)
class Verification:
    """What a walk along the chain found."""

    entries: int
    erased: int
    faults: tuple[Fault, ...]

    @property
    def holds(self) -> bool:
        """Tell whether nothing was changed, dropped, reordered or cut."""
        return not self.faults


def entries_about(subject: UUID | str) -> QuerySet[Entry]:
    """Return the entries about one subject, oldest first."""
    return Entry.objects.filter(subject=str(subject)).order_by("sequence")


def verify() -> Verification:
    """Walk the whole chain and its anchors; name every entry that was changed, dropped, reordered or cut."""
    hashes: dict[int, str] = {}
    faults: list[Fault] = []
    last, erased = 0, 0
    for entry in Entry.objects.select_related("payload").order_by("sequence").iterator(chunk_size=2000):
        payload = getattr(entry, "payload", None)
        faults += [Fault(missing, "dropped") for missing in range(last + 1, entry.sequence)]
        faults += _faults_of(entry, previous=hashes.get(entry.sequence - 1), payload=payload)
        hashes[entry.sequence] = entry.hash
        last, erased = entry.sequence, erased + (payload is None)
    faults += _anchor_faults(hashes)
    in_order = tuple(sorted(faults, key=lambda fault: fault.sequence))
    return Verification(entries=len(hashes), erased=erased, faults=in_order)


def _faults_of(entry: Entry, *, previous: str | None, payload: Payload | None) -> Iterator[Fault]:
    """Yield what is wrong with one entry; `previous` is the hash before it, or None after a gap."""
    before = chain.GENESIS if entry.sequence == 1 else previous
    if before is not None and entry.previous_hash != before:
        yield Fault(entry.sequence, "reordered")
    if chain.hash_of(entry) != entry.hash:
        yield Fault(entry.sequence, "changed")
    if payload is not None and chain.payload_hash(payload.salt, payload.body) != entry.payload_hash:
        yield Fault(entry.sequence, "payload changed")


def _anchor_faults(hashes: dict[int, str]) -> Iterator[Fault]:
    longest = 0
    for anchor in anchors.read():
        longest = max(longest, anchor.count)
        if anchor.count in hashes and hashes[anchor.count] != anchor.head:
            yield Fault(anchor.count, "rewritten since its anchor")
    end = max(hashes, default=0)
    if longest > end:
        yield Fault(end + 1, f"cut: {longest - end} entries after this are missing")
