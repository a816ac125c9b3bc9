from datetime import timedelta
from pathlib import Path

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from pytest_django.fixtures import Settings

from klartecken.prospects import actions
from klartecken.prospects.models import Prospect
from klartecken.registers.importing import import_register
from klartecken.registers.sources.reading import Choices
from tests.firm import Firm

GARDEN = "/garden"


def planted(firm: Firm, name: str, in_days: int | None = None) -> Prospect:
    """Something in the garden, planted a while ago."""
    before = timezone.now() - timedelta(days=50)
    day = None if in_days is None else timezone.localdate() + timedelta(days=in_days)
    return actions.plant(owner=firm.responsible, name=name, next_contact=day, now=before)


def address(name: str, prospect: Prospect) -> str:
    """The address of an act on a prospect."""
    return reverse(f"prospects:{name}", args=[prospect.pk])


def test_an_empty_garden_says_what_can_grow(browser: Client) -> None:
    page = browser.get(GARDEN)
    assert page.status_code == 200
    assert "Inget växer här än" in page.content.decode()


def test_one_line_plants_a_dream_client(browser: Client, firm: Firm) -> None:
    answer = browser.post("/garden/plant", {"name": "Nordvind 🌲", "why": "Elnät"}, follow=True)
    assert answer.redirect_chain == [(GARDEN, 302)]
    assert "Planterad: Nordvind 🌲." in answer.content.decode()
    assert [(each.party.name, each.why) for each in Prospect.objects.all()] == [("Nordvind 🌲", "Elnät")]


def test_planting_nothing_is_refused_beside_the_field(browser: Client) -> None:
    page = browser.post("/garden/plant", {"name": " ", "why": "Elnät"})
    assert page.status_code == 422
    assert 'value="Elnät"' in page.content.decode()
    assert not Prospect.objects.exists()


def test_the_garden_stands_in_groups_and_asks_kindly(browser: Client, firm: Firm) -> None:
    for name, in_days in (("Försenad", -3), ("Snart", 3), ("Sedan", 90), ("Vilande", None)):
        planted(firm, name, in_days)
    page = browser.get(GARDEN).content.decode()
    order = [
        page.index(words) for words in ("Dags att höra av sig", "Försenad", "Inom en månad", "Snart", "Längre fram")
    ]
    assert order == sorted(order)
    assert "Du ville höra av dig" in page
    assert "försenad" not in page.replace("Försenad", "")


def test_a_colleague_sees_nothing_of_anothers_garden(browser: Client, firm: Firm) -> None:
    prospect = planted(firm, "Nordvind")
    assert "Nordvind" in browser.get(GARDEN).content.decode()
    assert browser.get(address("show", prospect)).status_code == 200
    browser.force_login(firm.colleague)
    assert "Nordvind" not in browser.get(GARDEN).content.decode()
    assert browser.get(address("show", prospect)).status_code == 404
    for name in ("note", "next", "story", "knows", "close", "take_up", "look_up"):
        assert browser.post(address(name, prospect), {"words": "hej"}).status_code == 404


@pytest.mark.parametrize("name", ["note", "next", "story", "knows", "close", "take_up", "look_up"])
def test_following_a_link_changes_nothing(browser: Client, firm: Firm, name: str) -> None:
    assert browser.get(address(name, planted(firm, "Nordvind"))).status_code == 405


def test_a_note_is_written_with_and_without_a_script(browser: Client, firm: Firm) -> None:
    prospect = planted(firm, "Nordvind")
    without = browser.post(address("note", prospect), {"words": "Åt lunch"}, follow=True)
    assert "Åt lunch" in without.content.decode()
    by_htmx = browser.post(address("note", prospect), {"words": "Ringde"}, headers={"HX-Request": "true"})
    assert by_htmx.content.decode().lstrip().startswith('<div id="notes">')
    assert "Ringde" in by_htmx.content.decode()
    refused = browser.post(address("note", prospect), {"words": "x" * 301}, headers={"HX-Request": "true"})
    assert (refused.status_code, prospect.notes.count()) == (422, 2)
    assert "x" * 301 in refused.content.decode()


def test_a_note_of_ten_megabytes_is_refused_in_words_and_nothing_is_kept(browser: Client, firm: Firm) -> None:
    prospect = planted(firm, "Nordvind")
    answer = browser.post(address("note", prospect), {"words": "x" * 10_000_000}, headers={"HX-Request": "true"})
    assert (answer.status_code, "En anteckning är en rad, högst 300 tecken." in answer.content.decode()) == (422, True)
    without = browser.post(address("note", prospect), {"words": "x" * 10_000_000}, follow=True)
    assert "En anteckning är en rad, högst 300 tecken." in without.content.decode()
    planting = browser.post("/garden/plant", {"name": "x" * 10_000_000})
    assert (planting.status_code, "längre än 300 tecken" in planting.content.decode()) == (422, True)
    assert not prospect.notes.exists()


def test_the_next_contact_is_set_by_one_press_or_by_date(browser: Client, firm: Firm) -> None:
    prospect, today = planted(firm, "Nordvind"), timezone.localdate()
    browser.post(address("next", prospect), {"in": "30"})
    assert Prospect.objects.get().next_contact == today + timedelta(days=30)
    answer = browser.post(address("next", prospect), {"next_contact": "1999-01-01"}, follow=True)
    assert "Dagen har redan varit." in answer.content.decode()
    browser.post(address("next", prospect), {"next_contact": ""})
    assert Prospect.objects.get().next_contact is None


def test_why_can_be_rewritten_and_a_refusal_keeps_what_was_written(browser: Client, firm: Firm) -> None:
    prospect = planted(firm, "Nordvind")
    browser.post(address("story", prospect), {"why": "Elnät", "areas": "energi", "origin": "referral"})
    assert Prospect.objects.values_list("why", "areas", "origin").get() == ("Elnät", "energi", "referral")
    refused = browser.post(address("story", prospect), {"why": "Mer", "areas": "x" * 301, "origin": "referral"})
    assert (refused.status_code, Prospect.objects.get().why) == (422, "Elnät")
    assert "Mer" in refused.content.decode()


def test_who_knows_whom_is_written_and_struck(browser: Client, firm: Firm) -> None:
    prospect = planted(firm, "Nordvind")
    browser.post(address("knows", prospect), {"colleague": str(firm.colleague.pk), "contact": "Anna, vd"})
    page = browser.get(address("show", prospect)).content.decode()
    assert f"{firm.colleague.name} känner Anna, vd" in page
    row = prospect.acquaintances.get()
    browser.post(reverse("prospects:strike", args=[prospect.pk, row.pk]))
    assert not prospect.acquaintances.exists()


def test_a_look_up_without_registers_says_that_nothing_was_searched(browser: Client, firm: Firm) -> None:
    page = browser.post(address("look_up", planted(firm, "Nordvind"))).content.decode()
    assert "ingenting har genomsökts" in page
    assert "Inga träffar" not in page


def test_a_look_up_finds_what_a_register_holds_and_says_where_it_looked(
    browser: Client, firm: Firm, settings: Settings, tmp_path: Path
) -> None:
    file = tmp_path / "register.csv"
    file.write_text("id,name,country\n1,Nordvind Bioenergi AB,se\n2,Gråsten Gruvor,se\n", encoding="utf-8")
    import_register("csv", [file], home=settings.HOME, choices=Choices(register="provet", source_date="2026-01-01"))
    page = browser.post(address("look_up", planted(firm, "Nordvind Bioenergi"))).content.decode()
    assert "<bdi>Nordvind Bioenergi AB</bdi>" in page
    assert "Gråsten" not in page
    assert "Byråns egna uppdrag och policyn" in page


def test_what_is_laid_aside_is_found_there_and_taken_up(browser: Client, firm: Firm) -> None:
    prospect = planted(firm, "Nordvind")
    browser.post(address("close", prospect))
    assert "Nordvind" not in browser.get(GARDEN).content.decode().split("<main")[1].split('class="rows"')[-1]
    assert "Nordvind" in browser.get("/garden/aside").content.decode()
    browser.post(address("take_up", prospect))
    assert "Nordvind" in browser.get(GARDEN).content.decode()


def test_the_garden_asks_as_many_questions_for_thirty_as_for_one(browser: Client, firm: Firm) -> None:
    counts = []
    for rows in (1, 30):
        for number in range(rows):
            prospect = planted(firm, f"Nordvind {rows} {number}", number - 5)
            actions.note(prospect, words="Hej", by=firm.responsible, now=timezone.now())
        counts.append(_queries(browser, GARDEN))
    assert counts[0] == counts[1]


def test_a_prospect_asks_as_many_questions_with_thirty_notes_as_with_one(browser: Client, firm: Firm) -> None:
    prospect, counts = planted(firm, "Nordvind"), []
    for rows in (1, 30):
        for number in range(rows):
            actions.note(prospect, words="Hej", by=firm.responsible, now=timezone.now())
            contact = f"Anna {rows} {number}"
            actions.knows(prospect, colleague=firm.colleague, contact=contact, by=firm.responsible, now=timezone.now())
        counts.append(_queries(browser, address("show", prospect)))
    assert counts[0] == counts[1]


def _queries(browser: Client, path: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        assert browser.get(path).status_code == 200
    return len(captured)
