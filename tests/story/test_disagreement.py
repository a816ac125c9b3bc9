"""The ways it goes when somebody disagrees, or the law or the policy has something to say."""

from datetime import timedelta

import pytest

from klartecken.assignments import actions as assignments
from klartecken.assignments import queries as seen
from klartecken.assignments.models import Assignment, Clearance
from klartecken.circulation import actions as circulation
from klartecken.circulation.errors import NeverMaskLobbying, ViewpointAfterWindow, WindowStillOpen
from klartecken.core.journey import State
from klartecken.core.refusals import NotFound
from klartecken.deciding import actions as deciding
from klartecken.deciding.errors import (
    AlreadyDecided,
    NeedsTheCeo,
    OnlyTheCeo,
    QuoteGateClosed,
    ReasonsNeeded,
    TooLateForVeto,
)
from klartecken.deciding.models import Condition
from tests.firm import LATER, MONDAY, WINDOW_ENDED, Firm, fresh


def _objected(firm: Firm) -> Assignment:
    assignment = firm.circulating()
    circulation.give_viewpoint(assignment, by=firm.colleague, now=MONDAY, stance="object", words="Vem äger dem?")
    circulation.close_round(assignment, by=None, now=WINDOW_ENDED)
    return fresh(assignment)


def test_one_objection_goes_to_the_ceo_when_the_window_has_ended_and_not_before(firm: Firm) -> None:
    assignment = firm.circulating()

    circulation.give_viewpoint(assignment, by=firm.colleague, now=MONDAY, stance="object")
    assert fresh(assignment).state == State.CIRCULATING
    circulation.close_round(assignment, by=None, now=WINDOW_ENDED)

    assert fresh(assignment).state == State.ESCALATED
    with pytest.raises(NeedsTheCeo):
        deciding.confirm(fresh(assignment), by=firm.responsible, now=WINDOW_ENDED)


def test_the_ceo_accepts_with_reasons_and_a_condition_that_the_gate_asks_for(firm: Firm) -> None:
    assignment = _objected(firm)

    deciding.decide(
        assignment,
        by=firm.ceo,
        now=WINDOW_ENDED,
        outcome="accept",
        reasons="Frågan är viktig.",
        conditions=[("Ägarna redovisas skriftligt", "before_quote")],
    )
    with pytest.raises(QuoteGateClosed) as refusal:
        deciding.quote(fresh(assignment), by=firm.responsible, now=LATER)
    assert [missing.code for missing in refusal.value.missing] == ["condition"]

    deciding.meet_condition(Condition.objects.get(), by=firm.responsible, now=LATER, evidence="Brev den 9 september")
    deciding.quote(fresh(assignment), by=firm.responsible, now=LATER)
    quoted = fresh(assignment)
    assert quoted.state == State.QUOTED
    assert quoted.clearance is not None
    assert quoted.clearance.kind == Clearance.Kind.DECIDED


def test_nobody_but_the_ceo_decides_and_never_without_reasons(firm: Firm) -> None:
    assignment = _objected(firm)

    for person in (firm.responsible, firm.colleague, firm.deputy, firm.resolver, firm.administrator):
        with pytest.raises(OnlyTheCeo):
            deciding.decide(assignment, by=person, now=WINDOW_ENDED, outcome="accept", reasons="Ja.")
    with pytest.raises(ReasonsNeeded):
        deciding.decide(assignment, by=firm.ceo, now=WINDOW_ENDED, outcome="accept", reasons="  ")
    assert fresh(assignment).state == State.ESCALATED


def test_a_second_decision_is_refused_and_told(firm: Firm) -> None:
    assignment = _objected(firm)
    deciding.decide(assignment, by=firm.ceo, now=WINDOW_ENDED, outcome="decline", reasons="Nej.")

    with pytest.raises(AlreadyDecided):
        deciding.decide(assignment, by=firm.ceo, now=WINDOW_ENDED, outcome="accept", reasons="Ja.")

    assert fresh(assignment).state == State.DECLINED


def test_a_veto_stops_what_was_agreed_and_comes_too_late_when_work_has_begun(firm: Firm) -> None:
    cleared, ongoing = (
        firm.cleared(),
        firm.ongoing(client=firm.client("Lärkans Förskolor AB", sectors=(("SNI2007", "85.100"),))),
    )

    deciding.veto(cleared, by=firm.ceo, now=LATER, reasons="Det skadar förtroendet för oss.")

    assert fresh(cleared).state == State.DECLINED
    with pytest.raises(TooLateForVeto):
        deciding.veto(ongoing, by=firm.ceo, now=LATER, reasons="Nej.")


def test_declined_cases_are_gone_for_colleagues_after_thirty_days(firm: Firm) -> None:
    assignment = firm.circulating()
    deciding.decline(assignment, by=firm.responsible, now=MONDAY, reasons="Vi hinner inte.")
    soon, later = MONDAY + timedelta(days=29), MONDAY + timedelta(days=31)

    assert seen.get_visible(firm.colleague, assignment.pk, now=soon).pk == assignment.pk
    with pytest.raises(NotFound):
        seen.get_visible(firm.colleague, assignment.pk, now=later)
    assert seen.get_visible(firm.ceo, assignment.pk, now=later).pk == assignment.pk


def test_an_enquirer_who_draws_back_at_the_openness_requirement_is_remembered_as_self_deterred(firm: Firm) -> None:
    assignment = firm.circulating(lobbying="yes")

    assignments.withdraw(assignment, because="openness", words="De vill inte synas.", by=firm.responsible, now=MONDAY)

    withdrawn = fresh(assignment)
    assert (withdrawn.state, withdrawn.closing_reason) == (State.WITHDRAWN, "openness")


def test_a_masked_case_hides_the_name_until_it_is_lifted_before_the_quote(firm: Firm) -> None:
    assignment = firm.draft(client=firm.client("Hemliga Bolaget AB"), summary="Hemliga Bolaget byter ägare")
    circulation.request_mask(
        assignment, by=firm.responsible, now=MONDAY, masked_summary="Ett ägarbyte i lantbruket", reason="Börsregler"
    )
    circulation.approve_mask(assignment, by=firm.ceo, now=MONDAY)
    circulation.circulate(assignment, by=firm.responsible, now=MONDAY)
    firm.deliver(now=MONDAY)

    assert seen.get_visible(firm.ceo, assignment.pk, now=MONDAY).sight == "everything"
    assert seen.get_visible(firm.colleague, assignment.pk, now=MONDAY).sight == "mask"
    with pytest.raises(NotFound):
        seen.get_whole(firm.colleague, assignment.pk, now=MONDAY)

    circulation.close_round(assignment, by=None, now=WINDOW_ENDED)
    deciding.confirm(fresh(assignment), by=firm.responsible, now=WINDOW_ENDED)
    with pytest.raises(QuoteGateClosed) as refusal:
        deciding.quote(fresh(assignment), by=firm.responsible, now=WINDOW_ENDED)
    assert "masked" in {missing.code for missing in refusal.value.missing}

    circulation.lift_mask(assignment, by=firm.responsible, now=WINDOW_ENDED)
    with pytest.raises(QuoteGateClosed) as refusal:
        deciding.quote(fresh(assignment), by=firm.responsible, now=WINDOW_ENDED)
    assert [missing.code for missing in refusal.value.missing] == ["everyone_informed"]
    firm.deliver(now=LATER)
    deciding.quote(fresh(assignment), by=firm.responsible, now=LATER)
    assert seen.get_visible(firm.colleague, assignment.pk, now=LATER).sight == "everything"


def test_lobbying_is_never_masked(firm: Firm) -> None:
    for lobbying in ("yes", "unsure"):
        assignment = firm.draft(lobbying=lobbying)
        with pytest.raises(NeverMaskLobbying):
            circulation.request_mask(assignment, by=firm.responsible, now=MONDAY, masked_summary="x", reason="y")


def test_only_the_ceo_shortens_the_window_and_says_why(firm: Firm) -> None:
    assignment = firm.circulating()

    with pytest.raises(WindowStillOpen):
        circulation.close_round(assignment, by=firm.responsible, now=MONDAY, reason="Kunden har bråttom")
    closed = circulation.close_round(assignment, by=firm.ceo, now=MONDAY, reason="Kunden har bråttom")

    assert (closed.shortened_by, closed.shortened_reason) == (firm.ceo, "Kunden har bråttom")


def test_a_viewpoint_after_the_window_is_refused_and_nothing_is_kept(firm: Firm) -> None:
    assignment = firm.circulating()

    with pytest.raises(ViewpointAfterWindow):
        circulation.give_viewpoint(assignment, by=firm.colleague, now=WINDOW_ENDED, stance="support")


def test_an_amended_client_after_clearance_goes_round_again(firm: Firm) -> None:
    assignment = firm.cleared()
    effect = assignments.preview_amendment(assignment, {"client": firm.client("Ett annat bolag AB")})

    assignments.amend(
        assignment,
        {"client": firm.client("Ett annat bolag AB")},
        by=firm.responsible,
        now=LATER,
        reason="Moderbolaget blir uppdragsgivare",
    )

    amended = fresh(assignment)
    assert amended.state == effect.state == State.CIRCULATING
    assert amended.clearance is None
    assert [each.number for each in amended.rounds.filter(voided_at__isnull=True)] == [2]


def test_a_changed_lobbying_answer_suspends_ongoing_work(firm: Firm) -> None:
    assignment = firm.ongoing()

    assignments.amend(
        assignment, {"lobbying": "yes"}, by=firm.responsible, now=LATER, reason="Uppdraget har fått en politisk del"
    )

    assert fresh(assignment).state == State.SUSPENDED
