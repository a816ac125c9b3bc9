import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from klartecken.assignments.models import Assignment
from klartecken.parties.models import Party
from klartecken.publication.models import PublicEntry
from tests.firm import Firm

PARTIES = "Company name;Orgnr;Country/Region\nNordvind AB;556012-5790;Sweden\nGråsten;1;Norway\n"
ASSIGNMENTS = (
    "Kund;Beskrivning;Kundansvarig;Lobbying;Start;Slut\n"
    "Nordvind AB;Elnät;Jonas Ek;ja;2024-03-01;\nGråsten;Gruvor;Jonas Ek;nej;2020-01-01;2021-01-01\n"
)


@pytest.fixture
def browser(firm: Firm) -> Client:
    """The administrator's browser."""
    client = Client()
    client.force_login(firm.administrator)
    return client


@pytest.fixture(autouse=True)
def _nothing_waits() -> None:
    for name in waiting_files():
        default_storage.delete(f"imports/{name}")


def send(browser: Client, content: str | bytes, kind: str = "parties") -> str:
    """Upload a file and return the page that follows."""
    raw = content if isinstance(content, bytes) else content.encode("latin-1")
    file = SimpleUploadedFile("kunder.csv", raw, content_type="text/csv")
    return browser.post("/import", {"kind": kind, "file": file}, follow=True).content.decode()


def waiting_files() -> list[str]:
    """Files that wait to be stored."""
    return default_storage.listdir("imports")[1] if default_storage.exists("imports") else []


def test_a_file_is_shown_before_anything_is_stored(browser: Client) -> None:
    page = send(browser, PARTIES)
    for words in (
        "kunder.csv",
        "1 rad går att läsa in",
        "1 rad behöver rättas",
        "Organisationsnumret stämmer inte",
        "Läs in 1 rad",
    ):
        assert words in page
    assert '<option value="Country/Region" selected>' in page
    assert not Party.objects.exists()


def test_confirming_stores_the_good_rows_and_throws_the_file_away(browser: Client) -> None:
    send(browser, PARTIES)
    assert len(waiting_files()) == 1
    page = browser.post("/import/store", follow=True).content.decode()
    assert "1 rad är inläst." in page
    assert list(Party.objects.values_list("name", "country")) == [("Nordvind AB", "SE")]
    assert waiting_files() == []
    send(browser, PARTIES)
    assert "0 rader är inlästa. 1 fanns redan." in browser.post("/import/store", follow=True).content.decode()


def test_the_columns_can_be_pointed_out(browser: Client) -> None:
    page = send(browser, "Vem;Var\nNordvind;NO\n")
    assert "0 rader går att läsa in" in page
    assert "Läs in 0 rader" not in page
    page = browser.post("/import/check", {"name": "Vem", "country": "Var"}, follow=True).content.decode()
    assert "Läs in 1 rad" in page
    browser.post("/import/store")
    assert list(Party.objects.values_list("name", "country")) == [("Nordvind", "NO")]


def test_a_mapping_without_the_name_is_refused(browser: Client) -> None:
    send(browser, PARTIES)
    page = browser.post("/import/check", {"name": ""})
    assert (page.status_code, "Den här kolumnen behövs." in page.content.decode()) == (422, True)


def test_assignments_come_in_and_ongoing_lobbying_is_public(browser: Client) -> None:
    page = send(browser, ASSIGNMENTS, "assignments")
    assert "Läs in 2 rader" in page
    browser.post("/import/store")
    assert sorted(Assignment.objects.values_list("client__name", "state")) == [
        ("Gråsten", "ended"),
        ("Nordvind AB", "ongoing"),
    ]
    assert list(PublicEntry.objects.values_list("client_name", flat=True)) == ["Nordvind AB"]


def test_cancelling_throws_the_file_away(browser: Client) -> None:
    send(browser, PARTIES)
    browser.post("/import/cancel")
    assert (waiting_files(), Party.objects.count()) == ([], 0)
    assert browser.get("/import/check").status_code == 302


@pytest.mark.parametrize("content", [b"PK\x03\x04 xlsx", b"Namn\n", b'Namn\n"cut', b""])
def test_what_is_no_table_is_refused_kindly(browser: Client, content: bytes) -> None:
    page = send(browser, content)
    assert "Något behöver rättas" in page
    assert waiting_files() == []


def test_nobody_but_the_administrator_comes_in(browser: Client, firm: Firm) -> None:
    assert browser.get("/import").status_code == 200
    for person in (firm.ceo, firm.responsible, firm.newcomer):
        browser.force_login(person)
        assert browser.get("/import").status_code == 403
        assert browser.post("/import/store").status_code == 403


@pytest.mark.parametrize("address", ["/import/store", "/import/cancel"])
def test_following_a_link_stores_nothing(browser: Client, address: str) -> None:
    assert browser.get(address).status_code == 405
