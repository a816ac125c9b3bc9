"""From a request's body to the fields of an assignment: addresses become people, names become parties and issues."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.utils.translation import gettext_noop as _

from klartecken.api.assignments.shapes import ClientIn, Further, PartyIn, PositionShape
from klartecken.core.refusals import Invalid
from klartecken.parties import actions as parties
from klartecken.parties.models import Issue, Party
from klartecken.people import queries as people
from klartecken.people.models import Person


def entered(body: Further, *, by: Person, now: datetime) -> dict[str, Any]:
    """Return what was sent as the values that `assignments.actions` takes; what was left out is not there."""
    fields = {field: getattr(body, field) for field in body.model_fields_set if getattr(body, field) is not None}
    for field in ("may_ask_affected", "intermediary"):
        if field in body.model_fields_set:
            fields[field] = getattr(body, field)
    if fields.get("client"):
        fields["client"] = party(fields["client"], by=by, now=now)
    if fields.get("responsible"):
        fields["responsible"] = colleague(fields["responsible"], field="responsible", now=now)
    if "team" in fields:
        fields["team"] = [colleague(each, field="team", now=now) for each in fields["team"]]
    if "parties" in fields:
        fields["parties"] = _parties(fields["parties"], by=by, now=now)
    if "positions" in fields:
        fields["positions"] = _positions(fields["positions"])
    return fields


def party(client: ClientIn, *, by: Person, now: datetime) -> Party:
    """Register the party that was described. It is never looked up among parties: that would be an oracle."""
    return parties.register(
        name=client.name,
        kind=client.kind,
        country=client.country,
        identifiers=tuple((each.scheme, each.value) for each in client.identifiers),
        sectors=tuple(_sector(each) for each in client.sectors),
        by=by,
        now=now,
    )


def colleague(email: str, *, field: str, now: datetime) -> Person:
    """Find a colleague by address."""
    person = people.colleagues(now).filter(email__iexact=email.strip()).first()
    if person is None:
        raise Invalid(_("Ingen kollega har den adressen."), field=field)
    return person


def _sector(text: str) -> tuple[str, str]:
    version, _colon, code = text.rpartition(":")
    return (version or "SNI2007", code)


def _parties(rows: Sequence[PartyIn], *, by: Person, now: datetime) -> list[tuple[Party, str]]:
    return [(party(each, by=by, now=now), each.role) for each in rows]


def _positions(rows: Sequence[PositionShape]) -> list[tuple[Issue, int, str]]:
    return [(_issue(each.issue), each.stance, each.words) for each in rows]


def _issue(name: str) -> Issue:
    found = Issue.objects.filter(name_sv__iexact=name).first() or Issue.objects.filter(name_en__iexact=name).first()
    if found is None:
        raise Invalid(_("Frågan finns inte i listan över sakfrågor."), field="positions")
    return found
