"""Saying who a party is: a register's identifiers, taken over by a person who has looked."""

from datetime import datetime

from klartecken.assignments import queries as assignments
from klartecken.assignments.models import Assignment
from klartecken.ledger.actions import step
from klartecken.parties import actions as parties
from klartecken.parties.models import Identifier, Party
from klartecken.people.models import Person
from klartecken.screening import permissions
from klartecken.screening.errors import NoSuchHit, NotYoursToIdentify
from klartecken.screening.models import Hit
from klartecken.screening.views import HitView


def take_identity(hit: Hit | HitView, *, by: Person, now: datetime) -> Party:
    """Add the LEI (and the country, where none is known) of a register's entry to the party that it was found for.

    The changed party is then screened anew wherever it stands, now with the register's owners.
    """
    with step():
        held = Hit.objects.filter(pk=hit.pk, kind=Hit.Kind.REGISTER, run__is_current=True).first()
        lei = lei_of(held) if held else ""
        if held is None or held.party is None or not lei:
            raise NoSuchHit
        assignment = Assignment.objects.get(pk=held.assignment_id)
        if not assignments.may_edit(by, assignment) and not permissions.may_resolve(by, now=now):
            raise NotYoursToIdentify
        known = list(held.party.identifiers.values_list("scheme", "value"))
        country = held.party.country or held.country
        return parties.amend(
            held.party, by=by, now=now, identifiers=[*known, (Identifier.Scheme.LEI, lei)], country=country
        )


def lei_of(hit: Hit) -> str:
    """The LEI of a register's entry, or nothing."""
    return next((str(value) for scheme, value in hit.evidence.get("identifiers", ()) if scheme == "lei"), "")
