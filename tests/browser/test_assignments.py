"""The pages of an assignment in a real browser: answered in place on a phone, saved while written, open to everyone."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from klartecken.assignments import actions as assignments
from klartecken.assignments.models import Assignment
from klartecken.circulation import actions as circulation
from klartecken.circulation.models import Informed, Round, Viewpoint
from tests.firm import MONDAY, WINDOW_ENDED, Firm, fresh

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

OpenPage = Callable[..., Page]
Accessible = Callable[[Page], None]
WORDS = "Ord som inte får gå förlorade"


@pytest.fixture
def circulating(transactional_db: None, firm: Firm) -> Assignment:
    now = timezone.now()
    assignment = firm.circulating(now=now, lobbying="unsure", team=[firm.deputy])
    circulation.give_viewpoint(assignment, by=firm.ceo, now=now, stance="concern", words="Vem äger dem?")
    return assignment


def test_a_newcomer_answers_on_a_phone_without_leaving_today(
    open_page: OpenPage, assert_accessible: Accessible, firm: Firm, circulating: Assignment
) -> None:
    page = open_page("/", person=firm.newcomer, phone=True)
    assert_accessible(page)
    page.get_by_label("Din synpunkt").fill("En fråga jag brinner för.")
    page.get_by_role("button", name="Vill vara med").click()
    expect(page.get_by_text("Du vill vara med.")).to_be_visible()
    said = Viewpoint.objects.get(person=firm.newcomer)
    assert (said.stance, said.words) == ("take_part", "En fråga jag brinner för.")
    assert_accessible(page)


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_words_that_came_too_late_stay_on_the_screen(
    open_page: OpenPage, firm: Firm, circulating: Assignment, *, scripts: bool
) -> None:
    page = open_page("/", person=firm.newcomer, phone=True, scripts=scripts)
    page.get_by_label("Din synpunkt").fill(WORDS)
    Round.objects.update(closes_at=timezone.now() - timedelta(minutes=1))
    page.get_by_role("button", name="Invänder").click()
    expect(page.get_by_text("Tiden för synpunkter har gått ut")).to_be_visible()
    expect(page.get_by_label("Det du skrev")).to_have_value(WORDS)


def test_a_colleague_speaks_answers_and_opts_out_on_the_assignments_page(
    open_page: OpenPage, assert_accessible: Accessible, firm: Firm, circulating: Assignment
) -> None:
    page = open_page(f"/assignments/{circulating.pk}", person=firm.colleague)
    assert_accessible(page)
    page.get_by_label("Din synpunkt").fill("Jag har frågat runt.")
    page.get_by_role("button", name="Stöder", exact=True).click()
    expect(page.get_by_text("Du stöder uppdraget.")).to_be_visible()
    expect(page.get_by_role("button", name="Stöder", exact=True)).to_have_attribute("aria-pressed", "true")
    page.locator("summary", has_text="Svara Karin Sylve").click()
    page.get_by_label("Ditt svar till Karin Sylve").fill("En familj i Ånge.")
    page.get_by_role("button", name="Svara", exact=True).first.click()
    expect(page.locator(".answers")).to_contain_text("En familj i Ånge.")
    page.get_by_role("button", name="Jag tackar nej till att arbeta i uppdraget").click()
    expect(page.get_by_text("Det ser bara du.")).to_be_visible()
    assert_accessible(page)


def test_the_page_itself_notes_that_it_was_shown(open_page: OpenPage, firm: Firm) -> None:
    assignment = firm.draft(now=timezone.now())
    circulation.circulate(assignment, by=firm.responsible, now=timezone.now())
    page = open_page(f"/assignments/{assignment.pk}", person=firm.colleague)
    page.wait_for_load_state("networkidle")
    assert Informed.objects.filter(person=firm.colleague).exists()


def test_the_way_to_ones_voice_lies_within_reach_and_covers_nothing(
    open_page: OpenPage, firm: Firm, circulating: Assignment
) -> None:
    page = open_page(f"/assignments/{circulating.pk}", person=firm.colleague, phone=True)
    way = page.get_by_role("link", name="Säg vad du tycker")
    expect(way).to_be_in_viewport()
    way.click()
    last = page.get_by_role("button", name="Invänder")
    expect(last).to_be_in_viewport()
    last.click()
    expect(page.get_by_text("Du invänder.")).to_be_visible()


def test_a_draft_is_previewed_and_saved_while_it_is_written(
    open_page: OpenPage, assert_accessible: Accessible, firm: Firm
) -> None:
    draft = firm.draft(now=timezone.now())
    page = open_page(f"/assignments/{draft.pk}/edit", person=firm.responsible)
    page.get_by_label("Text (om du vill)").fill("Nya ord som växer fram.")
    page.get_by_label("Text (om du vill)").press("End")
    expect(page.locator("#forhandsvisning")).to_contain_text("Nya ord som växer fram.")
    expect(page.locator("#sparat")).to_contain_text("Sparat")
    assert fresh(draft).public_text == "Nya ord som växer fram."
    page.get_by_label("Vad uppdraget gäller, i en mening").fill("En ny mening")
    page.get_by_label("Vad uppdraget gäller, i en mening").press("End")
    expect(page.locator("#version")).to_have_value(str(draft.version + 2))
    page.get_by_role("button", name="Spara och titta").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Åkerbruket Energi AB")
    assert_accessible(page)


def test_a_draft_that_somebody_else_saved_is_not_overwritten(open_page: OpenPage, firm: Firm) -> None:
    draft = firm.draft(now=timezone.now())
    page = open_page(f"/assignments/{draft.pk}/edit", person=firm.responsible)
    assignments.save_draft(draft, {"summary": "Någon annans ord"}, by=firm.responsible, now=timezone.now())
    page.get_by_label("Text (om du vill)").fill(WORDS)
    page.get_by_label("Text (om du vill)").press("End")
    expect(page.locator("#sparat")).to_contain_text("Någon annan hann spara en ändring.")
    expect(page.get_by_label("Text (om du vill)")).to_have_value(WORDS)
    assert fresh(draft).public_text == draft.public_text


def test_four_things_are_proposed_on_a_phone_without_scripts(open_page: OpenPage, firm: Firm) -> None:
    page = open_page("/assignments/new", person=firm.responsible, phone=True, scripts=False)
    page.get_by_label("Uppdragsgivare", exact=True).fill("Granlunda Såg AB")
    page.get_by_label("Vad uppdraget gäller, i en mening").fill("Berätta om lokalt virke")
    page.get_by_label("Nej").check()
    page.get_by_role("button", name="Skicka till alla kollegor").click()
    expect(page.get_by_text("Förslaget är skickat till alla kollegor.")).to_be_visible()


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("phone", [False, True], ids=["desk", "phone"])
def test_every_page_of_the_journey_is_accessible(
    open_page: OpenPage, assert_accessible: Accessible, firm: Firm, *, phone: bool, dark: bool
) -> None:
    ongoing = firm.ongoing(client=firm.client("Arbetet AB"))
    escalated = firm.circulating(client=firm.client("Striden AB"))
    circulation.give_viewpoint(escalated, by=firm.colleague, now=MONDAY, stance="object", words="Nej.")
    circulation.close_round(escalated, by=firm.responsible, now=WINDOW_ENDED)
    draft = firm.draft(client=firm.client("Utkastet AB"))
    pages = (
        (firm.ceo, f"/assignments/{escalated.pk}/decide"),
        (firm.ceo, "/"),
        (firm.responsible, f"/assignments/{ongoing.pk}"),
        (firm.responsible, f"/assignments/{ongoing.pk}/letters/acceptance"),
        (firm.responsible, f"/assignments/{draft.pk}/edit"),
        (firm.responsible, "/assignments/new"),
        (firm.responsible, "/assignments/"),
        (firm.colleague, "/search?q=arbetet"),
    )
    for person, address in pages:
        page = open_page(address, person=person, phone=phone, dark=dark)
        for details in page.locator("main details").all():
            details.evaluate("each => each.open = true")
        assert_accessible(page)
