"""Writing on a draft, and amending what colleagues have been told."""

from collections.abc import Callable
from datetime import datetime

from django.test import Client
from django.urls import reverse

from klartecken.assignments.models import Amendment, Assignment
from klartecken.parties import actions as parties
from klartecken.parties.models import Issue, Party
from klartecken.people.models import Person
from tests.firm import Firm, fresh

SignIn = Callable[[Person], Client]


def filled(assignment: Assignment, **changes: str) -> dict[str, str]:
    """What a browser sends of the form when nothing but `changes` was touched."""
    return {
        "version": str(assignment.version),
        "client_name": assignment.client.name,
        "summary": assignment.summary,
        "lobbying": assignment.lobbying,
        "responsible": str(assignment.responsible_id),
        "team": str(assignment.responsible_id),
        "public_title": assignment.public_title,
        "public_text": assignment.public_text,
        "party_work": assignment.party_work,
        "intermediary": "no",
        "standpoints-TOTAL_FORMS": "0",
        "standpoints-INITIAL_FORMS": "0",
        **changes,
    }


def of(name: str, assignment: Assignment) -> str:
    return reverse(f"assignments:{name}", args=[assignment.pk])


def test_a_draft_is_saved_with_what_the_policy_may_ask_for(firm: Firm, sign_in: SignIn, now: datetime) -> None:
    draft = firm.draft(now=now)
    parties.install_issues(by=None, now=now)
    issue = Issue.objects.get(name_sv="A-kassa och omställning")
    changes = {
        "services": "Talarstöd\nDebattartiklar",
        "geography": "se, no",
        "fee_estimate": "450000",
        "adverse": "Motparten AB\nAndra parten AB, 556012-5790",
        "may_ask_affected": "yes",
        "standpoints-TOTAL_FORMS": "1",
        "standpoints-0-issue": str(issue.pk),
        "standpoints-0-stance": "-2",
        "standpoints-0-words": "för dyrt",
    }
    answer = sign_in(firm.responsible).post(of("edit", draft), filled(draft, **changes))
    assert answer.status_code == 302
    saved = fresh(draft)
    assert (saved.services, saved.geography, saved.fee_estimate, saved.may_ask_affected) == (
        ["Talarstöd", "Debattartiklar"],
        ["SE", "NO"],
        450000,
        True,
    )
    assert {row.party.name for row in saved.parties.all()} == {"Motparten AB", "Andra parten AB"}
    assert [(row.issue, row.stance, row.words) for row in saved.positions.all()] == [(issue, -2, "för dyrt")]


def test_saving_again_without_a_change_registers_nobody_twice(firm: Firm, sign_in: SignIn, now: datetime) -> None:
    draft, client = firm.draft(now=now), sign_in(firm.responsible)
    client.post(of("edit", draft), filled(draft, adverse="Motparten AB"))
    known = Party.objects.count()
    client.post(of("edit", draft), filled(fresh(draft), adverse="Motparten AB"))
    assert Party.objects.count() == known


def test_autosave_keeps_what_is_whole_and_says_what_is_not(firm: Firm, sign_in: SignIn, now: datetime) -> None:
    draft = firm.draft(now=now)
    sent = filled(draft, public_text="Nya ord", fee_estimate="mycket", client_name="Halvskriv")
    answer = sign_in(firm.responsible).post(of("autosave", draft), sent).content.decode()
    saved = fresh(draft)
    assert (saved.public_text, saved.fee_estimate, saved.client) == ("Nya ord", None, draft.client)
    assert "Beräknat arvode i kronor" in answer
    assert f'value="{saved.version}"' in answer


def test_a_stale_form_keeps_what_was_typed_and_says_what_to_do(firm: Firm, sign_in: SignIn, now: datetime) -> None:
    draft = firm.draft(now=now, team=[firm.colleague])
    team = [str(firm.responsible.pk), str(firm.colleague.pk)]
    first = filled(draft, summary="Den första meningen") | {"team": team}
    second = filled(draft, summary="Den andra meningen") | {"team": team}
    assert sign_in(firm.colleague).post(of("edit", draft), first).status_code == 302
    answer = sign_in(firm.responsible).post(of("edit", draft), second)
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Någon annan hann spara en ändring medan du skrev" in page
    assert "Den andra meningen</textarea>" in page
    assert fresh(draft).summary == "Den första meningen"


def test_a_stale_autosave_overwrites_nothing(firm: Firm, sign_in: SignIn, now: datetime) -> None:
    draft, client = firm.draft(now=now), sign_in(firm.responsible)
    client.post(of("autosave", draft), filled(draft, public_text="Först"))
    answer = client.post(of("autosave", draft), filled(draft, public_text="Sedan")).content.decode()
    assert "Någon annan hann spara en ändring." in answer
    assert fresh(draft).public_text == "Först"


def test_dates_backwards_are_told_at_the_field(firm: Firm, sign_in: SignIn, now: datetime) -> None:
    draft = firm.draft(now=now)
    sent = filled(draft, starts_on="2026-05-02", ends_on="2026-05-01")
    answer = sign_in(firm.responsible).post(of("edit", draft), sent)
    assert (answer.status_code, fresh(draft).starts_on) == (422, None)
    assert "Perioden slutar innan den börjar." in answer.content.decode()


def test_the_preview_shows_what_is_being_typed_and_keeps_nothing(firm: Firm, sign_in: SignIn, now: datetime) -> None:
    draft = firm.draft(now=now)
    sent = filled(draft, public_title="Ny rubrik", public_text="Ny text", lobbying="yes")
    shown = sign_in(firm.responsible).post(of("preview", draft), sent).content.decode()
    assert all(words in shown for words in ("Ny rubrik", "Ny text", "Lobbyuppdrag"))
    assert fresh(draft).public_text == draft.public_text


def test_an_amendment_says_what_it_voids_before_anything_is_saved(firm: Firm, sign_in: SignIn) -> None:
    assignment, client = firm.cleared(), sign_in(firm.responsible)
    changed = filled(assignment, summary="Något helt annat")
    asked = client.post(of("edit", assignment), changed | {"ask": "1"}).content.decode()
    assert "Kollegorna får frågan på nytt, med en ny tid för synpunkter." in asked
    assert "Klartecknet, om det finns, gäller inte längre." in asked
    assert "Något helt annat</textarea>" in asked
    assert fresh(assignment).summary == assignment.summary
    unreasoned = client.post(of("edit", assignment), changed | {"confirmed": "1"})
    assert unreasoned.status_code == 422
    assert fresh(assignment).state == "cleared"
    client.post(of("edit", assignment), changed | {"confirmed": "1", "reason": "Kunden vill något annat."})
    assert (fresh(assignment).summary, fresh(assignment).state) == ("Något helt annat", "circulating")
    history = client.get(of("show", assignment)).content.decode()
    assert "Kunden vill något annat." in history


def test_a_change_that_voids_nothing_needs_no_reason(firm: Firm, sign_in: SignIn) -> None:
    assignment, client = firm.cleared(), sign_in(firm.responsible)
    changed = filled(assignment, public_text="Bättre ord")
    assert "Inget behöver göras om." in client.post(of("edit", assignment), changed | {"ask": "1"}).content.decode()
    client.post(of("edit", assignment), changed | {"confirmed": "1"})
    assert (fresh(assignment).public_text, fresh(assignment).state) == ("Bättre ord", "cleared")


def test_asking_what_a_change_means_registers_no_party(firm: Firm, sign_in: SignIn) -> None:
    assignment = firm.cleared()
    known = Party.objects.count()
    asked = sign_in(firm.responsible).post(of("edit", assignment), filled(assignment, adverse="Motparten AB"))
    assert "parter" in asked.content.decode()
    assert (Party.objects.count(), Amendment.objects.count()) == (known, 0)


def test_only_those_who_write_it_have_a_form(firm: Firm, sign_in: SignIn, now: datetime) -> None:
    assignment = firm.circulating(now=now)
    assert sign_in(firm.responsible).get(of("edit", assignment)).status_code == 200
    for name in ("edit", "autosave", "preview"):
        answer = sign_in(firm.colleague).post(of(name, assignment), filled(assignment, summary="Kapat"))
        assert answer.status_code == 404
    assert fresh(assignment).summary == assignment.summary
