"""The way it goes when nobody disagrees: from a proposal to the public list."""

import pytest

from klartecken.assignments import actions as assignments
from klartecken.assignments.models import Clearance
from klartecken.circulation import actions as circulation
from klartecken.circulation import queries as rounds
from klartecken.core.journey import State
from klartecken.deciding import actions as deciding
from klartecken.deciding.errors import NotReadyForClearance, QuoteGateClosed, StartGateClosed
from klartecken.ledger import queries as ledger
from klartecken.publication import queries as publication
from tests.firm import LATER, MONDAY, WINDOW_ENDED, Firm, fresh


def test_an_agreed_assignment_goes_all_the_way_to_the_public_list(firm: Firm) -> None:
    assignment = firm.draft(lobbying="yes")

    circulation.circulate(assignment, by=firm.responsible, now=MONDAY)
    firm.deliver(now=MONDAY)
    circulation.give_viewpoint(assignment, by=firm.newcomer, now=MONDAY, stance="support", words="Det här tror jag på.")
    circulation.close_round(assignment, by=None, now=WINDOW_ENDED)
    deciding.confirm(fresh(assignment), by=firm.responsible, now=WINDOW_ENDED)
    assignments.tell_openness(assignment, by=firm.responsible, now=WINDOW_ENDED)
    deciding.quote(fresh(assignment), by=firm.responsible, now=WINDOW_ENDED)
    assignments.accept_openness(assignment, accepted_by="Vd", by=firm.responsible, now=LATER)
    assert list(publication.public_list()) == []
    deciding.start(fresh(assignment), by=firm.responsible, now=LATER)

    ended = fresh(assignment)
    assert ended.state == State.ONGOING
    assert ended.clearance is not None
    assert ended.clearance.kind == Clearance.Kind.AGREED
    assert [entry.assignment_id for entry in publication.public_list()] == [assignment.pk]
    assert ledger.verify().faults == ()


def test_a_quote_cannot_leave_before_everyone_was_informed(firm: Firm) -> None:
    assignment = firm.draft()
    circulation.circulate(assignment, by=firm.responsible, now=MONDAY)

    valid = rounds.current_round(assignment)
    assert valid is not None
    assert rounds.to_be_informed(valid, now=MONDAY).count() == len(firm.everyone) - 1
    with pytest.raises(QuoteGateClosed) as refusal:
        deciding.quote(fresh(assignment), by=firm.responsible, now=WINDOW_ENDED)

    assert {missing.code for missing in refusal.value.missing} >= {"clearance", "everyone_informed", "window"}
    assert fresh(assignment).state == State.CIRCULATING


def test_the_responsible_consultant_cannot_clear_before_the_window_has_ended(firm: Firm) -> None:
    assignment = firm.circulating()

    with pytest.raises(NotReadyForClearance) as refusal:
        deciding.confirm(assignment, by=firm.responsible, now=MONDAY)

    assert "window" in {missing.code for missing in refusal.value.missing}


def test_silence_is_neither_support_nor_a_block(firm: Firm) -> None:
    assignment = firm.round_closed()

    assert rounds.viewpoints(assignment) == []
    deciding.confirm(assignment, by=firm.responsible, now=WINDOW_ENDED)
    assert fresh(assignment).state == State.CLEARED


def test_a_team_members_word_is_asked_for_before_the_quote(firm: Firm) -> None:
    assignment = firm.cleared(team=[firm.colleague])

    with pytest.raises(QuoteGateClosed) as refusal:
        deciding.quote(assignment, by=firm.responsible, now=WINDOW_ENDED)
    assert [missing.code for missing in refusal.value.missing] == ["team_word"]

    assignments.stand_behind(assignment, by=firm.colleague, now=WINDOW_ENDED, words="Gärna.")
    deciding.quote(fresh(assignment), by=firm.responsible, now=WINDOW_ENDED)
    assert fresh(assignment).state == State.QUOTED


def test_a_team_member_who_opted_out_closes_the_gate_without_being_named(firm: Firm) -> None:
    assignment = firm.circulating(team=[firm.colleague])
    circulation.opt_out(assignment, by=firm.colleague)
    circulation.close_round(assignment, by=None, now=WINDOW_ENDED)
    deciding.confirm(fresh(assignment), by=firm.responsible, now=WINDOW_ENDED)
    assignments.stand_behind(assignment, by=firm.colleague, now=WINDOW_ENDED)

    with pytest.raises(QuoteGateClosed) as refusal:
        deciding.quote(fresh(assignment), by=firm.responsible, now=WINDOW_ENDED)

    assert [(m.code, firm.colleague.name in m.message) for m in refusal.value.missing] == [("team", False)]


def test_lobbying_starts_only_when_the_openness_requirement_is_accepted(firm: Firm) -> None:
    assignment = firm.quoted(lobbying="yes")

    with pytest.raises(StartGateClosed) as refusal:
        deciding.start(assignment, by=firm.responsible, now=LATER)

    assert "openness_accepted" in {missing.code for missing in refusal.value.missing}
    assert list(publication.public_list()) == []


def test_ending_gives_the_public_entry_its_end_date(firm: Firm) -> None:
    assignment = firm.ongoing(lobbying="yes")
    assert [entry.ended_on for entry in publication.public_list()] == [None]

    deciding.end(assignment, by=firm.responsible, now=LATER)

    assert [entry.ended_on for entry in publication.public_list()] == [LATER.date()]
