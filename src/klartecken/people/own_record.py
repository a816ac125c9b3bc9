"""What this room keeps about one person, for that person (GDPR article 15)."""

from typing import Any

from klartecken.ledger.queries import entries_about
from klartecken.notices.queries import record_of as notices_of
from klartecken.people.models import Person, RoleHolding, Undertaking
from klartecken.people.queries import tokens_of


def own_record(person: Person) -> dict[str, Any]:
    """Return the account, the undertaking, roles, areas, tokens, notices and ledger entries about a person."""
    return {
        "account": {
            "id": person.pk,
            "name": person.name,
            "email": person.email,
            "language": person.language,
            "joined_at": person.joined_at,
            "last_login": person.last_login,
            "away_until": person.away_until,
            "shows_areas": person.shows_areas,
        },
        "undertaking": _undertaking(person),
        "roles": list(RoleHolding.objects.filter(person=person).values("role", "from_date", "until_date")),
        "areas_of_engagement": list(person.areas.values_list("words", flat=True)),
        "api_tokens": list(tokens_of(person).values("label", "created_at")),
        "notices": notices_of(person.pk),
        "ledger": list(entries_about(person.pk).values("at", "verb")),
    }


def _undertaking(person: Person) -> dict[str, Any] | None:
    signed = Undertaking.objects.filter(person=person).first()
    return {"how": signed.how, "signed_at": signed.signed_at, "text": signed.text_id} if signed else None
