"""The CEO, the deputy, the chair, and a world that changes after the clearance."""

from datetime import timedelta

import pytest

from klartecken.assignments import actions as assignments
from klartecken.assignments.errors import Blocked
from klartecken.assignments.models import Clearance
from klartecken.circulation import actions as circulation
from klartecken.core.journey import State
from klartecken.deciding import actions, queries
from klartecken.deciding.errors import NotYourOwnCase, OnlyTheCeo, StartGateClosed
from klartecken.parties import actions as parties
from klartecken.people import actions as people
from klartecken.people.models import Role
from klartecken.publication import queries as publication
from klartecken.publication.actions import publish
from klartecken.publication.errors import NothingToPublishYet
from tests.firm import LATER, MONDAY, WINDOW_ENDED, Firm, fresh

REASONS = "Vi har vägt det."


def test_a_deputy_decides_in_the_named_period_and_not_after_it(firm: Firm) -> None:
    first, last = WINDOW_ENDED.date(), WINDOW_ENDED.date() + timedelta(days=7)
    people.name_deputy(firm.deputy, by=None, now=WINDOW_ENDED, from_date=first, until_date=last)
    assignment = firm.circulating()
    circulation.give_viewpoint(assignment, by=firm.colleague, now=MONDAY, stance="object")
    circulation.close_round(assignment, by=None, now=WINDOW_ENDED)

    with pytest.raises(OnlyTheCeo):
        actions.decide(
            assignment, by=firm.deputy, now=WINDOW_ENDED + timedelta(days=8), outcome="accept", reasons=REASONS
        )
    decision = actions.decide(assignment, by=firm.deputy, now=WINDOW_ENDED, outcome="accept", reasons=REASONS)

    assert decision.capacity == "deputy"


def test_the_ceos_own_case_is_decided_by_the_chair_where_the_firm_has_chosen_so(firm: Firm) -> None:
    people.change_firm({"ceo_own_cases_decided_by_others": True}, by=firm.ceo, now=MONDAY)
    people.give_role(firm.newcomer, Role.BOARD_CHAIR, by=None, now=MONDAY)
    assignment = firm.draft(responsible=firm.ceo)
    circulation.circulate(assignment, by=firm.ceo, now=MONDAY)
    firm.deliver(now=MONDAY)
    circulation.give_viewpoint(assignment, by=firm.colleague, now=MONDAY, stance="object")
    circulation.close_round(assignment, by=None, now=WINDOW_ENDED)

    with pytest.raises(NotYourOwnCase):
        actions.decide(assignment, by=firm.ceo, now=WINDOW_ENDED, outcome="accept", reasons=REASONS)
    decision = actions.decide(assignment, by=firm.newcomer, now=WINDOW_ENDED, outcome="decline", reasons=REASONS)

    assert decision.capacity == "board_chair"


def test_what_waits_for_the_ceo_waits_for_nobody_else(firm: Firm) -> None:
    assignment = firm.circulating()
    circulation.give_viewpoint(assignment, by=firm.colleague, now=MONDAY, stance="object")
    circulation.close_round(assignment, by=None, now=WINDOW_ENDED)

    assert [each.assignment for each in queries.waiting_for(firm.ceo, now=WINDOW_ENDED)] == [assignment]
    assert queries.waiting_for(firm.responsible, now=WINDOW_ENDED) == []


def test_a_clearance_is_taken_back_when_an_owner_that_must_be_weighed_turns_up(firm: Firm) -> None:
    assignment = firm.cleared()
    holding = parties.register(name="Hai Feng Holdings", country="CN", by=firm.responsible, now=LATER)

    parties.state_owner(
        assignment.client,
        holding,
        share=None,
        controls=True,
        source="Aktiebok",
        stated_on=LATER.date(),
        asserter="Jonas Ek",
        by=firm.responsible,
        now=LATER,
    )

    changed = fresh(assignment)
    assert changed.state == State.ESCALATED
    assert changed.clearance is None


def test_suspended_work_goes_on_only_by_the_ceo_and_through_the_gate(firm: Firm) -> None:
    assignment = firm.ongoing()
    actions.suspend(assignment, by=firm.responsible, now=LATER, reason="Ägarna är oklara")

    with pytest.raises(OnlyTheCeo):
        actions.resume(assignment, by=firm.responsible, now=LATER, reasons=REASONS)
    actions.resume(assignment, by=firm.ceo, now=LATER, reasons=REASONS)

    assert fresh(assignment).state == State.ONGOING


@pytest.mark.parametrize("from_before", [False, True])
def test_begun_work_for_somebody_else_waits_for_the_colleagues_also_when_the_ceo_says_yes(
    firm: Firm, *, from_before: bool
) -> None:
    assignment = firm.ongoing()
    if from_before:
        assignment.rounds.all().delete()
        Clearance.objects.filter(assignment=assignment).update(kind=Clearance.Kind.BEFORE_KLARTECKEN)
    another = firm.client("Nordmalms Kraft AB", now=LATER)
    assignments.amend(assignment, {"client": another}, by=firm.responsible, now=LATER, reason="Bolaget är sålt")

    with pytest.raises(StartGateClosed) as refusal:
        actions.resume(assignment, by=firm.ceo, now=LATER, reasons=REASONS)
    assert {each.code for each in refusal.value.missing} >= {"everyone_informed", "window"}
    firm.deliver(now=LATER)
    circulation.close_round(assignment, by=firm.ceo, now=LATER, reason="Bolaget ska betala på fredag")
    actions.resume(assignment, by=firm.ceo, now=LATER, reasons=REASONS)

    assert fresh(assignment).state == State.ONGOING


def test_for_whom_begun_lobbying_would_be_is_public_when_it_goes_on_and_not_before(firm: Firm) -> None:
    assignment = firm.ongoing(lobbying="yes")
    assert [each.client_name for each in publication.public_list()] == ["Åkerbruket Energi AB"]
    another = firm.client("Nordmalms Kraft AB", now=LATER)

    assignments.amend(assignment, {"client": another}, by=firm.responsible, now=LATER, reason="Bolaget är sålt")
    assert [each.client_name for each in publication.public_list()] == ["Åkerbruket Energi AB"]
    firm.deliver(now=LATER)
    circulation.close_round(assignment, by=firm.ceo, now=LATER, reason="Bolaget ska betala på fredag")
    assignments.tell_openness(assignment, by=firm.responsible, now=LATER)
    assignments.accept_openness(assignment, accepted_by="Vd", by=firm.responsible, now=LATER)
    actions.resume(assignment, by=firm.ceo, now=LATER, reasons=REASONS)

    assert [each.client_name for each in publication.public_list()] == ["Nordmalms Kraft AB"]


def test_what_becomes_lobbying_is_published_when_it_goes_on_and_not_before(firm: Firm) -> None:
    assignment = firm.ongoing()
    assignments.amend(assignment, {"lobbying": "yes"}, by=firm.responsible, now=LATER, reason="Det gäller en lag nu")

    with pytest.raises(NothingToPublishYet):
        publish(assignment, by=firm.colleague, now=LATER)
    assert list(publication.unpublished_lobbying()) == []
    firm.deliver(now=LATER)
    circulation.close_round(assignment, by=firm.ceo, now=LATER, reason="Lagen är ute på remiss")
    assignments.tell_openness(assignment, by=firm.responsible, now=LATER)
    assignments.accept_openness(assignment, accepted_by="Vd", by=firm.responsible, now=LATER)
    actions.resume(assignment, by=firm.ceo, now=LATER, reasons=REASONS)

    assert [each.client_name for each in publication.public_list()] == ["Åkerbruket Energi AB"]


def test_a_block_stops_every_move_until_it_is_lifted(firm: Firm) -> None:
    assignment = firm.ongoing()
    assignments.block(assignment, code="unpublished", message="Uppdraget är inte publicerat.", now=LATER)

    with pytest.raises(Blocked) as refusal:
        actions.end(assignment, by=firm.responsible, now=LATER)
    assert [each.code for each in refusal.value.missing] == ["unpublished"]

    assignments.lift_block(assignment, code="unpublished", now=LATER)
    actions.end(assignment, by=firm.responsible, now=LATER)
    assert fresh(assignment).state == State.ENDED


def test_a_gambling_company_goes_to_the_ceo_without_any_objection(firm: Firm) -> None:
    client = firm.client("Spelhörnan AB", sectors=(("SNI2007", "92.000"),))
    assignment = firm.round_closed(client=client)

    assert assignment.state == State.ESCALATED
    actions.decide(assignment, by=firm.ceo, now=WINDOW_ENDED, outcome="accept", reasons=REASONS)
    assert fresh(assignment).state == State.CLEARED
