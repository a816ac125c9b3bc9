"""A prospect is laid aside, taken up again, handed over, and erased when its clock has run out."""

from datetime import datetime

from django.db.models import ProtectedError

from klartecken.ledger import actions as ledger
from klartecken.parties.models import Party
from klartecken.people.models import Person
from klartecken.prospects.actions.tending import hold
from klartecken.prospects.models import Prospect


def close(prospect: Prospect, *, by: Person, now: datetime) -> Prospect:
    """Lay a prospect aside; its notes stay until their clock has run out."""
    with ledger.step():
        held = hold(prospect, by=by)
        if held.closed_at is None:
            held.closed_at, held.next_contact = now, None
            held.save()
            ledger.record("prospect.closed", subject=held.pk, actor=by.pk, now=now)
    return held


def take_up_again(prospect: Prospect, *, by: Person, now: datetime) -> Prospect:
    """Take up a prospect that was laid aside."""
    with ledger.step():
        held = hold(prospect, by=by)
        if held.closed_at is not None:
            held.closed_at, held.tended_at = None, now
            held.save()
            ledger.record("prospect.taken_up", subject=held.pk, actor=by.pk, now=now)
    return held


def hand_over(leaver: Person, *, to: Person, now: datetime, by: Person | None = None) -> int:
    """Give everything in a leaver's garden to a colleague; return how many. The dates and notes go along."""
    with ledger.step():
        handed = list(Prospect.objects.select_for_update().filter(owner=leaver))
        for prospect in handed:
            prospect.owner = to
            prospect.save(update_fields=["owner"])
            actor = by.pk if by else ledger.SYSTEM
            told = {"to": str(to.pk)}
            ledger.record("prospect.handed_over", subject=prospect.pk, actor=actor, now=now, payload=told)
    return len(handed)


def erase_untended(*, before: datetime, now: datetime) -> int:
    """Erase prospects that nobody has tended since `before`, with their parties where nothing else needs them.

    The ledger keeps its commitments; what they committed to is erased too.
    """
    with ledger.step():
        untended = list(Prospect.objects.filter(tended_at__lt=before).select_related("party"))
        for prospect in untended:
            _erase(prospect)
            ledger.record("prospect.erased", subject=prospect.pk, actor=ledger.SYSTEM, now=now)
    return len(untended)


def _erase(prospect: Prospect) -> None:
    ledger.erase_payloads(subject=prospect.pk)
    party = prospect.party
    Prospect.objects.filter(pk=prospect.pk).delete()
    try:
        Party.objects.get(pk=party.pk).delete()
    except ProtectedError:  # an assignment, another prospect or an ownership rests on it
        return
    ledger.erase_payloads(subject=party.pk)
