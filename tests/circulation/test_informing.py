"""Who is told, of what, and what a failure of telling gives away."""

import pytest
from django.core import mail

from klartecken.assignments import actions as assignments
from klartecken.assignments import queries as seen
from klartecken.assignments.errors import NotYourAssignment
from klartecken.assignments.models import Assignment
from klartecken.circulation import actions, queries
from klartecken.circulation.errors import NoMask, NoRound
from klartecken.circulation.models import Informed
from klartecken.core.refusals import Invalid
from klartecken.deciding import actions as deciding
from klartecken.notices.models import Notice
from tests.firm import LATER, MONDAY, WINDOW_ENDED, Firm, fresh

NAME = "Åkerbruket Energi AB"


def test_nobody_is_told_the_name_of_what_came_to_nothing_under_a_mask(firm: Firm) -> None:
    draft = firm.draft()
    actions.request_mask(draft, by=firm.responsible, now=MONDAY, masked_summary="Ett energibolag", reason="Börsen")
    actions.approve_mask(draft, by=firm.ceo, now=MONDAY)
    actions.circulate(fresh(draft), by=firm.responsible, now=MONDAY)
    firm.deliver(now=MONDAY)
    assert len(mail.outbox) == len(firm.everyone) - 1
    deciding.decline(fresh(draft), by=firm.responsible, now=LATER, reasons="Det passar inte oss.")

    with pytest.raises(NoMask):
        actions.lift_mask(fresh(draft), by=firm.responsible, now=LATER)
    with pytest.raises(NoRound):
        actions.inform_again(fresh(draft), by=firm.responsible, now=LATER)
    firm.deliver(now=LATER)

    assert [letter for letter in mail.outbox if NAME in letter.subject + str(letter.body)] == []


def test_a_wall_is_put_up_and_taken_away_by_the_ceo_or_the_resolver(firm: Firm) -> None:
    assignment = firm.circulating()

    with pytest.raises(NotYourAssignment):
        assignments.wall(assignment, firm.newcomer, by=firm.colleague, now=MONDAY)
    assignments.wall(assignment, firm.newcomer, by=firm.resolver, now=MONDAY)
    with pytest.raises(NotYourAssignment):
        assignments.lift_wall(assignment, firm.newcomer, by=firm.newcomer, now=MONDAY)

    assert seen.sight_of(firm.newcomer, assignment, now=MONDAY) == "nothing"


def test_who_is_behind_a_wall_is_not_told_and_holds_nothing_up(firm: Firm) -> None:
    assignment = firm.draft()
    assignments.wall(assignment, firm.newcomer, by=firm.ceo, now=MONDAY)
    actions.circulate(fresh(assignment), by=firm.responsible, now=MONDAY)
    firm.deliver(now=MONDAY)

    told = {address for letter in mail.outbox for address in letter.to}
    assert told == {person.email for person in firm.everyone} - {firm.responsible.email, firm.newcomer.email}
    assert actions.close_round(assignment, by=None, now=WINDOW_ENDED).closed_at == WINDOW_ENDED


def test_a_failed_letter_stays_on_the_list_whoever_opens_the_page(firm: Firm) -> None:
    assignment = firm.draft()
    actions.circulate(assignment, by=firm.responsible, now=MONDAY)
    Notice.objects.filter(recipient=firm.colleague.pk).update(failure="unreachable")
    before = [failure.person for failure in queries.delivery_failures(assignment)]

    actions.shown(fresh(assignment), by=firm.colleague, now=MONDAY)

    assert Informed.objects.filter(person=firm.colleague).count() == 1
    assert before == [failure.person for failure in queries.delivery_failures(assignment)] == [firm.colleague]


def test_begun_work_for_somebody_else_is_circulated_before_it_goes_on(firm: Firm) -> None:
    assignment = firm.ongoing()
    first = queries.current_round(assignment)
    mail.outbox.clear()
    another = firm.client("Nordmalms Kraft AB", now=LATER)

    assignments.amend(assignment, {"client": another}, by=firm.responsible, now=LATER, reason="Bolaget är sålt")
    firm.deliver(now=LATER)

    opened = queries.current_round(assignment)
    assert first is not None
    assert opened is not None
    assert (opened.number, opened.closed_at) == (first.number + 1, None)
    assert {letter.subject for letter in mail.outbox} >= {"Möjligt uppdrag: Nordmalms Kraft AB"}
    waiting: Assignment | None = queries.unanswered(firm.colleague, now=LATER).first()
    assert waiting == assignment


@pytest.mark.parametrize("approved", [False, True])
@pytest.mark.parametrize("lobbying", ["yes", "unsure"])
def test_a_draft_under_a_mask_does_not_become_lobbying(firm: Firm, lobbying: str, *, approved: bool) -> None:
    draft = firm.draft()
    actions.request_mask(draft, by=firm.responsible, now=MONDAY, masked_summary="Ett energibolag", reason="Börsen")
    if approved:
        actions.approve_mask(draft, by=firm.ceo, now=MONDAY)

    with pytest.raises(Invalid) as refusal:
        assignments.save_draft(draft, {"lobbying": lobbying}, by=firm.responsible, now=MONDAY)

    assert (refusal.value.field, fresh(draft).lobbying) == ("lobbying", "no")


def test_nobody_speaks_about_what_has_come_to_nothing(firm: Firm) -> None:
    assignment = firm.circulating()
    actions.give_viewpoint(assignment, by=firm.colleague, now=MONDAY, stance="support")
    deciding.decline(fresh(assignment), by=firm.responsible, now=MONDAY, reasons="Det passar inte oss.")

    with pytest.raises(NoRound):
        actions.give_viewpoint(assignment, by=firm.colleague, now=MONDAY, stance="concern", words="Varför?")

    assert [each.stance for each in queries.viewpoints(assignment)] == ["support"]
