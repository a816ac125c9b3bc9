import pytest
from django.test import Client

from klartecken.assignments.models import Assignment
from klartecken.prospects.models import Prospect

MAIL = "Från: Anna Berg <anna@hjortron.se>\nÄmne: Hjälp om bär\nDatum: 2026-11-02\n\nHej!\n\nAnna Berg\nHjortron AB"
READ = {"text": MAIL, "name": "Hjortron AB", "summary": "Hjälp om bär", "lobbying": "no"}


def test_a_pasted_mail_is_read_out_and_nothing_is_kept_yet(browser: Client) -> None:
    page = browser.post("/garden/enquiry", {"text": MAIL})
    content = page.content.decode()
    assert page.status_code == 200
    assert 'value="Hjortron AB"' in content
    assert "Anna Berg &lt;anna@hjortron.se&gt;" in content
    assert "Gör till förslag" in content
    assert not Prospect.objects.exists()


def test_one_button_makes_it_a_draft(browser: Client) -> None:
    answer = browser.post("/garden/enquiry/receive", {**READ, "propose": "yes"})
    draft = Assignment.objects.get()
    assert answer["Location"] == f"/assignments/{draft.pk}/edit"
    assert (draft.state, draft.client.name, draft.summary, draft.lobbying, draft.origin) == (
        "draft",
        "Hjortron AB",
        "Hjälp om bär",
        "no",
        "inbound",
    )
    assert draft.prospect == Prospect.objects.get()


def test_the_other_keeps_it_in_the_garden(browser: Client) -> None:
    browser.post("/garden/enquiry/receive", {**READ, "summary": "", "keep": "yes"})
    prospect = Prospect.objects.get()
    assert (prospect.kind, prospect.party.name, prospect.enquiry_text) == ("enquiry", "Hjortron AB", MAIL)
    assert not Assignment.objects.exists()


@pytest.mark.parametrize("wrong", [{"summary": ""}, {"name": ""}, {"lobbying": "perhaps"}])
def test_a_proposal_that_lacks_something_keeps_the_text_and_writes_nothing(
    browser: Client, wrong: dict[str, str]
) -> None:
    page = browser.post("/garden/enquiry/receive", {**READ, **wrong, "propose": "yes"})
    assert page.status_code == 422
    assert "Hej!" in page.content.decode()
    assert not Prospect.objects.exists()


def test_a_mail_that_is_far_too_long_is_refused_kindly(browser: Client) -> None:
    page = browser.post("/garden/enquiry", {"text": "x" * 10_000_000})
    assert page.status_code == 422
    assert "Klistra in bara själva mejlet" in page.content.decode()
