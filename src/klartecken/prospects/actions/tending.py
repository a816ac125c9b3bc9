"""A prospect is tended by its owner: notes, the next contact, who knows whom."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import TypedDict

from typing_extensions import Unpack

from klartecken.core.refusals import NotFound
from klartecken.ledger import actions as ledger
from klartecken.people.models import Person
from klartecken.prospects import checks
from klartecken.prospects.errors import ContactMissing, NoteEmpty, NoteTooLong, Resting
from klartecken.prospects.models import Acquaintance, Note, Origin, Prospect

_NOTE, _CONTACT = 300, 160


class Tending(TypedDict, total=False):
    """What the owner can rewrite."""

    why: str
    areas: str
    origin: str
    next_contact: date | None


def hold(prospect: Prospect, *, by: Person) -> Prospect:
    """Lock the prospect and read it again; for anybody but its owner it does not exist."""
    held = Prospect.objects.select_for_update(of=("self",)).select_related("party").filter(pk=prospect.pk).first()
    if held is None or held.owner_id != by.pk:
        raise NotFound
    return held


def note(prospect: Prospect, *, words: str, by: Person, now: datetime) -> Note:
    """Write one line about a contact."""
    kept = checks.line(words, longest=_NOTE, too_long=NoteTooLong, field="words")
    if not kept:
        raise NoteEmpty(field="words")
    with ledger.step():
        held = hold(prospect, by=by)
        written = Note.objects.create(prospect=held, at=now, words=kept)
        _tended(held, "prospect.noted", by=by, now=now)
    return written


def set_next_contact(prospect: Prospect, *, on: date | None, by: Person, now: datetime) -> Prospect:
    """Choose the day of the next contact, or none: then it rests until its owner thinks of it."""
    return tend(prospect, next_contact=on, by=by, now=now)


def tend(prospect: Prospect, *, by: Person, now: datetime, **changes: Unpack[Tending]) -> Prospect:
    """Rewrite why it matters, its areas, its origin or the next contact."""
    clean = _checked(changes, now=now)
    with ledger.step():
        held = hold(prospect, by=by)
        if held.closed_at:
            raise Resting
        changed = {field: value for field, value in clean.items() if getattr(held, field) != value}
        for field, value in changed.items():
            setattr(held, field, value)
        if changed:
            _tended(held, "prospect.tended", by=by, now=now, payload={"fields": sorted(changed)})
    return held


def knows(prospect: Prospect, *, colleague: Person, contact: str, by: Person, now: datetime) -> Acquaintance:
    """Write down that a colleague knows somebody at the prospect."""
    kept = checks.line(contact, longest=_CONTACT, too_long=ContactMissing, field="contact")
    if not kept:
        raise ContactMissing(field="contact")
    with ledger.step():
        held = hold(prospect, by=by)
        row, _created = Acquaintance.objects.get_or_create(prospect=held, colleague=colleague, contact=kept)
        _tended(held, "prospect.acquaintance", by=by, now=now)
    return row


def forget_acquaintance(acquaintance: Acquaintance, *, by: Person, now: datetime) -> None:
    """Strike out who knows whom."""
    with ledger.step():
        held = hold(acquaintance.prospect, by=by)
        Acquaintance.objects.filter(pk=acquaintance.pk).delete()
        _tended(held, "prospect.acquaintance_struck", by=by, now=now)


def _checked(changes: Tending, *, now: datetime) -> dict[str, object]:
    clean: dict[str, object] = {}
    if "why" in changes:
        clean["why"] = checks.text(changes["why"], field="why")
    if "areas" in changes:
        clean["areas"] = checks.text(changes["areas"], field="areas", longest=checks.AREAS)
    if "origin" in changes:
        clean["origin"] = checks.choice(changes["origin"], Origin.values, field="origin")
    if "next_contact" in changes:
        clean["next_contact"] = checks.coming_day(changes["next_contact"], now)
    return clean


def _tended(
    prospect: Prospect, verb: str, *, by: Person, now: datetime, payload: Mapping[str, object] | None = None
) -> None:
    prospect.tended_at = now
    prospect.save()
    ledger.record(verb, subject=prospect.pk, actor=by.pk, now=now, payload=payload)
