"""Forgetting parties that nothing needs any more."""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import ProtectedError

from klartecken.ledger import actions as ledger
from klartecken.parties.models import Ownership, Party


def forget_unused(party_ids: Iterable[UUID]) -> int:
    """Erase those of the parties that nothing rests on, and then those of their owners; return how many.

    Call it inside a step. An assignment, a prospect or a party that it owns keeps a party.
    """
    waiting, gone = list(dict.fromkeys(party_ids)), 0
    while waiting:
        party_id = waiting.pop()
        owners = list(Ownership.objects.filter(owned=party_id).values_list("owner_id", flat=True))
        if _erased(party_id):
            gone += 1
            waiting += owners
    return gone


def _erased(party_id: UUID) -> bool:
    try:
        count, _ = Party.objects.filter(pk=party_id).delete()
    except ProtectedError:  # something rests on it
        return False
    ledger.erase_payloads(subject=party_id)
    return bool(count)
