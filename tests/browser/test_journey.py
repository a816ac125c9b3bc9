"""The whole journey in a browser: proposed, objected to on a phone, decided by the CEO, read by anybody."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from klartecken.assignments import actions as assignments
from klartecken.assignments.models import Assignment
from klartecken.circulation import actions as circulation
from klartecken.circulation.models import Round
from klartecken.core.journey import State
from klartecken.parties import actions as parties
from tests.firm import Firm, fresh

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

OpenPage = Callable[..., Page]
Accessible = Callable[[Page], None]


def _propose(page: Page) -> None:
    page.get_by_label("Uppdragsgivare", exact=True).fill("Granlunda Såg AB")
    page.get_by_label("Vad uppdraget gäller, i en mening").fill("Enklare regler för lokalt virke")
    page.get_by_label("Ja", exact=True).check()
    page.get_by_role("button", name="Skicka till alla kollegor").click()
    expect(page.get_by_text("Förslaget är skickat till alla kollegor.")).to_be_visible()


def _end_the_window(firm: Firm, assignment: Assignment) -> None:
    firm.deliver(now=timezone.now())
    Round.objects.update(closes_at=timezone.now() - timedelta(minutes=1))
    circulation.close_due(timezone.now())


def test_from_the_proposal_to_the_public_list(
    open_page: OpenPage, assert_accessible: Accessible, transactional_db: None, firm: Firm
) -> None:
    consultant = open_page("/assignments/new", person=firm.responsible)
    assert_accessible(consultant)
    _propose(consultant)
    assignment = Assignment.objects.get()
    parties.amend(
        assignment.client, country="SE", sectors=(("SNI2007", "16.101"),), by=firm.responsible, now=timezone.now()
    )

    assignments.answer(assignment, fact="intermediary", value=False, by=firm.responsible, now=timezone.now())

    newcomer = open_page("/", person=firm.newcomer, phone=True)
    newcomer.get_by_label("Din synpunkt").fill("Vilka äger sågen?")
    newcomer.get_by_role("button", name="Invänder").click()
    expect(newcomer.get_by_text("Du invänder.")).to_be_visible()
    assert_accessible(newcomer)
    _end_the_window(firm, assignment)

    ceo = open_page(f"/assignments/{assignment.pk}/decide", person=firm.ceo)
    assert_accessible(ceo)
    expect(ceo.get_by_text("Vilka äger sågen?")).to_be_visible()
    ceo.get_by_label("Ja, vi tar uppdraget").check()
    ceo.locator("#id_reasons").fill("Sågen ägs av dem som arbetar där.")
    ceo.get_by_role("button", name="Spara beslutet").click()
    expect(ceo.get_by_text("Beslutet är sparat.")).to_be_visible()
    assert fresh(assignment).state == State.CLEARED

    consultant.goto(consultant.url)
    for button in (
        "Kunden känner till öppenhetskravet",
        "Offerten är lämnad",
        "Kunden har godkänt öppenhetskravet",
        "Starta uppdraget",
    ):
        who = consultant.locator("input[name=accepted_by]").first
        if who.is_visible():
            who.fill("Verkställande direktören")
        consultant.get_by_role("button", name=button).first.click()
        consultant.wait_for_load_state()
        assert_accessible(consultant)
    assert fresh(assignment).state == State.ONGOING

    anyone = open_page("/public/")
    expect(anyone.get_by_text("Granlunda Såg AB").first).to_be_visible()
    assert_accessible(anyone)
