"""Saying who a party is: a register's identifiers, taken over by a person who has looked."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from klartecken.assignments import queries as assignments
from klartecken.assignments.models import Assignment
from klartecken.ledger.actions import step
from klartecken.parties import actions as parties
from klartecken.parties import sectors
from klartecken.parties.models import Party
from klartecken.people.models import Person
from klartecken.screening import permissions
from klartecken.screening.errors import NoSuchHit, NotYoursToIdentify
from klartecken.screening.models import Hit
from klartecken.screening.views import HitView, numbers_in


def take_identity(hit: Hit | HitView, *, by: Person, now: datetime) -> Party:
    """Add the numbers of a register's entry to the party that it was found for, and what else the firm lacks.

    The changed party is then screened anew wherever it stands, now with the register's owners.
    """
    with step():
        held = Hit.objects.filter(pk=hit.pk, kind=Hit.Kind.REGISTER, run__is_current=True).first()
        numbers = numbers_in(held.evidence) if held else []
        if held is None or held.party is None or not numbers:
            raise NoSuchHit
        assignment = Assignment.objects.get(pk=held.assignment_id)
        if not assignments.may_edit(by, assignment) and not permissions.may_resolve(by, now=now):
            raise NotYoursToIdentify
        known = list(held.party.identifiers.values_list("scheme", "value"))
        industry = list(held.party.sectors.values_list("version", "code")) or sectors_in(held.evidence)
        country = held.party.country or held.country
        return parties.amend(
            held.party, by=by, now=now, identifiers=[*known, *numbers], country=country, sectors=industry
        )


def sectors_in(evidence: Mapping[str, Any]) -> list[tuple[str, str]]:
    """The industry codes of a register's entry, with their versions."""
    codes = (str(each).partition(":") for each in evidence.get("extra", {}).get("sectors", ()))
    return [(version, code) for version, _colon, code in codes if code and version in sectors.VERSIONS]
