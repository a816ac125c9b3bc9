"""Rounds: everyone is told, everybody may speak, nobody is watched, and declining leaves no trace."""

from datetime import timedelta

import pytest
from django.core import mail

from klartecken.circulation import actions, queries
from klartecken.circulation.errors import NoRound, NotEveryoneInformed, TooLong, UnknownStance
from klartecken.circulation.models import OptOut
from klartecken.core.journey import State
from klartecken.core.refusals import NotFound
from klartecken.deciding import actions as deciding
from klartecken.ledger.models import Entry
from klartecken.people import actions as people
from klartecken.people.models import Person
from tests.firm import MONDAY, WINDOW_ENDED, Firm, fresh


def test_everyone_but_the_sender_gets_a_letter(firm: Firm) -> None:
    firm.circulating()

    told = sorted(address for letter in mail.outbox for address in letter.to)
    assert told == sorted(person.email for person in firm.everyone if person != firm.responsible)


def test_the_window_ends_at_four_on_the_second_business_day(firm: Firm) -> None:
    valid = queries.current_round(firm.circulating())

    assert valid is not None
    assert valid.closes_at.isoformat() == "2026-09-09T14:00:00+00:00"  # 16.00 in Stockholm


def test_a_newcomer_during_the_window_is_told_and_holds_it_up_until_then(firm: Firm) -> None:
    assignment = firm.circulating()
    person, _token = people.invite(email="ny@sylve.example", name="Ny Person", by=None, now=MONDAY)
    people.sign_undertaking(person, now=MONDAY + timedelta(hours=3))

    with pytest.raises(NotEveryoneInformed):
        actions.close_round(assignment, by=None, now=WINDOW_ENDED)
    firm.deliver(now=WINDOW_ENDED)

    assert actions.close_round(assignment, by=None, now=WINDOW_ENDED).closed_at == WINDOW_ENDED


def test_somebody_who_signs_after_the_window_does_not_hold_it_up(firm: Firm) -> None:
    assignment = firm.circulating()
    person, _token = people.invite(email="ny@sylve.example", name="Ny Person", by=None, now=MONDAY)
    people.sign_undertaking(person, now=WINDOW_ENDED)

    assert actions.close_round(assignment, by=None, now=WINDOW_ENDED).closed_at == WINDOW_ENDED


def test_the_page_that_was_shown_informs_as_well_as_a_letter(firm: Firm) -> None:
    assignment = firm.draft()
    actions.circulate(assignment, by=firm.responsible, now=MONDAY)

    for person in firm.everyone:
        actions.shown(fresh(assignment), by=person, now=MONDAY)

    valid = queries.current_round(assignment)
    assert valid is not None
    assert queries.everyone_informed(valid, now=WINDOW_ENDED)


def test_a_viewpoint_can_be_changed_and_what_it_said_is_kept(firm: Firm) -> None:
    assignment = firm.circulating()
    actions.give_viewpoint(assignment, by=firm.colleague, now=MONDAY, stance="concern", words="Vem äger?")

    actions.give_viewpoint(
        assignment, by=firm.colleague, now=MONDAY + timedelta(hours=1), stance="support", words="Nu vet jag."
    )

    spoken = queries.viewpoints(assignment)
    assert [(each.stance, each.words) for each in spoken] == [("support", "Nu vet jag.")]
    assert [(each.stance, each.words) for each in spoken[0].history.all()] == [("concern", "Vem äger?")]


def test_a_viewpoint_is_answered_in_its_thread(firm: Firm) -> None:
    assignment = firm.circulating()
    spoken = actions.give_viewpoint(assignment, by=firm.colleague, now=MONDAY, stance="concern", words="Vem äger?")

    actions.reply(spoken, by=firm.responsible, now=MONDAY, words="En stiftelse.")

    assert [reply.words for each in queries.viewpoints(assignment) for reply in each.replies.all()] == ["En stiftelse."]


@pytest.mark.parametrize(
    ("stance", "words", "refusal"), [("support", "x" * 10_001, TooLong), ("maybe", "", UnknownStance)]
)
def test_a_viewpoint_that_cannot_be_used_is_refused_whole(
    firm: Firm, stance: str, words: str, refusal: type[Exception]
) -> None:
    assignment = firm.circulating()

    with pytest.raises(refusal):
        actions.give_viewpoint(assignment, by=firm.colleague, now=MONDAY, stance=stance, words=words)
    assert queries.viewpoints(assignment) == []


def test_nobody_speaks_of_what_they_do_not_see(firm: Firm) -> None:
    assignment = firm.draft()

    with pytest.raises(NotFound):
        actions.give_viewpoint(assignment, by=firm.colleague, now=MONDAY, stance="support")


def test_an_opt_out_leaves_no_entry_no_time_and_no_new_version(firm: Firm) -> None:
    assignment = firm.circulating()
    before = Entry.objects.count(), fresh(assignment).version, fresh(assignment).changed_at

    actions.opt_out(assignment, by=firm.colleague)

    assert queries.has_opted_out(firm.colleague, assignment)
    assert (Entry.objects.count(), fresh(assignment).version, fresh(assignment).changed_at) == before
    assert set(OptOut.objects.values().get()) == {"id", "assignment_id", "person_id"}


def test_opt_outs_are_forgotten_when_the_work_starts_or_comes_to_nothing(firm: Firm) -> None:
    assignment = firm.quoted()
    OptOut.objects.create(assignment=assignment, person=firm.colleague)

    deciding.start(assignment, by=firm.responsible, now=WINDOW_ENDED)

    assert not queries.has_opted_out(firm.colleague, assignment)


def test_opt_outs_are_forgotten_when_the_ceo_says_no(firm: Firm) -> None:
    assignment = firm.round_closed()
    deciding.escalate(assignment, by=firm.responsible, now=WINDOW_ENDED)
    actions.opt_out(fresh(assignment), by=firm.colleague)
    assert queries.has_opted_out(firm.colleague, assignment)

    deciding.decide(assignment, by=firm.ceo, now=WINDOW_ENDED, outcome="decline", reasons="Vi står för nära saken.")

    assert not queries.has_opted_out(firm.colleague, assignment)


def test_not_available_does_not_tell_absence_from_declining(firm: Firm) -> None:
    assignment = firm.circulating()
    actions.opt_out(assignment, by=firm.colleague)
    Person.objects.filter(pk=firm.deputy.pk).update(away_until=MONDAY.date() + timedelta(days=3))

    assert queries.unavailable(assignment, now=MONDAY) == {firm.colleague.pk, firm.deputy.pk}


def test_what_is_unanswered_is_open_rounds_that_one_has_neither_spoken_in_nor_declined(firm: Firm) -> None:
    assignment = firm.circulating()
    assert list(queries.unanswered(firm.colleague, now=MONDAY)) == [assignment]
    assert list(queries.unanswered(firm.responsible, now=MONDAY)) == []

    actions.opt_out(assignment, by=firm.colleague)
    actions.give_viewpoint(assignment, by=firm.newcomer, now=MONDAY, stance="support")

    assert list(queries.unanswered(firm.colleague, now=MONDAY)) == []
    assert list(queries.unanswered(firm.newcomer, now=MONDAY)) == []


def test_due_rounds_close_by_themselves_when_the_window_has_ended(firm: Firm) -> None:
    assignment = firm.circulating()

    assert actions.close_due(MONDAY) == 0
    assert actions.close_due(WINDOW_ENDED) == 1
    with pytest.raises(NoRound):
        actions.close_round(assignment, by=None, now=WINDOW_ENDED)
    assert fresh(assignment).state == State.CIRCULATING
