"""Acts of the page: each calls one action and comes back to the page; what was typed is kept when it could not be."""

from collections.abc import Callable
from datetime import datetime

from django.test import Client
from django.urls import reverse

from klartecken.assignments.models import Assignment
from klartecken.circulation import actions as circulation
from klartecken.deciding import actions as deciding
from klartecken.deciding.models import Condition
from klartecken.people.models import Person
from klartecken.web.assignments.acts import ACTS
from tests.firm import WINDOW_ENDED, Firm, fresh

SignIn = Callable[[Person], Client]


def do(client: Client, name: str, assignment: Assignment, **typed: str) -> tuple[int, str]:
    answer = client.post(reverse(f"assignments:{name}", args=[assignment.pk]), typed)
    return answer.status_code, answer.content.decode()


def test_the_way_from_a_draft_to_the_end_goes_through_the_page(firm: Firm, sign_in: SignIn) -> None:
    client = sign_in(firm.responsible)
    assignment = firm.round_closed()
    states = []
    for name in ("confirm", "quote", "start", "end"):
        do(client, name, assignment, version=str(fresh(assignment).version))
        states.append(fresh(assignment).state)
    assert states == ["cleared", "quoted", "ongoing", "ended"]


def test_no_act_is_done_by_a_get_nor_on_what_one_cannot_see(firm: Firm, sign_in: SignIn, now: datetime) -> None:
    draft = firm.draft(now=now)
    own, other = sign_in(firm.responsible), sign_in(firm.colleague)
    addresses = {name: reverse(f"assignments:{name}", args=[draft.pk]) for name in ACTS}
    statuses = {name: (own.get(each).status_code, other.post(each).status_code) for name, each in addresses.items()}
    assert statuses == dict.fromkeys(ACTS, (405, 404))


def test_an_act_that_cannot_be_done_says_why_and_keeps_the_words(firm: Firm, sign_in: SignIn) -> None:
    assignment = firm.cleared()
    status, page = do(sign_in(firm.colleague), "decline", assignment, reasons="Mina långa skäl")
    assert status == 403
    assert "Det här gör den som är kundansvarig." in page
    assert "Mina långa skäl" in page
    assert fresh(assignment).state == "cleared"


def test_a_second_click_on_an_old_page_is_told_that_somebody_was_first(firm: Firm, sign_in: SignIn) -> None:
    assignment, client = firm.cleared(), sign_in(firm.responsible)
    assert do(client, "quote", assignment, version=str(assignment.version))[0] == 302
    status, page = do(client, "quote", assignment, version=str(assignment.version))
    assert status == 409
    assert "Någon annan hann spara en ändring" in page


def test_a_decline_leads_to_a_courteous_letter(firm: Firm, sign_in: SignIn, now: datetime) -> None:
    assignment, client = firm.circulating(now=now), sign_in(firm.responsible)
    answer = client.post(reverse("assignments:decline", args=[assignment.pk]), {"reasons": "Vi hinner inte."})
    letter = client.get(answer["Location"]).content.decode()
    assert "Tack för att ni frågade oss" in letter
    assert "Vi hinner inte." not in letter


def test_the_acceptance_letter_says_why_we_chose_you(firm: Firm, sign_in: SignIn) -> None:
    assignment = firm.round_closed()
    deciding.confirm(assignment, by=firm.responsible, now=WINDOW_ENDED, words="Odling är framtiden.")
    address = reverse("assignments:letter", args=[assignment.pk, "acceptance"])
    client = sign_in(firm.responsible)
    assert "Odling är framtiden. (Jonas Ek)" in client.get(address).content.decode()
    assert 'lang="en"' in client.get(address, {"language": "en"}).content.decode()
    assert client.get(reverse("assignments:letter", args=[assignment.pk, "threat"])).status_code == 404


def test_a_withdrawal_keeps_its_reason(firm: Firm, sign_in: SignIn, now: datetime) -> None:
    assignment = firm.circulating(now=now)
    do(sign_in(firm.responsible), "withdraw", assignment, because="openness", words="De ville vara hemliga.")
    held = fresh(assignment)
    assert (held.state, held.closing_reason, held.closing_words) == ("withdrawn", "openness", "De ville vara hemliga.")


def test_a_condition_is_met_with_what_shows_it(firm: Firm, sign_in: SignIn) -> None:
    assignment = firm.round_closed()
    deciding.escalate(assignment, by=firm.responsible, now=WINDOW_ENDED)
    deciding.decide(
        assignment,
        by=firm.ceo,
        now=WINDOW_ENDED,
        outcome="accept",
        reasons="Bra sak.",
        conditions=[("Visa miljöplanen", "before_quote")],
    )
    condition, client = Condition.objects.get(), sign_in(firm.responsible)
    shown = client.get(reverse("assignments:show", args=[assignment.pk])).content.decode()
    assert "Ett villkor är inte uppfyllt: Visa miljöplanen" in shown
    address = reverse("assignments:condition", args=[assignment.pk, condition.pk])
    assert client.post(address, {"evidence": ""}).status_code == 422
    client.post(address, {"evidence": "Planen från mars"})
    condition.refresh_from_db()
    assert condition.evidence == "Planen från mars"


def test_a_colleague_is_invited_to_a_draft(firm: Firm, sign_in: SignIn, now: datetime) -> None:
    draft = firm.draft(now=now)
    page = reverse("assignments:show", args=[draft.pk])
    assert sign_in(firm.colleague).get(page).status_code == 404
    do(sign_in(firm.responsible), "let-in", draft, person=str(firm.colleague.pk))
    assert sign_in(firm.colleague).get(page).status_code == 200


def test_whoever_cannot_be_on_the_team_is_named_without_a_reason(firm: Firm, sign_in: SignIn, now: datetime) -> None:
    assignment = firm.circulating(now=now)
    edit = reverse("assignments:edit", args=[assignment.pk])
    assert "Inte tillgängliga just nu" not in sign_in(firm.responsible).get(edit).content.decode()
    circulation.opt_out(assignment, by=firm.colleague)
    shown = sign_in(firm.responsible).get(edit).content.decode()
    assert "Inte tillgängliga just nu: Ebba Lind" in shown
    assert "tackat nej" not in shown
