"""People in a browser: a newcomer on a phone, one's own page by keyboard, the administrator's work; all accessible."""

from collections.abc import Callable

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Page, expect

from klartecken.people import actions, queries
from klartecken.people.models import Person, Role

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

OpenPage = Callable[..., Page]
Accessible = Callable[[Page], None]
PASSWORD = "tolv gröna tallar"


@pytest.fixture
def mirjam() -> Person:
    """The administrator, in a founded firm."""
    now = timezone.now()
    actions.found_firm(name="Sylve & Partner", mail_domain="sylve.example", now=now)
    person, _ = actions.invite(email="m@sylve.example", name="Mirjam Ek", roles=[Role.ADMINISTRATOR], by=None, now=now)
    actions.sign_undertaking(person, now=now)
    actions.add_area(person, "skolan")
    return person


def test_a_newcomer_goes_from_the_letter_to_the_colleagues_on_a_phone(
    open_page: OpenPage, assert_accessible: Accessible, mirjam: Person
) -> None:
    person, token = actions.invite(email="ny@sylve.example", name="Nya Ek", by=mirjam, now=timezone.now())
    page = open_page(reverse("invitation", args=[token]), phone=True)
    assert_accessible(page)
    page.get_by_label("Välj ett lösenord").fill(PASSWORD)
    page.get_by_label("Lösenordet en gång till").fill(PASSWORD)
    page.get_by_role("button", name="Spara lösenordet").click()
    page.get_by_label("E-postadress").fill("ny@sylve.example")
    page.get_by_label("Lösenord").fill(PASSWORD)
    page.get_by_role("button", name="Logga in", exact=True).click()

    expect(page.get_by_role("heading", name="Sekretessförbindelse")).to_be_visible()
    assert_accessible(page)
    page.get_by_role("button", name="Skriv under").click()
    expect(page.get_by_role("alert")).to_contain_text("Kryssa i rutan")
    assert_accessible(page)
    page.get_by_label("Jag har läst texten").check()
    page.get_by_role("button", name="Skriv under").click()
    expect(page.get_by_text("Din sekretessförbindelse är registrerad")).to_be_visible()
    assert queries.has_signed(person)


def test_an_area_is_added_by_keyboard_alone(open_page: OpenPage, mirjam: Person) -> None:
    page = open_page(reverse("my_page"), person=mirjam)
    page.get_by_label("Nytt område").focus()
    page.keyboard.type("kollektivtrafik på landet")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Ta bort kollektivtrafik på landet")).to_be_visible()


@pytest.mark.parametrize("phone", [False, True], ids=["desk", "phone"])
@pytest.mark.parametrize(
    "name",
    [
        "my_page",
        "people",
        "management",
        "invite_people",
        "paper_undertakings",
        "firm_settings",
        "undertaking_text",
        "web_hooks",
        "undertaking",
    ],
)
def test_the_pages_are_accessible(
    open_page: OpenPage, assert_accessible: Accessible, mirjam: Person, name: str, *, phone: bool
) -> None:
    assert_accessible(open_page(reverse(name), person=mirjam, phone=phone))


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_a_persons_page_is_accessible_with_everything_open(
    open_page: OpenPage, assert_accessible: Accessible, mirjam: Person, *, dark: bool
) -> None:
    page = open_page(reverse("manage_person", args=[mirjam.pk]), person=mirjam, dark=dark)
    for summary in page.locator("main details summary").all():
        summary.click()
    assert_accessible(page)


def test_the_papers_are_looked_at_and_registered(open_page: OpenPage, mirjam: Person) -> None:
    nils, _ = actions.invite(email="nils@sylve.example", name="Nils Ny", by=mirjam, now=timezone.now())
    page = open_page(reverse("paper_undertakings"), person=mirjam)
    page.get_by_label("E-postadress och datum").fill("nils@sylve.example; 2024-05-31\nhej")
    page.get_by_role("button", name="Visa hur det blir").click()
    expect(page.get_by_text("Raden saknar en e-postadress.")).to_be_visible()
    page.get_by_role("button", name="Registrera 1 förbindelse").click()
    expect(page.get_by_text("1 förbindelse är registrerad.")).to_be_visible()
    assert queries.has_signed(nils)
