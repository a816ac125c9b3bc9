"""Bearer tokens for programs that speak for one person."""

from datetime import datetime
from uuid import UUID

from klartecken.ledger.actions import record, step
from klartecken.people.errors import HasLeft
from klartecken.people.models import ApiToken, Person
from klartecken.people.tokens import hash_of, new_token

LONGEST_LABEL = 80


def issue_token(person: Person, *, label: str, now: datetime) -> str:
    """Issue a token that may do what the person may; it is shown this once and kept as a hash."""
    if not person.is_active:
        raise HasLeft
    token = new_token()
    with step():
        label = " ".join(label.split())[:LONGEST_LABEL]
        ApiToken.objects.create(person=person, token_hash=hash_of(token), label=label, created_at=now)
        record("people.token_issued", subject=person.pk, actor=person.pk, now=now)
    return token


def revoke_token(person: Person, token_id: UUID, *, now: datetime) -> None:
    """End one of the person's own tokens at once."""
    with step():
        ended = ApiToken.objects.filter(person=person, pk=token_id, revoked_at__isnull=True).update(revoked_at=now)
        if ended:
            record("people.token_revoked", subject=person.pk, actor=person.pk, now=now)
