"""What the check says on an assignment's page, and answering where it asks."""

from django.test import Client
from django.urls import reverse

from klartecken.assignments.models import Answer
from klartecken.policies import queries as policies
from tests.firm import Firm
from tests.web.screening.conftest import browser_of

HTMX = {"HX-Request": "true"}


def test_the_page_shows_what_stands_why_and_what_was_not_searched(firm: Firm, browser: Client) -> None:
    gambling = firm.client("Vinstlotten AB", sectors=(("SNI2007", "92.000"),))
    assignment = firm.circulating(client=gambling)

    page = browser.get(reverse("assignments:show", args=[assignment.pk])).content.decode()

    assert "Talar emot" in page
    assert "räknas som spel om pengar" in page
    assert "Varför?" in page
    assert "SNI2007:92.000" in page
    assert "Inte genomsökt: personalens uppdrag vid sidan av." in page
    assert "Kontrollen går vidare hos den konfliktansvariga." in page


def test_a_question_is_answered_where_it_is_asked_and_the_rest_is_shown_at_once(firm: Firm, browser: Client) -> None:
    assignment = firm.circulating(client=firm.client(sectors=()), lobbying="unsure")
    address = reverse("check:answer", args=[assignment.pk])
    assert [each.fact for each in policies.open_questions(assignment.pk)] == ["client_sectors", "lobbying"]

    answer = browser.post(address, {"fact": "client_sectors", "value": "SNI2007:92.000"}, headers=HTMX)

    assert answer.status_code == 200
    assert "räknas som spel om pengar" in answer.content.decode()
    assert "Svaret är sparat." in answer.content.decode()
    assert [each.fact for each in policies.open_questions(assignment.pk)] == ["lobbying"]


def test_an_answer_that_cannot_be_read_is_refused_with_what_to_write(firm: Firm, browser: Client) -> None:
    assignment = firm.circulating(client=firm.client(sectors=()))
    address = reverse("check:answer", args=[assignment.pk])

    answer = browser.post(address, {"fact": "client_sectors", "value": "92.000"}, headers=HTMX)

    assert answer.status_code == 422
    assert "Skriv branschkoden med sin version" in answer.content.decode()
    assert Answer.objects.count() == 0


def test_asked_and_not_obtainable_is_an_answer(firm: Firm, browser: Client) -> None:
    assignment = firm.circulating(client=firm.client(sectors=()))
    address = reverse("check:answer", args=[assignment.pk])

    sent = {"fact": "client_sectors", "how": "not_obtainable", "not_obtainable": "Bolaget är inte registrerat än."}
    answer = browser.post(address, sent)

    assert answer.status_code == 302
    assert policies.open_questions(assignment.pk) == []
    page = browser.get(reverse("assignments:show", args=[assignment.pk])).content.decode()
    assert "Bolaget är inte registrerat än." in page


def test_a_draft_is_checked_when_its_owner_asks(firm: Firm, browser: Client) -> None:
    assignment = firm.draft()
    assert policies.findings(assignment.pk) == []

    answer = browser.post(reverse("check:run", args=[assignment.pk]), headers=HTMX)

    assert "Inget hinder" in answer.content.decode()
    assert policies.findings(assignment.pk) != []


def test_answering_a_draft_checks_it_again(firm: Firm, browser: Client) -> None:
    assignment = firm.draft(client=firm.client(sectors=()))
    browser.post(reverse("check:run", args=[assignment.pk]))

    browser.post(reverse("check:answer", args=[assignment.pk]), {"fact": "client_sectors", "value": "SNI2007:12.000"})

    assert {each.rule for each in policies.findings(assignment.pk) if each.stands} >= {"tobacco"}


def test_the_ceo_sets_a_presumption_aside_on_the_page_and_a_consultant_is_not_offered_it(firm: Firm) -> None:

    assignment = firm.circulating(client=firm.client(sectors=(("SNI2007", "92.000"),)))
    address = reverse("assignments:show", args=[assignment.pk])
    assert "Åsidosätt" in browser_of(firm.ceo).get(address).content.decode()
    assert "Åsidosätt" not in browser_of(firm.responsible).get(address).content.decode()

    sent = {"rule": "gambling", "verdict": "set_aside", "reasons": "Uppdraget gäller bara spelberoende."}
    browser_of(firm.responsible).post(reverse("check:finding", args=[assignment.pk]), sent)
    assert policies.effects_standing(assignment.pk) >= {"against"}

    browser_of(firm.ceo).post(reverse("check:finding", args=[assignment.pk]), sent)
    assert "against" not in policies.effects_standing(assignment.pk)


def test_whoever_does_not_see_the_assignment_cannot_touch_its_check(firm: Firm) -> None:

    assignment = firm.draft()
    outsider = browser_of(firm.colleague)

    for name in ("run", "answer", "finding", "identity"):
        assert outsider.post(reverse(f"check:{name}", args=[assignment.pk])).status_code == 404


def test_a_condition_is_settled_by_those_on_the_case_and_by_no_other_colleague(firm: Firm) -> None:
    assignment = firm.circulating(lobbying="yes")
    conditions = [each for each in policies.findings(assignment.pk) if each.effect == "require" and each.is_condition]
    assert conditions != []
    sent = {"rule": conditions[0].rule, "verdict": "met", "reasons": "Det står i avtalet."}
    address = reverse("check:finding", args=[assignment.pk])

    browser_of(firm.colleague).post(address, sent)
    assert policies.standing_answers(assignment.pk) == {}
    browser_of(firm.responsible).post(address, sent)

    assert set(policies.standing_answers(assignment.pk)) == {conditions[0].rule}
