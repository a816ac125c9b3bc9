"""A masked assignment: the work and its world are seen, nobody's name is."""

from collections.abc import Callable
from datetime import datetime
from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse

from klartecken.assignments.models import Assignment
from klartecken.circulation import actions as circulation
from klartecken.parties import actions as parties
from klartecken.people.models import Person
from tests.firm import Firm, fresh

SignIn = Callable[[Person], Client]
SECRETS = ("Hemliga Gruvan", "Hemliga Ägaren", "Köpa mark i Kiruna", "Gruvans egna ord", "Gruvrubriken", "Motgruvan")


@pytest.fixture
def masked(firm: Firm, now: datetime) -> Assignment:
    client = firm.client("Hemliga Gruvan AB", now=now)
    owner = parties.register(name="Hemliga Ägaren Oy", country="FI", by=firm.responsible, now=now)
    parties.state_owner(client, owner, share=Decimal(1), source="Bolaget", by=firm.responsible, now=now)
    adverse = parties.register(name="Motgruvan AB", by=firm.responsible, now=now)
    draft = firm.draft(
        now=now,
        client=client,
        summary="Köpa mark i Kiruna",
        public_title="Gruvrubriken",
        public_text="Gruvans egna ord",
        question_to_colleagues="Vem känner Hemliga Gruvan?",
        purpose="Hemliga Gruvan vill växa",
        parties=[(adverse, "adverse")],
        team=[firm.deputy],
    )
    circulation.request_mask(
        draft, by=firm.responsible, now=now, masked_summary="Stöd i en förhandling om mark", reason="Börsregler"
    )
    circulation.approve_mask(draft, by=firm.ceo, now=now)
    circulation.circulate(fresh(draft), by=firm.responsible, now=now)
    return fresh(draft)


def pages(assignment: Assignment) -> list[str]:
    return [
        reverse("assignments:show", args=[assignment.pk]),
        "/assignments/",
        "/assignments/?q=Hemliga",
        "/search?q=Hemliga",
        "/search?q=Kiruna",
        "/",
    ]


def test_the_named_few_see_everything_when_they_ask_for_it(firm: Firm, sign_in: SignIn, masked: Assignment) -> None:
    for person in (firm.responsible, firm.deputy, firm.ceo, firm.resolver):
        client = sign_in(person)
        before = client.get(pages(masked)[0]).content.decode()
        shown = client.post(reverse("assignments:show-name", args=[masked.pk]), follow=True).content.decode()
        assert "Hemliga Gruvan AB" not in before
        assert "Hemliga Gruvan AB" in shown
        assert "Köpa mark i Kiruna" in shown


def test_the_others_see_the_work_and_no_name(firm: Firm, sign_in: SignIn, masked: Assignment) -> None:
    client = sign_in(firm.colleague)
    shown = client.get(pages(masked)[0]).content.decode()
    assert all(words in shown for words in ("Stöd i en förhandling om mark", "Finland", "Jonas Ek"))
    for page in pages(masked):
        answer = client.get(page)
        text = answer.content.decode().replace('value="Hemliga"', "").replace('value="Kiruna"', "")
        assert answer.status_code == 200
        assert [secret for secret in SECRETS if secret in text] == [], page


def test_pages_that_would_tell_the_name_do_not_exist(firm: Firm, sign_in: SignIn, masked: Assignment) -> None:
    names = ("edit", "decide")
    assert sign_in(firm.responsible).get(reverse("assignments:edit", args=[masked.pk])).status_code == 200
    client = sign_in(firm.colleague)
    assert [client.get(reverse(f"assignments:{name}", args=[masked.pk])).status_code for name in names] == [404, 404]
    letter = reverse("assignments:letter", args=[masked.pk, "decline"])
    assert client.get(letter).status_code == 404


def test_a_colleague_speaks_and_opts_out_through_the_mask(firm: Firm, sign_in: SignIn, masked: Assignment) -> None:
    client, page = sign_in(firm.colleague), pages(masked)[0]
    client.post(reverse("assignments:viewpoint", args=[masked.pk]), {"stance": "concern", "words": "Vilken mark?"})
    client.post(reverse("assignments:opt-out", args=[masked.pk]))
    shown = client.get(page).content.decode()
    assert "Vilken mark?" in shown
    assert "Du har tackat nej till att arbeta i uppdraget." in shown


def test_everyone_sees_the_name_when_the_mask_is_lifted(firm: Firm, sign_in: SignIn, masked: Assignment) -> None:
    page = pages(masked)[0]
    assert "Hemliga Gruvan AB" not in sign_in(firm.colleague).get(page).content.decode()
    sign_in(firm.responsible).post(reverse("assignments:lift-mask", args=[masked.pk]))
    assert "Hemliga Gruvan AB" in sign_in(firm.colleague).get(page).content.decode()


def test_the_ceo_reads_why_before_approving_a_mask(firm: Firm, sign_in: SignIn, now: datetime) -> None:
    draft = firm.draft(now=now)
    asked = {"masked_summary": "Stöd i en förhandling", "reason": "Börsregler"}
    sign_in(firm.responsible).post(reverse("assignments:request-mask", args=[draft.pk]), asked)
    client = sign_in(firm.ceo)
    page = client.get(reverse("assignments:decide", args=[draft.pk])).content.decode()
    assert all(words in page for words in ("Stöd i en förhandling", "Börsregler", "Godkänn masken"))
    client.post(reverse("assignments:approve-mask", args=[draft.pk]))
    assert fresh(draft).mask == "approved"
