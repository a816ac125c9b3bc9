"""The page of an assignment: who sees it, what it shows where it stands, and what is next for whom."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from klartecken.assignments.models import Assignment
from klartecken.circulation import actions as circulation
from klartecken.circulation.models import Informed
from klartecken.notices.models import Notice
from klartecken.people.models import Person
from tests.firm import Firm

SignIn = Callable[[Person], Client]
NOWHERE = "/assignments/00000000-0000-4000-8000-000000000000"


def address(assignment: Assignment) -> str:
    return reverse("assignments:show", args=[assignment.pk])


def test_a_draft_is_there_for_its_team_and_for_nobody_else(firm: Firm, sign_in: SignIn, now: datetime) -> None:
    draft = firm.draft(now=now, team=[firm.colleague])
    statuses = {person.name: sign_in(person).get(address(draft)).status_code for person in firm.everyone}
    team = {firm.responsible.name, firm.colleague.name}
    assert statuses == {person.name: 200 if person.name in team else 404 for person in firm.everyone}


def test_everyone_sees_a_circulation_with_its_public_text_and_its_question(
    firm: Firm, sign_in: SignIn, now: datetime
) -> None:
    assignment = firm.circulating(now=now, question_to_colleagues="Känner någon ägaren?")
    for person in firm.everyone:
        shown = sign_in(person).get(address(assignment)).content.decode()
        assert "Vi hjälper Åkerbruket att berätta om odling." in shown
        assert "Känner någon ägaren?" in shown


def test_a_hidden_assignment_is_answered_like_one_that_never_was(firm: Firm, sign_in: SignIn, now: datetime) -> None:
    hidden = firm.draft(now=now)
    client = sign_in(firm.colleague)
    answer, nothing = client.get(address(hidden)), client.get(NOWHERE)
    assert sign_in(firm.responsible).get(address(hidden)).status_code == 200
    assert (answer.status_code, answer.content) == (404, nothing.content)


def test_who_is_not_signed_in_is_asked_to_sign_in(firm: Firm, client: Client, now: datetime) -> None:
    answer = client.get(address(firm.circulating(now=now)))
    assert (answer.status_code, answer["Location"].split("?")[0]) == (302, "/konto/login/")


@pytest.mark.parametrize(
    ("stage", "button"),
    [
        ("draft", "Skicka till alla kollegor"),
        ("round_closed", "Ge klartecken"),
        ("cleared", "Offerten är lämnad"),
        ("quoted", "Starta uppdraget"),
        ("ongoing", "Avsluta uppdraget"),
    ],
)
def test_the_responsible_consultant_sees_the_act_that_is_next_and_a_colleague_does_not(
    firm: Firm, sign_in: SignIn, stage: str, button: str
) -> None:
    assignment = getattr(firm, stage)()
    own = sign_in(firm.responsible).get(address(assignment)).content.decode()
    other = sign_in(firm.colleague).get(address(assignment)).content.decode()
    assert f"{button}</button>" in own
    assert f"{button}</button>" not in other


def test_a_closed_gate_says_everything_that_is_missing(firm: Firm, sign_in: SignIn) -> None:
    assignment = firm.cleared(team=[firm.colleague])
    shown = sign_in(firm.responsible).get(address(assignment)).content.decode()
    assert "Alla i teamet har inte sagt att de står bakom uppdraget." in shown
    assert "Offerten är lämnad</button>" not in shown


def test_somebody_on_the_team_is_asked_for_their_word_once(firm: Firm, sign_in: SignIn, now: datetime) -> None:
    assignment = firm.circulating(now=now, team=[firm.colleague])
    client = sign_in(firm.colleague)
    assert "Står du bakom uppdraget?" in client.get(address(assignment)).content.decode()
    client.post(reverse("assignments:stand-behind", args=[assignment.pk]), {"words": "Det här vill jag göra."})
    shown = client.get(address(assignment)).content.decode()
    assert "Står bakom uppdraget: Det här vill jag göra." in shown
    assert "Står du bakom uppdraget?" not in shown


def test_opening_the_page_changes_nothing(firm: Firm, sign_in: SignIn, now: datetime) -> None:
    assignment = firm.draft(now=now)
    circulation.circulate(assignment, by=firm.responsible, now=now)
    client = sign_in(firm.colleague)
    client.get(address(assignment))
    assert not Informed.objects.filter(person=firm.colleague).exists()
    client.post(reverse("assignments:shown", args=[assignment.pk]))
    assert Informed.objects.filter(person=firm.colleague).count() == 1


def test_who_has_read_is_shown_to_nobody(firm: Firm, sign_in: SignIn, now: datetime) -> None:
    assignment = firm.circulating(now=now)
    before = sign_in(firm.responsible).get(address(assignment)).content
    sign_in(firm.colleague).post(reverse("assignments:shown", args=[assignment.pk]))
    after = sign_in(firm.responsible).get(address(assignment)).content
    assert Informed.objects.filter(person=firm.colleague).exists()
    assert _without_tokens(before) == _without_tokens(after)


def test_a_failed_delivery_is_shown_to_the_responsible_consultant_alone(
    firm: Firm, sign_in: SignIn, now: datetime
) -> None:
    assignment = firm.draft(now=now)
    circulation.circulate(assignment, by=firm.responsible, now=now)
    Notice.objects.filter(recipient=firm.colleague.pk).update(status="failed", failure="unreachable")
    own = sign_in(firm.responsible).get(address(assignment)).content.decode()
    other = sign_in(firm.newcomer).get(address(assignment)).content.decode()
    assert "Beskedet har inte nått alla" in own
    assert "Ebba Lind" in own
    assert "Beskedet har inte nått alla" not in other


def test_a_declined_case_is_seen_for_thirty_days_and_then_by_the_few(
    firm: Firm, sign_in: SignIn, now: datetime
) -> None:
    assignment = firm.circulating(now=now)
    client = sign_in(firm.responsible)
    client.post(reverse("assignments:decline", args=[assignment.pk]), {"reasons": "Vi hinner inte."})
    assert sign_in(firm.colleague).get(address(assignment)).status_code == 200
    Assignment.objects.filter(pk=assignment.pk).update(closed_at=now - timedelta(days=31))
    statuses = [sign_in(person).get(address(assignment)).status_code for person in firm.everyone]
    assert statuses == [200, 404, 200, 404, 200, 404, 404]


def _without_tokens(page: bytes) -> list[bytes]:
    return [line for line in page.splitlines() if b"csrf" not in line.lower()]


def test_many_voices_take_as_many_queries_as_one(firm: Firm, sign_in: SignIn, now: datetime) -> None:
    assignment, client, counts = firm.circulating(now=now), sign_in(firm.newcomer), []
    for speakers in ([firm.colleague], [firm.ceo, firm.deputy, firm.resolver, firm.administrator]):
        for person in speakers:
            said = circulation.give_viewpoint(assignment, by=person, now=now, stance="concern", words="Vem?")
            circulation.give_viewpoint(assignment, by=person, now=now, stance="support", words="Jaha.")
            circulation.reply(said, by=firm.responsible, now=now, words="En familj.")
        with CaptureQueriesContext(connection) as asked:
            client.get(address(assignment))
        counts.append(len(asked))
    assert counts[0] == counts[1]
