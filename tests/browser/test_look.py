"""The look: every component, in both widths and both themes, by keyboard and without scripts."""

import re
from collections.abc import Callable

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect
from pytest_django.fixtures import Settings

from klartecken.people import actions as people
from klartecken.people.models import Person

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

OpenPage = Callable[..., Page]


PASSWORD = "ett hemligt ord"


@pytest.fixture
def ebba() -> Person:
    now = timezone.now()
    people.found_firm(name="Sylve & Partner", now=now, mail_domain="byran.example")
    person = Person.objects.create_user("ebba@byran.example", PASSWORD, name="Ebba Lind", joined_at=now)
    people.sign_undertaking(person, now=now)
    return person


@pytest.fixture(autouse=True)
def demonstration(settings: Settings) -> None:
    settings.DEMONSTRATION = True


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("phone", [False, True], ids=["desk", "phone"])
def test_every_component_is_accessible(
    open_page: OpenPage, assert_accessible: Callable[[Page], None], ebba: Person, *, phone: bool, dark: bool
) -> None:
    page = open_page("/stil/", person=ebba, phone=phone, dark=dark)
    expect(page.locator(".ownership svg")).to_be_visible()
    assert_accessible(page)


@pytest.mark.parametrize("phone", [False, True], ids=["desk", "phone"])
def test_the_sign_in_page_is_accessible(
    open_page: OpenPage, assert_accessible: Callable[[Page], None], *, phone: bool
) -> None:
    assert_accessible(open_page("/konto/login/", phone=phone))


@pytest.mark.parametrize(
    "address", ["/konto/2fa/", "/konto/password/change/", "/konto/logout/", "/konto/password/reset/"]
)
def test_account_pages_are_accessible(
    open_page: OpenPage, assert_accessible: Callable[[Page], None], ebba: Person, address: str
) -> None:
    assert_accessible(open_page(address, person=ebba))


def test_an_address_that_is_not_there_is_answered_in_the_look_of_the_house(
    open_page: OpenPage, assert_accessible: Callable[[Page], None]
) -> None:
    page = open_page("/hemligt-bolag-ab/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Sidan finns inte")
    assert "hemligt" not in page.content()
    assert_accessible(page)


def test_language_and_colours_are_chosen_without_scripts(open_page: OpenPage) -> None:
    page = open_page("/konto/login/", scripts=False)
    page.get_by_text("Språk och färger").click()
    page.get_by_role("button", name="English").click()
    assert page.locator("html").get_attribute("lang") == "en"
    page.locator("summary").click()
    page.locator("button[value=dark]").click()
    assert page.locator("html").get_attribute("data-theme") == "dark"


def test_the_menu_closes_on_escape_and_gives_the_focus_back(open_page: OpenPage, ebba: Person) -> None:
    page = open_page("/stil/", person=ebba)
    page.locator("summary", has_text="Ebba Lind").press("Enter")
    expect(page.get_by_role("button", name="Logga ut")).to_be_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Logga ut")).to_be_hidden()
    expect(page.locator("summary", has_text="Ebba Lind")).to_be_focused()


def test_the_first_tab_leads_past_the_bar(open_page: OpenPage, ebba: Person) -> None:
    page = open_page("/konto/2fa/", person=ebba)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()


def test_a_passkey_is_added_and_signs_in(open_page: OpenPage, ebba: Person) -> None:
    page = open_page("/konto/2fa/", person=ebba)
    authenticator = page.context.new_cdp_session(page)
    authenticator.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    authenticator.send("WebAuthn.addVirtualAuthenticator", {"options": options})
    page.get_by_role("link", name="Lägg till en nyckel").click()
    page.get_by_label("Lösenord").fill(PASSWORD)  # the account's safety: show once more that it is you
    page.get_by_role("button", name="Fortsätt").click()
    page.wait_for_url("**/webauthn/add/")
    page.get_by_role("button", name="Fortsätt").click()
    page.wait_for_url("**/recovery-codes/**")
    page.get_by_label("Jag har sparat koderna").check()
    page.context.clear_cookies()
    page.goto("/konto/login/?next=%2Fkonto%2F2fa%2F")
    page.get_by_role("button", name="Logga in med nyckel").click()
    page.wait_for_url(re.compile(r"/konto/2fa/$"))
    expect(page.get_by_text("Du har 1 nyckel.")).to_be_visible()
