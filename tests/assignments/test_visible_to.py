"""The database's condition and the pure rule say the same of who sees what."""

from datetime import datetime, timedelta
from itertools import product

import pytest

from klartecken.assignments import queries
from klartecken.assignments.models import Access, Assignment, Clearance
from klartecken.core.journey import AFTER_CLEARANCE, CLOSED, State
from klartecken.core.journey.sight import SHARED_AFTER_CLOSING, Exposure, Sight, Viewer, sight
from klartecken.people import actions as people
from klartecken.people.models import Person
from tests.firm import MONDAY, Firm

NOW = MONDAY + timedelta(days=100)
RECENTLY, LONG_AGO = NOW - timedelta(days=3), NOW - SHARED_AFTER_CLOSING - timedelta(days=3)


def _assignment(firm: Firm, *, state: State, circulated: bool, masked: bool, closed_at: datetime) -> Assignment:
    assignment = firm.draft()
    clearance = Clearance.objects.create(kind="agreed", granted_at=MONDAY) if state in AFTER_CLEARANCE else None
    Assignment.objects.filter(pk=assignment.pk).update(
        state=state,
        clearance=clearance,
        circulated_at=MONDAY if circulated else None,
        mask="approved" if masked else "none",
        closed_at=closed_at if state in CLOSED | {State.ENDED} else None,
    )
    return assignment


@pytest.mark.slow
def test_the_query_and_the_rule_agree_in_every_state_for_everyone(firm: Firm) -> None:
    unsigned, _token = people.invite(email="ny@sylve.example", name="Ny Person", by=None, now=MONDAY)
    viewers: dict[Person, Viewer] = {
        unsigned: Viewer(undertaking_signed=False),
        firm.colleague: Viewer(undertaking_signed=True),
        firm.responsible: Viewer(undertaking_signed=True, is_responsible=True),
        firm.administrator: Viewer(undertaking_signed=True),
        firm.ceo: Viewer(undertaking_signed=True, is_ceo_or_resolver=True),
        firm.resolver: Viewer(undertaking_signed=True, is_ceo_or_resolver=True),
        firm.newcomer: Viewer(undertaking_signed=True, is_walled_off=True),
        firm.deputy: Viewer(undertaking_signed=True, is_named=True),
    }
    disagreements = []
    for state, circulated, masked, closed_at in product(State, (True, False), (True, False), (RECENTLY, LONG_AGO)):
        assignment = _assignment(firm, state=state, circulated=circulated, masked=masked, closed_at=closed_at)
        Access.objects.create(assignment=assignment, person=firm.newcomer, level="nothing", from_at=MONDAY)
        Access.objects.create(assignment=assignment, person=firm.deputy, level="everything", from_at=MONDAY)
        exposure = Exposure(
            state=state, was_circulated=circulated, is_masked=masked, recently_closed=closed_at == RECENTLY
        )
        for person, viewer in viewers.items():
            expected, found = sight(viewer, exposure), queries.sight_of(person, assignment, now=NOW)
            if expected is not found:
                disagreements.append((person.name, state, circulated, masked, closed_at, expected, found))

    assert disagreements == []


def test_a_party_exists_only_through_something_visible(firm: Firm) -> None:
    draft, circulating = firm.draft(client=firm.client("Utkastets AB")), firm.circulating()

    assert set(queries.visible_parties(firm.responsible, now=NOW)) == {draft.client, circulating.client}
    assert set(queries.visible_parties(firm.colleague, now=NOW)) == {circulating.client}


def test_sight_is_told_with_each_row(firm: Firm) -> None:
    circulating = firm.circulating()

    assert [(each.pk, each.sight) for each in queries.visible_to(firm.colleague, now=NOW)] == [
        (circulating.pk, Sight.EVERYTHING)
    ]
