"""The garden, a party and day one in a real browser: with and without scripts, on a phone and at a desk."""

from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from klartecken.assignments.models import Assignment
from klartecken.parties import actions as parties
from klartecken.parties.models import Party
from klartecken.prospects import actions
from klartecken.prospects.models import Prospect
from tests.firm import Firm

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

OpenPage = Callable[..., Page]
Accessible = Callable[[Page], None]
MAIL = "Från: Anna Berg <anna@hjortron.se>\nÄmne: Hjälp om bär\n\nHej!\n\nAnna Berg\nHjortron AB"


@pytest.fixture
def dream(transactional_db: None, firm: Firm) -> Prospect:
    """A dream client whose day has come."""
    now = timezone.now()
    prospect = actions.plant(
        owner=firm.responsible,
        name="Byanätens Riksförbund",
        why="De bygger elnät tillsammans.",
        next_contact=timezone.localdate() - timedelta(days=2),
        now=now - timedelta(days=40),
    )
    actions.note(prospect, words="Sågs på mässan.", by=firm.responsible, now=now - timedelta(days=30))
    return prospect


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_a_line_is_written_in_place_or_by_an_ordinary_form(
    open_page: OpenPage, firm: Firm, dream: Prospect, *, scripts: bool
) -> None:
    page = open_page(f"/garden/{dream.pk}", person=firm.responsible, phone=True, scripts=scripts)
    page.get_by_label("Skriv en rad").fill("Ringde Anna.")
    page.locator("#notes").get_by_role("button", name="Spara").click()
    expect(page.locator("#notes li")).to_have_count(2)
    expect(page.locator("#notes li").first).to_contain_text("Ringde Anna.")
    expect(page.get_by_label("Skriv en rad")).to_have_value("")


@pytest.mark.parametrize("look", [{}, {"phone": True}, {"dark": True}], ids=["desk", "phone", "dark"])
def test_the_garden_is_open_to_everyone(
    open_page: OpenPage, assert_accessible: Accessible, firm: Firm, dream: Prospect, look: dict[str, bool]
) -> None:
    page = open_page("/garden", person=firm.responsible, **look)
    page.locator("summary", has_text="Skriv en rad").click()
    assert_accessible(page)
    page.get_by_role("link", name="Byanätens Riksförbund").click()
    for summary in page.locator("main details.more > summary").all():
        summary.click()
    assert_accessible(page)
    page.get_by_role("link", name="Nummer, namn och ägare").click()
    assert_accessible(page)
    page.get_by_role("link", name="Ändra uppgifter").click()
    assert_accessible(page)


def test_a_day_is_chosen_from_the_list_with_one_thumb(open_page: OpenPage, firm: Firm, dream: Prospect) -> None:
    page = open_page("/garden", person=firm.responsible, phone=True)
    page.locator("summary", has_text="Skriv en rad").click()
    page.get_by_role("button", name="Om en månad").click()
    expect(page.get_by_role("heading", name="Inom en månad")).to_be_visible()
    assert Prospect.objects.get().next_contact == timezone.localdate() + timedelta(days=30)


def test_a_pasted_mail_becomes_a_draft_in_two_presses(
    transactional_db: None, open_page: OpenPage, assert_accessible: Accessible, firm: Firm
) -> None:
    page = open_page("/garden/enquiry", person=firm.responsible)
    assert_accessible(page)
    page.get_by_label("Mejlet").fill(MAIL)
    page.get_by_role("button", name="Läs mejlet").click()
    expect(page.get_by_label("Organisation")).to_have_value("Hjortron AB")
    assert_accessible(page)
    page.get_by_role("button", name="Gör till förslag").click()
    page.wait_for_url("**/edit")
    assert Assignment.objects.get().client.name == "Hjortron AB"


def test_the_owners_are_drawn_and_told_in_a_table(
    open_page: OpenPage, assert_accessible: Accessible, firm: Firm, dream: Prospect
) -> None:
    owner = parties.register(name="Hai Feng Holdings", country="CN", by=firm.responsible, now=timezone.now())
    parties.state_owner(
        dream.party, owner, share=Decimal("0.3"), source="Brev", by=firm.responsible, now=timezone.now()
    )
    page = open_page(f"/parties/{dream.party_id}", person=firm.responsible)
    expect(page.locator("figure.ownership svg")).to_be_visible()
    expect(page.get_by_role("row", name="Hai Feng Holdings")).to_contain_text("30")
    page.locator("summary", has_text="Ägare, andel och källa").click()
    page.get_by_label("Ägare", exact=True).fill("Annan AB")
    page.get_by_label("Andel i procent").fill("80")
    page.get_by_label("Källa").fill("Brev")
    page.get_by_role("button", name="Spara ägaren").click()
    expect(page.locator(".error-summary")).to_contain_text("mer än 100 procent")
    assert_accessible(page)


@pytest.mark.parametrize("phone", [False, True], ids=["desk", "phone"])
def test_a_table_is_brought_in_after_a_look_at_it(
    transactional_db: None, open_page: OpenPage, assert_accessible: Accessible, firm: Firm, *, phone: bool
) -> None:
    page = open_page("/import", person=firm.administrator, phone=phone)
    assert_accessible(page)
    content = "Company name;Orgnr\nNordvind AB;556012-5790\nGråsten;1\n".encode()
    page.get_by_label("Fil", exact=True).set_input_files(
        {"name": "kunder.csv", "mimeType": "text/csv", "buffer": content}
    )
    page.get_by_role("button", name="Titta på filen").click()
    expect(page.get_by_text("1 rad behöver rättas")).to_be_visible()
    assert_accessible(page)
    page.get_by_role("button", name="Läs in 1 rad").click()
    expect(page.get_by_text("1 rad är inläst.")).to_be_visible()
    assert list(Party.objects.values_list("name", flat=True)) == ["Nordvind AB"]
