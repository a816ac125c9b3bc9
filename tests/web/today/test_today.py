"""Today: what needs me, answered in place."""

from collections.abc import Callable
from datetime import datetime

from django.test import Client
from django.urls import reverse

from klartecken.assignments.models import Assignment
from klartecken.circulation import actions as circulation
from klartecken.circulation.models import OptOut, Viewpoint
from klartecken.people.models import Person
from tests.firm import MONDAY, Firm

SignIn = Callable[[Person], Client]
HTMX = {"HX-Request": "true"}


def of(name: str, assignment: Assignment) -> str:
    return reverse(f"answering:{name}", args=[assignment.pk])


def test_a_circulation_is_read_in_place(firm: Firm, sign_in: SignIn, now: datetime) -> None:
    assignment = firm.circulating(now=now, lobbying="unsure", question_to_colleagues="Känner någon dem?")
    circulation.give_viewpoint(assignment, by=firm.colleague, now=now, stance="concern", words="Vem äger dem?")
    page = sign_in(firm.newcomer).get("/").content.decode()
    for words in (
        "Åkerbruket Energi AB",
        "Vi hjälper Åkerbruket att berätta om odling.",
        "Känner någon dem?",
        "Är uppdraget lobbying, alltså arbete med politisk påverkan?",
        "Vem äger dem?",
    ):
        assert words in page


def test_an_answer_takes_the_circulation_off_the_page(firm: Firm, sign_in: SignIn, now: datetime) -> None:
    assignment, client = firm.circulating(now=now), sign_in(firm.colleague)
    answer = client.post(of("viewpoint", assignment), {"stance": "take_part", "words": "Gärna!"}, follow=True)
    page = answer.content.decode()
    assert "Du vill vara med." in page
    assert "Vad tycker du?" not in page
    assert Viewpoint.objects.get().words == "Gärna!"


def test_with_htmx_a_line_takes_the_circulations_place(firm: Firm, sign_in: SignIn, now: datetime) -> None:
    assignment, client = firm.circulating(now=now), sign_in(firm.colleague)
    answer = client.post(of("viewpoint", assignment), {"stance": "support"}, headers=HTMX).content.decode()
    assert answer.count(f'id="cirkulation-{assignment.pk}"') == 1
    assert "Du stöder uppdraget." in answer
    assert "<html" not in answer


def test_an_opt_out_is_as_near_and_tells_nobody(firm: Firm, sign_in: SignIn, now: datetime) -> None:
    assignment, client = firm.circulating(now=now), sign_in(firm.colleague)
    answer = client.post(of("opt-out", assignment), headers=HTMX).content.decode()
    assert "Det ser bara du." in answer
    assert OptOut.objects.filter(person=firm.colleague).exists()


def test_an_answer_that_came_too_late_keeps_its_words(firm: Firm, sign_in: SignIn) -> None:
    assignment, client = firm.circulating(now=MONDAY), sign_in(firm.colleague)
    sent = {"stance": "object", "words": "Ord som inte får gå förlorade"}
    plain = client.post(of("viewpoint", assignment), sent)
    htmx = client.post(of("viewpoint", assignment), sent, headers=HTMX)
    assert (plain.status_code, htmx.status_code) == (409, 422)
    for page in (plain.content.decode(), htmx.content.decode()):
        assert "Tiden för synpunkter har gått ut" in page
        assert "Ord som inte får gå förlorade</textarea>" in page
    assert f'id="cirkulation-{assignment.pk}"' in htmx.content.decode()


def test_a_choice_that_is_none_leaves_the_words_in_the_field(firm: Firm, sign_in: SignIn, now: datetime) -> None:
    assignment = firm.circulating(now=now)
    answer = sign_in(firm.colleague).post(of("viewpoint", assignment), {"stance": "", "words": "Hm"})
    assert answer.status_code == 422
    assert "Hm</textarea>" in answer.content.decode()


def test_a_calm_day_says_so(firm: Firm, sign_in: SignIn) -> None:
    assert "Inget väntar på dig" in sign_in(firm.newcomer).get("/").content.decode()


def test_nobody_answers_what_they_cannot_see(firm: Firm, sign_in: SignIn, now: datetime) -> None:
    draft = firm.draft(now=now)
    assert sign_in(firm.colleague).post(of("viewpoint", draft), {"stance": "support"}).status_code == 404
    assert sign_in(firm.colleague).post(of("opt-out", draft)).status_code == 404
