"""What the others see of a masked assignment: its work and its world, and nobody's name outside the firm."""

from datetime import datetime
from typing import Any

from klartecken.assignments.models import Assignment, Position
from klartecken.circulation import queries as circulation
from klartecken.core.journey import State
from klartecken.parties import queries as parties
from klartecken.parties.models import Party, Sector
from klartecken.people.models import Person
from klartecken.web.assignments.page import speaking
from klartecken.web.assignments.situation import situation
from klartecken.web.assignments.words import POSITIONS, STATES, country_name


def masked_page(assignment: Assignment, *, person: Person, now: datetime) -> dict[str, Any]:
    """Read what the mask lets through: sector, issues and positions, countries of ownership, the proposed work."""
    valid = circulation.current_round(assignment)
    where = situation(assignment, valid, [], person=person, now=now)
    positions = Position.objects.filter(assignment=assignment).select_related("issue")
    context = speaking(assignment, valid, where, person=person)
    return context | {
        "case": assignment.pk,
        "summary": assignment.masked_summary,
        "responsible": assignment.responsible.name,
        "state": STATES[State(assignment.state)],
        "question": "",
        "where": where,
        "sectors": list(Sector.objects.filter(party=assignment.client_id).values_list("code", flat=True)),
        "positions": [(row.issue, POSITIONS[row.stance]) for row in positions],
        "countries": countries_of_ownership(assignment.client),
    }


def countries_of_ownership(client: Party) -> list[str]:
    """Return the countries in which those who hold the client are established, the largest holding first."""
    return [country_name(code) for code in parties.shares_of(client).by_country]
