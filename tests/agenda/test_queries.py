"""What needs one person: each thing to those it needs, and in as many queries for many as for few."""

from datetime import timedelta

from pytest_django import DjangoAssertNumQueries

from klartecken.agenda import queries
from klartecken.assignments import queries as assignments
from klartecken.assignments.models import Assignment
from klartecken.circulation import actions as circulation
from klartecken.core.journey.sight import Sight
from klartecken.prospects import actions as prospects
from tests.firm import MONDAY, WINDOW_ENDED, Firm, fresh

SOON = MONDAY + timedelta(hours=1)


def test_a_circulation_waits_for_everyone_but_its_responsible_consultant(firm: Firm) -> None:
    assignment = firm.circulating()
    waiting = {each.name: [one.assignment for one in queries.circulations(each, now=SOON)] for each in firm.everyone}
    assert waiting == {each.name: [] if each == firm.responsible else [assignment] for each in firm.everyone}


def test_an_answered_circulation_waits_no_more(firm: Firm) -> None:
    assignment = firm.circulating()
    circulation.give_viewpoint(assignment, by=firm.colleague, now=SOON, stance="support")
    circulation.opt_out(assignment, by=firm.newcomer)
    assert queries.circulations(firm.ceo, now=SOON)
    assert not queries.circulations(firm.colleague, now=SOON)
    assert not queries.circulations(firm.newcomer, now=SOON)


def test_a_circulation_comes_with_its_findings_and_voices(firm: Firm) -> None:
    assignment = firm.circulating(lobbying="unsure")
    circulation.give_viewpoint(assignment, by=firm.colleague, now=SOON, stance="concern", words="Vem?")
    (found,) = queries.circulations(firm.newcomer, now=SOON)
    assert [voice.words for voice in found.voices] == ["Vem?"]
    assert any(finding.is_open_question for finding in found.findings)


def test_a_masked_circulation_comes_without_its_findings(firm: Firm) -> None:
    draft = firm.draft()
    circulation.request_mask(draft, by=firm.responsible, now=MONDAY, masked_summary="Mark", reason="Börsregler")
    circulation.approve_mask(draft, by=firm.ceo, now=MONDAY)
    circulation.circulate(fresh(draft), by=firm.responsible, now=MONDAY)
    assert assignments.sight_of(firm.ceo, draft, now=SOON) is Sight.EVERYTHING
    # The named few ask for the name on the assignment's own page.
    for person in (firm.ceo, firm.colleague):
        (found,) = queries.circulations(person, now=SOON)
        assert (found.is_masked, found.findings) == (True, ())


def test_own_proposals_come_with_their_open_questions_and_an_ended_window(firm: Firm) -> None:
    firm.circulating(lobbying="unsure")
    (before,), (after,) = (queries.own_cases(firm.responsible, now=now) for now in (SOON, WINDOW_ENDED))
    assert [question.fact for question in before.questions][:1] == ["lobbying"]
    assert (before.window_ended, after.window_ended) == (False, True)
    assert not queries.own_cases(firm.colleague, now=SOON)


def test_what_goes_on_without_its_consultant_does_not_disturb_a_calm_day(firm: Firm) -> None:
    assignment = firm.circulating()
    before, after = (queries.today(firm.responsible, now=now) for now in (SOON, WINDOW_ENDED))
    assert [each.assignment for each in before.own_on_their_way] == [assignment]
    assert (before.own_to_move, before.is_calm) == ((), True)
    assert [each.assignment for each in after.own_to_move] == [assignment]


def test_somebody_on_a_team_is_asked_for_their_word(firm: Firm) -> None:
    assignment = firm.circulating(team=[firm.colleague])
    assert queries.words_asked(firm.colleague, now=SOON) == [assignment]
    assert queries.words_asked(firm.responsible, now=SOON) == []


def test_the_decisions_wait_for_the_ceo_alone(firm: Firm) -> None:
    assignment = firm.circulating()
    circulation.give_viewpoint(assignment, by=firm.colleague, now=SOON, stance="object")
    circulation.close_round(assignment, by=firm.responsible, now=WINDOW_ENDED)
    waiting = {
        each.name: [one.assignment for one in queries.today(each, now=WINDOW_ENDED).decisions] for each in firm.everyone
    }
    assert waiting == {each.name: [assignment] if each == firm.ceo else [] for each in firm.everyone}


def test_a_contact_is_due_on_its_owners_day_and_not_before(firm: Firm) -> None:
    day = MONDAY.date() + timedelta(days=3)
    prospects.plant(
        owner=firm.colleague, name="Drömmen AB", kind="dream", origin="referral", next_contact=day, now=MONDAY
    )
    due = [len(queries.today(firm.colleague, now=MONDAY + timedelta(days=days)).contacts) for days in (2, 3, 4)]
    assert due == [0, 1, 1]


def test_unpublished_lobbying_is_an_error_to_those_who_can_mend_it(firm: Firm) -> None:
    assignment = firm.ongoing()
    Assignment.objects.filter(pk=assignment.pk).update(lobbying="yes")
    told = {each.name for each in firm.everyone if queries.errors(each, now=WINDOW_ENDED)}
    assert told == {firm.ceo.name, firm.administrator.name, firm.responsible.name}


def test_a_calm_day_is_calm(firm: Firm) -> None:
    assert queries.today(firm.newcomer, now=MONDAY).is_calm
    firm.circulating()
    assert not queries.today(firm.newcomer, now=SOON).is_calm


def test_as_many_circulations_as_the_page_holds_take_as_many_queries_as_one(
    firm: Firm, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    made = 0
    for total in (1, queries.MOST_CIRCULATIONS):
        for number in range(made, total):
            firm.circulating(client=firm.client(f"Bolaget {number} AB"))
        made = total
        with django_assert_num_queries(19):
            found = queries.today(firm.colleague, now=SOON)
        assert len(found.circulations) == total
