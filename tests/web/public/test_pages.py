import csv
import io
import json
import re
from datetime import timedelta
from xml.etree import ElementTree as ET

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from klartecken.people import actions as people
from klartecken.people.models import Person
from klartecken.publication import actions
from klartecken.publication.folder import publish_folder
from klartecken.publication.models import PublicEntry
from tests.begun import SPRING, begun, colleague

NEXT_DAY = SPRING + timedelta(days=1)
FEEDS = ("/public/assignments.json", "/public/assignments.csv", "/public/assignments.atom")
PAGES = ("/public/", "/public/embed", "/public/policy", *FEEDS)
HIDDEN = ("draft", "circulating", "escalated", "cleared", "quoted", "declined", "withdrawn")


@pytest.fixture
def jonas(db: None) -> Person:
    people.found_firm(name="Sylve & Partner", now=SPRING)
    return colleague("Jonas Ek")


@pytest.fixture
def entry(jonas: Person) -> PublicEntry:
    assignment = begun(jonas, client="Brygga AB", principal="Spåret", issues=("Järnväg",))
    return actions.publish(assignment, by=jonas, now=SPRING)


def text_of(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200, address
    return response.content.decode()


@pytest.mark.parametrize("address", PAGES)
def test_anyone_may_read_the_public_pages(client: Client, entry: PublicEntry, address: str) -> None:
    assert client.get(address).status_code == 200
    assert client.head(address).status_code == 200
    assert client.post(address).status_code == 405


def test_the_list_shows_whom_we_work_for(client: Client, entry: PublicEntry) -> None:
    page = text_of(client, "/public/")

    assert all(words in page for words in ("Sylve &amp; Partner", "Brygga AB", "Spåret", "Åkerbruket", "Vi odlar."))
    assert f'href="/public/assignments/{entry.address}"' in page


def test_an_entry_has_a_permanent_address_dated_changes_and_linked_data(
    client: Client, entry: PublicEntry, jonas: Person
) -> None:
    actions.change(entry, text="Vi odlar mer.", words="Ny text", by=jonas, now=NEXT_DAY)
    actions.correct(entry, words="Det gällde skog.", by=jonas, now=NEXT_DAY + timedelta(hours=1))

    page = text_of(client, f"/public/assignments/{entry.address}")

    assert re.findall(r"<b>(Publicerad|Ändrad|Rättelse)</b>", page) == ["Rättelse", "Ändrad", "Publicerad"]
    assert "Rättelse 2 april 2026." in page
    assert f"http://localhost:8000/public/assignments/{entry.address}" in page
    linked = re.search(r'<script type="application/ld\+json">(.*?)</script>', page)
    assert linked is not None
    assert json.loads(linked[1])["about"]["name"] == "Åkerbruket"


def test_an_ended_entry_keeps_its_page_and_shows_its_end(client: Client, entry: PublicEntry, jonas: Person) -> None:
    actions.end_entry(entry.assignment, by=jonas, now=NEXT_DAY)

    page = text_of(client, f"/public/assignments/{entry.address}")

    assert "<dt>Avslutades</dt><dd>2 april 2026</dd>" in page
    assert "april 2026 till april 2026" in page


def test_an_unknown_address_is_not_found(client: Client, entry: PublicEntry) -> None:
    assert client.get("/public/assignments/ffffffffff").status_code == 404


def test_filters_work_without_scripts_and_survive_nonsense(client: Client, entry: PublicEntry, jonas: Person) -> None:
    assert "Brygga AB" in text_of(client, "/public/?q=brygga&fraga=J%C3%A4rnv%C3%A4g&lage=ongoing&ar=2026")
    assert "Inget uppdrag stämmer" in text_of(client, "/public/?q=annat")
    for nonsense in (
        "?ar=abc",
        "?ar=99999",
        "?lage=x",
        "?sida=-1",
        "?sida=x",
        "?q=" + "x" * 5000,
        "?q=%00",
        "?ar=٢٠٢٦",
    ):
        assert client.get(f"/public/{nonsense}").status_code == 200, nonsense


def test_markup_in_a_text_is_shown_as_text(client: Client, jonas: Person) -> None:
    wicked = "<script>alert(1)</script>"
    entry = actions.publish(begun(jonas, public_title=wicked, public_text=wicked), by=jonas, now=SPRING)

    for address in ("/public/", "/public/embed", f"/public/assignments/{entry.address}"):
        page = text_of(client, address)
        assert "alert(1)" in page
        assert wicked not in page


@pytest.mark.parametrize("state", HIDDEN)
def test_what_has_not_begun_is_nowhere(client: Client, entry: PublicEntry, jonas: Person, state: str) -> None:
    begun(jonas, client="Hemliga Förfrågan AB", state=state, public_title="Hemligt", public_text="Hemligt")

    for address in (*PAGES, "/public/?q=hemlig", "/healthz"):
        assert "emlig" not in text_of(client, address).replace('value="hemlig"', ""), address


def test_consultants_are_on_the_page_when_chosen_and_never_in_feeds(
    client: Client, entry: PublicEntry, jonas: Person
) -> None:
    address = f"/public/assignments/{entry.address}"
    assert "Jonas Ek" not in text_of(client, address)
    actions.change(entry, shows_consultants=True, by=jonas, now=NEXT_DAY)

    assert "Jonas Ek" in text_of(client, address)
    assert not any("Jonas" in text_of(client, feed) for feed in ("/public/", "/public/embed", *FEEDS))


def test_a_name_goes_from_readers_copies_when_its_owner_leaves(
    client: Client, entry: PublicEntry, jonas: Person
) -> None:
    actions.change(entry, shows_consultants=True, by=jonas, now=NEXT_DAY)
    address = f"/public/assignments/{entry.address}"
    tag = client.get(address).headers["ETag"]
    assert client.get(address, headers={"If-None-Match": tag}).status_code == 304
    jonas.is_active = False
    jonas.save()

    fresh = client.get(address, headers={"If-None-Match": tag})

    assert fresh.status_code == 200
    assert "Jonas" not in fresh.content.decode()


@pytest.mark.parametrize("address", ["/public/", "/public/embed", *FEEDS])
def test_a_reader_with_a_fresh_copy_gets_no_new_one(
    client: Client, entry: PublicEntry, jonas: Person, address: str
) -> None:
    first = client.get(address)
    again = client.get(address, headers={"If-None-Match": first.headers["ETag"]})
    dated = client.get(address, headers={"If-Modified-Since": first.headers["Last-Modified"]})
    actions.change(entry, text="Nytt", by=jonas, now=NEXT_DAY)
    changed = client.get(address, headers={"If-None-Match": first.headers["ETag"]})

    assert (again.status_code, dated.status_code, changed.status_code) == (304, 304, 200)


def test_only_the_embed_may_stand_in_another_page(client: Client, entry: PublicEntry) -> None:
    framed, page = client.get("/public/embed"), client.get("/public/")

    assert "frame-ancestors *" in framed.headers["Content-Security-Policy"]
    assert "X-Frame-Options" not in framed.headers
    assert "<script" not in framed.content.decode()
    assert "frame-ancestors 'none'" in page.headers["Content-Security-Policy"]
    assert page.headers["X-Frame-Options"] == "DENY"


def test_public_pages_set_no_cookies(client: Client, entry: PublicEntry) -> None:
    for address in (*PAGES, f"/public/assignments/{entry.address}"):
        assert not client.get(address).cookies, address


def test_feeds_are_read_by_their_own_readers(client: Client, entry: PublicEntry) -> None:
    told = json.loads(text_of(client, "/public/assignments.json"))
    rows = list(csv.DictReader(io.StringIO(text_of(client, "/public/assignments.csv").removeprefix("\ufeff"))))
    feed = ET.fromstring(text_of(client, "/public/assignments.atom"))  # noqa: S314 - our own text

    assert [each["client"] for each in told["assignments"]] == ["Brygga AB"]
    assert [row["client"] for row in rows] == ["Brygga AB"]
    assert len(feed.findall("{http://www.w3.org/2005/Atom}entry")) == 1
    assert client.get("/public/assignments.json").headers["Access-Control-Allow-Origin"] == "*"


def test_the_list_asks_the_database_as_often_for_one_entry_as_for_thirty(
    client: Client, entry: PublicEntry, jonas: Person, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(8):
        client.get("/public/")
    for number in range(29):
        actions.publish(begun(jonas, client=f"Bolag {number}"), by=jonas, now=SPRING)

    with django_assert_num_queries(8):
        client.get("/public/")


def test_thirty_entries_take_two_pages(client: Client, jonas: Person) -> None:
    for number in range(30):
        actions.publish(begun(jonas, client=f"Bolag {number}"), by=jonas, now=SPRING)

    first, second = text_of(client, "/public/"), text_of(client, "/public/?sida=2")

    assert (first.count("<article"), second.count("<article")) == (25, 5)
    assert 'rel="next"' in first


def test_the_folder_of_files_shows_entries_as_the_pages_do(
    client: Client, entry: PublicEntry, tmp_path_factory: pytest.TempPathFactory
) -> None:
    out = tmp_path_factory.mktemp("site") / "out"
    publish_folder(out)
    article = re.compile(r"<article.*?</article>", re.DOTALL)
    on_page = article.findall(text_of(client, f"/public/assignments/{entry.address}"))
    in_file = article.findall((out / "assignments" / f"{entry.address}.html").read_text(encoding="utf-8"))

    assert len(on_page) == 1
    assert in_file == on_page


def test_the_pages_speak_english_to_who_chose_it(client: Client, entry: PublicEntry) -> None:
    client.cookies["klartecken_language"] = "en"

    page = text_of(client, f"/public/assignments/{entry.address}")

    assert '<html lang="en"' in page
    assert "<dt>Client</dt>" in page
