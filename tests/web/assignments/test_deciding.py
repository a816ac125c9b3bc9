"""The decision page: both sides in their own words, no tallies, written reasons."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from klartecken.assignments.models import Assignment
from klartecken.circulation import actions as circulation
from klartecken.circulation import queries as rounds
from klartecken.deciding.models import Decision
from klartecken.people.models import Person
from tests.firm import MONDAY, WINDOW_ENDED, Firm, fresh

SignIn = Callable[[Person], Client]
FOR, AGAINST = "Det tror jag på.", "Det tror jag inte på."


@pytest.fixture
def escalated(firm: Firm) -> Assignment:
    assignment = firm.circulating(now=MONDAY)
    circulation.give_viewpoint(assignment, by=firm.colleague, now=MONDAY, stance="object", words=AGAINST)
    circulation.give_viewpoint(assignment, by=firm.newcomer, now=MONDAY, stance="support", words=FOR)
    circulation.close_round(assignment, by=firm.responsible, now=WINDOW_ENDED)
    assert fresh(assignment).state == "escalated"
    return fresh(assignment)


def address(assignment: Assignment) -> str:
    return reverse("assignments:decide", args=[assignment.pk])


def test_both_sides_stand_in_their_own_words(firm: Firm, sign_in: SignIn, escalated: Assignment) -> None:
    page = sign_in(firm.ceo).get(address(escalated)).content.decode()
    side_for, side_against = page.split('id="emot"')[0], page.split('id="emot"')[1]
    assert FOR in side_for
    assert AGAINST in side_against


def test_the_page_is_there_for_those_who_decide_alone(firm: Firm, sign_in: SignIn, escalated: Assignment) -> None:
    statuses = {person.name: sign_in(person).get(address(escalated)).status_code for person in firm.everyone}
    assert statuses == {person.name: 200 if person == firm.ceo else 404 for person in firm.everyone}


def test_a_decision_has_reasons_and_may_have_conditions(firm: Firm, sign_in: SignIn, escalated: Assignment) -> None:
    client = sign_in(firm.ceo)
    sent = {"outcome": "accept", "before_quote": "Visa planen\n\nRing ägaren", "version": str(escalated.version)}
    unreasoned = client.post(address(escalated), sent)
    assert unreasoned.status_code == 422
    assert "Visa planen" in unreasoned.content.decode()
    client.post(address(escalated), sent | {"reasons": "Nyttan väger över."})
    decision = Decision.objects.get()
    assert (decision.reasons, [each.words for each in decision.conditions.all()]) == (
        "Nyttan väger över.",
        ["Ring ägaren", "Visa planen"],
    )
    everybody = sign_in(firm.newcomer).get(reverse("assignments:show", args=[escalated.pk])).content.decode()
    assert "Nyttan väger över." in everybody


def test_the_second_of_two_decisions_is_told_so_and_keeps_its_words(
    firm: Firm, sign_in: SignIn, escalated: Assignment
) -> None:
    client = sign_in(firm.ceo)
    client.post(address(escalated), {"outcome": "accept", "reasons": "Ja."})
    answer = client.post(address(escalated), {"outcome": "decline", "reasons": "Mina andra skäl"})
    assert answer.status_code == 409
    assert Decision.objects.get().reasons == "Ja."


def test_a_window_is_shortened_with_a_reason_that_all_can_read(firm: Firm, sign_in: SignIn, now: datetime) -> None:
    assignment = firm.circulating(now=now)
    client, shorten = sign_in(firm.ceo), reverse("assignments:shorten", args=[assignment.pk])
    soon = timezone.localtime(now + timedelta(hours=1)).replace(second=0, microsecond=0)
    wanted = {"closes_at": soon.strftime("%Y-%m-%dT%H:%M"), "reason": ""}
    assert client.post(shorten, wanted).status_code == 422
    assert sign_in(firm.colleague).post(shorten, wanted | {"reason": "Bråttom"}).status_code == 403
    client.post(shorten, wanted | {"reason": "Kunden behöver besked i dag"})
    valid = rounds.current_round(assignment)
    assert valid is not None
    assert valid.closes_at == soon
    shown = sign_in(firm.newcomer).get(reverse("assignments:show", args=[assignment.pk])).content.decode()
    assert "Karin Sylve har kortat tiden för synpunkter: Kunden behöver besked i dag" in shown


def test_a_veto_stops_the_case_with_reasons(firm: Firm, sign_in: SignIn) -> None:
    assignment = firm.quoted()
    client, veto = sign_in(firm.ceo), reverse("assignments:veto", args=[assignment.pk])
    assert client.post(veto, {"reasons": ""}).status_code == 422
    client.post(veto, {"reasons": "Det går emot vår policy."})
    shown = client.get(reverse("assignments:show", args=[assignment.pk])).content.decode()
    assert fresh(assignment).state == "declined"
    assert "Det går emot vår policy." in shown
