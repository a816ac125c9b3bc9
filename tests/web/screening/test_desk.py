"""The conflict resolver's desk: hits settled together, confirmed by a second person, and consultations written down."""

from django.test import Client
from django.urls import reverse

from klartecken.assignments import actions as assignments
from klartecken.assignments.models import Assignment
from klartecken.screening import queries
from klartecken.screening.models import Consultation, Resolution
from tests.firm import MONDAY, Firm
from tests.web.screening.conftest import browser_of


def rivals(firm: Firm, number: int = 1, *, may_ask_affected: bool | None = None) -> Assignment:
    """A proposal that competes with some others."""
    for name in ("Hamnkranen AB", "Skutan i Viken AB", "Lotsarna AB")[:number]:
        firm.circulating(client=firm.client(name))
    return firm.circulating(client=firm.client("Kajplatsen AB"), may_ask_affected=may_ask_affected)


def hits_of(assignment: Assignment, firm: Firm) -> list[str]:
    return [str(each.pk) for each in queries.hits(assignment, firm.resolver) if each.is_open]


def test_the_desk_lists_what_waits_and_then_nothing(firm: Firm, desk: Client) -> None:
    assignment = rivals(firm)
    assert "Kajplatsen AB" in desk.get(reverse("conflicts")).content.decode()

    sent = {"hit": hits_of(assignment, firm), "outcome": "same_no_conflict", "reason": "Olika hamnar."}
    answer = desk.post(reverse("resolving:resolve", args=[assignment.pk]), sent, follow=True)

    assert "1 träff är bedömd." in answer.content.decode()
    assert "Inget att bedöma" in desk.get(reverse("conflicts")).content.decode()


def test_several_hits_are_settled_with_one_reason(firm: Firm, desk: Client) -> None:
    assignment = rivals(firm, 3)
    page = desk.get(reverse("resolving:case", args=[assignment.pk])).content.decode()
    assert all(name in page for name in ("Hamnkranen AB", "Skutan i Viken AB", "Lotsarna AB"))

    sent = {"hit": hits_of(assignment, firm), "outcome": "same_no_conflict", "reason": "Alla i andra hamnar."}
    desk.post(reverse("resolving:resolve", args=[assignment.pk]), sent)

    assert [each.reason for each in Resolution.objects.all()] == ["Alla i andra hamnar."] * 3
    assert queries.open_hits(assignment) == 0


def test_what_was_typed_stays_when_something_is_missing(firm: Firm, desk: Client) -> None:
    assignment = rivals(firm)
    address = reverse("resolving:resolve", args=[assignment.pk])
    hits = hits_of(assignment, firm)

    without_reason = desk.post(address, {"hit": hits, "outcome": "conflict", "reason": " "})
    without_hit = desk.post(address, {"outcome": "conflict", "reason": "Samma kaj."})

    assert (without_reason.status_code, without_hit.status_code) == (422, 422)
    assert "Skriv skälet" in without_reason.content.decode()
    assert "Samma kaj.</textarea>" in without_hit.content.decode()
    assert Resolution.objects.count() == 0


def test_a_consultation_begins_only_with_consent_and_its_answer_is_written_down(firm: Firm, desk: Client) -> None:
    assignment = rivals(firm, may_ask_affected=True)
    (hit,) = hits_of(assignment, firm)
    sent = {"hit": [hit], "outcome": "needs_consultation", "reason": "Samma kaj."}
    desk.post(reverse("resolving:resolve", args=[assignment.pk]), sent)
    assert "Påbörja samråd" in desk.get(reverse("resolving:case", args=[assignment.pk])).content.decode()

    desk.post(reverse("resolving:consult", args=[assignment.pk]), {"hit": hit})
    asked = Consultation.objects.get()
    desk.post(
        reverse("resolving:consultation", args=[assignment.pk, asked.pk]),
        {"answer": "with_terms", "terms": "Skilda team.", "valid_until": "2027-01-31", "answered_by": "Hamnchefen"},
    )

    asked.refresh_from_db()
    assert (asked.answer, asked.terms, asked.answered_by) == ("with_terms", "Skilda team.", "Hamnchefen")
    assert queries.consultations_valid(assignment, asked.asked_at.date())


def test_without_consent_the_page_says_whom_to_ask_first(firm: Firm, desk: Client) -> None:
    assignment = rivals(firm)
    sent = {"hit": hits_of(assignment, firm), "outcome": "needs_consultation", "reason": "Samma kaj."}
    desk.post(reverse("resolving:resolve", args=[assignment.pk]), sent)

    page = desk.get(reverse("resolving:case", args=[assignment.pk])).content.decode()

    assert "Fråga först den som vill anlita oss" in page
    assert "Påbörja samråd" not in page


def test_a_consultant_cannot_settle_by_posting(firm: Firm, browser: Client) -> None:
    assignment = rivals(firm)
    sent = {"hit": hits_of(assignment, firm), "outcome": "same_no_conflict", "reason": "x"}

    assert browser.post(reverse("resolving:resolve", args=[assignment.pk]), sent).status_code == 404
    assert browser_of(firm.ceo).post(reverse("resolving:resolve", args=[assignment.pk]), sent).status_code == 422
    assert Resolution.objects.count() == 0


def test_the_page_holds_its_number_of_queries_with_one_hit_and_three(
    firm: Firm, desk: Client, django_assert_max_num_queries: object
) -> None:
    one, three = rivals(firm), rivals(firm, 3)
    assert (len(hits_of(one, firm)), len(hits_of(three, firm)) > 2) == (1, True)

    with django_assert_max_num_queries(45):  # type: ignore[operator]
        desk.get(reverse("resolving:case", args=[three.pk]))


def test_a_case_behind_a_wall_is_not_on_the_desk(firm: Firm, desk: Client) -> None:
    assignment = rivals(firm)
    assert "Kajplatsen AB" in desk.get(reverse("conflicts")).content.decode()

    assignments.wall(assignment, firm.resolver, by=firm.ceo, now=MONDAY)

    assert "Kajplatsen AB" not in desk.get(reverse("conflicts")).content.decode()
