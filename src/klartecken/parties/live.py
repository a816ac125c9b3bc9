"""The firm's own parties in memory, searchable by name the moment they are known.

Each process keeps its own copy. Before it answers, it asks the database in two cheap queries whether anything has
changed since it last looked, here or in another process, and reads only what has. What was read inside a transaction
is trusted once that transaction has been committed, and read again until then.
"""

import threading
from dataclasses import dataclass, field
from uuid import UUID

from django.db import transaction

from klartecken.parties import queries
from klartecken.parties.models import Party
from klartecken.registers.live import LiveIndex


@dataclass(frozen=True, slots=True)
class Mark:
    """Where the table of parties stands: how many, and which changed last."""

    count: int = 0
    last: UUID | None = None
    revision: int = 0


@dataclass(slots=True)
class _Copy:
    """This process's index, the mark up to which it is committed, and the parties that may yet be undone."""

    index: LiveIndex = field(default_factory=LiveIndex)
    committed: Mark = field(default_factory=Mark)
    unsure: set[UUID] = field(default_factory=set)
    readings: int = 0


_lock = threading.Lock()
_copy = _Copy()


def index() -> LiveIndex:
    """Return the index of all parties, with every change that the present transaction can see."""
    with _lock:
        mark = _present_mark()
        if mark != _copy.committed or _copy.unsure:
            _catch_up(mark)
        return _copy.index


def forget() -> None:
    """Empty this process's copy: the next search reads every party anew."""
    with _lock:
        _copy.index, _copy.committed = LiveIndex(), Mark()
        _copy.unsure, _copy.readings = set(), _copy.readings + 1


def _present_mark() -> Mark:
    newest = Party.objects.order_by("-revision", "-id").values_list("id", "revision").first()
    if newest is None:
        return Mark()
    return Mark(count=Party.objects.count(), last=newest[0], revision=newest[1])


def _catch_up(mark: Mark) -> None:
    read = _read_changed() if _still_there(_copy.committed) else None
    if read is None or len(_copy.index) != mark.count:  # some were erased, or the database is another one
        read = _read_all()
    _copy.readings += 1
    _copy.unsure = read
    reading = _copy.readings
    transaction.on_commit(lambda: _settle(mark, reading))


def _settle(mark: Mark, reading: int) -> None:
    """Trust what a reading found, unless somebody has read since."""
    if _copy.readings == reading:
        _copy.committed, _copy.unsure = mark, set()


def _still_there(mark: Mark) -> bool:
    return mark.last is not None and Party.objects.filter(pk=mark.last, revision__gte=mark.revision).exists()


def _read_changed() -> set[UUID]:
    changed = Party.objects.filter(revision__gt=_copy.committed.revision)
    again = Party.objects.filter(pk__in=_copy.unsure)
    parties = {party.pk: party for party in queries.with_particulars(changed | again)}
    for gone in _copy.unsure - parties.keys():
        _copy.index.remove(str(gone))
    for party in parties.values():
        _copy.index.add(queries.as_entity(party))
    return set(parties)


def _read_all() -> set[UUID]:
    parties = list(queries.with_particulars(Party.objects.all()))
    _copy.index = LiveIndex(queries.as_entity(party) for party in parties)
    return {party.pk for party in parties}
