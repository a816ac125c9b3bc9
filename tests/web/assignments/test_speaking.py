"""Viewpoints, threads and the private opt-out, as people meet them."""

from collections.abc import Callable
from datetime import datetime

import pytest
from django.test import Client
from django.urls import reverse

from klartecken.assignments.models import Assignment
from klartecken.circulation.models import OptOut, Viewpoint
from klartecken.ledger.models import Entry
from klartecken.people.models import Person
from tests.firm import MONDAY, Firm

SignIn = Callable[[Person], Client]


def say(client: Client, assignment: Assignment, stance: str, words: str = "", **headers: str) -> tuple[int, str]:
    answer = client.post(
        reverse("assignments:viewpoint", args=[assignment.pk]),
        {"stance": stance, "words": words},
        headers=headers or None,
    )
    return answer.status_code, answer.content.decode()


def test_a_viewpoint_is_read_by_everyone_and_can_be_changed(firm: Firm, sign_in: SignIn, now: datetime) -> None:
    assignment = firm.circulating(now=now)
    client = sign_in(firm.colleague)
    assert say(client, assignment, "concern", "Vem äger dem?")[0] == 302
    say(client, assignment, "support", "Nu vet jag vem som äger dem.")
    shown = sign_in(firm.newcomer).get(reverse("assignments:show", args=[assignment.pk])).content.decode()
    assert "Nu vet jag vem som äger dem." in shown
    assert "Tveksam. Vem äger dem?" in shown


def test_a_viewpoint_after_the_window_keeps_the_words_and_says_what_to_do(firm: Firm, sign_in: SignIn) -> None:
    assignment = firm.circulating(now=MONDAY)
    status, page = say(sign_in(firm.colleague), assignment, "object", "Ord som inte får gå förlorade")
    assert status == 409
    assert "Tiden för synpunkter har gått ut" in page
    assert "Ord som inte får gå förlorade</textarea>" in page
    assert not Viewpoint.objects.exists()


def test_htmx_gets_a_refusal_that_it_shows(firm: Firm, sign_in: SignIn) -> None:
    assignment = firm.circulating(now=MONDAY)
    status, page = say(sign_in(firm.colleague), assignment, "object", "Kvar", **{"HX-Request": "true"})
    assert (status, "Kvar</textarea>" in page) == (422, True)


def test_ten_megabytes_of_words_are_refused_and_nothing_is_half_written(
    firm: Firm, sign_in: SignIn, now: datetime, settings: object
) -> None:
    assignment = firm.circulating(now=now)
    status, _page = say(sign_in(firm.colleague), assignment, "support", "a" * 10_000_001)
    assert status in {400, 413, 422}
    assert not Viewpoint.objects.exists()


@pytest.mark.parametrize(
    "words", ["🌾🚜 bra!", "\N{HEBREW LETTER SHIN}\N{HEBREW LETTER LAMED}", "<script>alert(1)</script>"]
)
def test_any_words_are_shown_as_they_were_written(firm: Firm, sign_in: SignIn, now: datetime, words: str) -> None:
    assignment = firm.circulating(now=now)
    client = sign_in(firm.colleague)
    assert say(client, assignment, "support", words)[0] == 302
    shown = client.get(reverse("assignments:show", args=[assignment.pk])).content.decode()
    assert "<script>a()" not in shown
    assert Viewpoint.objects.get().words == words


def test_an_answer_stands_in_its_thread(firm: Firm, sign_in: SignIn, now: datetime) -> None:
    assignment = firm.circulating(now=now)
    say(sign_in(firm.colleague), assignment, "concern", "Vem äger dem?")
    viewpoint = Viewpoint.objects.get()
    client = sign_in(firm.responsible)
    client.post(reverse("assignments:reply", args=[assignment.pk, viewpoint.pk]), {"words": "En familj i Ånge."})
    assert "En familj i Ånge." in client.get(reverse("assignments:show", args=[assignment.pk])).content.decode()


def test_an_opt_out_is_private_leaves_no_trace_and_can_be_taken_back(
    firm: Firm, sign_in: SignIn, now: datetime
) -> None:
    assignment = firm.circulating(now=now)
    address, page = (reverse(f"assignments:{name}", args=[assignment.pk]) for name in ("opt-out", "show"))
    client, entries = sign_in(firm.colleague), Entry.objects.count()
    client.post(address)
    told = "Du har tackat nej till att arbeta i uppdraget."
    assert told in client.get(page).content.decode()
    assert told not in sign_in(firm.responsible).get(page).content.decode()
    assert Entry.objects.count() == entries
    client.post(address, {"take_back": "1"})
    assert not OptOut.objects.exists()


def test_nobody_speaks_on_what_they_cannot_see(firm: Firm, sign_in: SignIn, now: datetime) -> None:
    draft = firm.draft(now=now)
    assert say(sign_in(firm.colleague), draft, "support")[0] == 404
    assert sign_in(firm.colleague).post(reverse("assignments:opt-out", args=[draft.pk])).status_code == 404
