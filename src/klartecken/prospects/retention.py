"""Forgetting the enquiry that a case came from."""

from uuid import UUID

from klartecken.ledger import actions as ledger
from klartecken.prospects.models import Prospect


def forget_enquiry(prospect_id: UUID | None) -> UUID | None:
    """Erase the enquiry of a case that is erased itself; return the party it was about. Call it inside a step.

    A dream client stays: it is its owner's, with a clock of its own.
    """
    enquiry = Prospect.objects.filter(pk=prospect_id, kind=Prospect.Kind.ENQUIRY).first() if prospect_id else None
    if enquiry is None:
        return None
    Prospect.objects.filter(pk=enquiry.pk).delete()
    ledger.erase_payloads(subject=enquiry.pk)
    return enquiry.party_id
