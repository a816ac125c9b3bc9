"""Accounts and roles: by the administrator, and a deputy by the CEO."""

import pytest
from django.urls import reverse

from klartecken.notices.models import Notice
from klartecken.people import queries
from klartecken.people.models import Firm, Person, Role, RoleHolding
from tests.web.people.conftest import SignedIn

FOR_ADMINISTRATORS = ("invite_people", "paper_undertakings")
FOR_MANAGERS = ("management", "firm_settings")


def test_the_pages_open_to_those_they_are_for(
    signed_in: SignedIn, administrator: Person, ceo: Person, ebba: Person
) -> None:
    def statuses(person: Person) -> list[int]:
        client = signed_in(person)
        return [client.get(reverse(name)).status_code for name in FOR_ADMINISTRATORS + FOR_MANAGERS]

    assert statuses(administrator) == [200, 200, 200, 200]
    assert statuses(ceo) == [403, 403, 200, 200]
    assert statuses(ebba) == [403, 403, 403, 403]


def test_several_are_invited_and_wrong_rows_stay_in_the_field(signed_in: SignedIn, administrator: Person) -> None:
    rows = "Nya Ek; nya@firma.example\nutan adress\nVera <vera@firma.example>\nAda; admin@firma.example"
    answer = signed_in(administrator).post(reverse("invite_people"), {"people": rows})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert set(Person.objects.exclude(pk=administrator.pk).values_list("email", flat=True)) == {
        "nya@firma.example",
        "vera@firma.example",
    }
    assert Notice.objects.filter(kind="invitation").count() == 2
    assert answer.context["form"]["people"].value() == "utan adress\nAda; admin@firma.example"
    assert "Raden saknar en e-postadress." in page
    assert "Adressen har redan ett konto" in page
    assert page.count("/invitation/") == 2


def test_too_many_rows_are_refused_before_any_is_used(signed_in: SignedIn, administrator: Person) -> None:
    rows = "\n".join(f"K {number}; {number}@firma.example" for number in range(501))
    answer = signed_in(administrator).post(reverse("invite_people"), {"people": rows})
    assert (answer.status_code, "högst 500 rader" in answer.content.decode()) == (422, True)
    assert Person.objects.count() == 1


def test_a_role_is_given_and_ended(signed_in: SignedIn, administrator: Person, ebba: Person) -> None:
    client = signed_in(administrator)
    client.post(reverse("give_role", args=[ebba.pk]), {"role": "survey_owner"})
    holding = RoleHolding.objects.get(person=ebba)
    assert holding.role == Role.SURVEY_OWNER
    client.post(reverse("end_role", args=[holding.pk]))
    assert not RoleHolding.objects.filter(person=ebba).exists()


def test_a_name_is_put_right_and_a_taken_address_refused(
    signed_in: SignedIn, administrator: Person, ebba: Person, ceo: Person
) -> None:
    client, address = signed_in(administrator), reverse("change_account", args=[ebba.pk])
    assert client.post(address, {"name": "Ebba Ek", "email": ebba.email}).status_code == 302
    taken = client.post(address, {"name": "Ebba Ek", "email": ceo.email})
    assert (taken.status_code, "En annan person har redan den adressen" in taken.content.decode()) == (422, True)
    ebba.refresh_from_db()
    assert (ebba.name, ebba.email) == ("Ebba Ek", "ebba@firma.example")


def test_a_second_ceo_is_refused_with_what_to_do(
    signed_in: SignedIn, administrator: Person, ceo: Person, ebba: Person
) -> None:
    answer = signed_in(administrator).post(reverse("give_role", args=[ebba.pk]), {"role": "ceo"})
    assert answer.status_code == 422
    assert "Avsluta den rollen först" in answer.content.decode()


def test_the_ceo_names_a_deputy_and_gives_no_other_role(signed_in: SignedIn, ceo: Person, ebba: Person) -> None:
    client = signed_in(ceo)
    period = {"from_date": "2999-01-01", "until_date": "2999-01-09"}
    assert client.post(reverse("name_deputy", args=[ebba.pk]), period).status_code == 302
    assert client.post(reverse("give_role", args=[ebba.pk]), {"role": "administrator"}).status_code == 403
    assert list(RoleHolding.objects.filter(person=ebba).values_list("role", flat=True)) == ["deputy"]


def test_the_last_administrator_is_told_why_the_role_stays(signed_in: SignedIn, administrator: Person) -> None:
    client = signed_in(administrator)
    holding = RoleHolding.objects.get(person=administrator)
    answer = client.post(reverse("end_role", args=[holding.pk]), follow=True)
    assert "den sista administratören" in answer.content.decode()
    assert RoleHolding.objects.filter(pk=holding.pk).exists()


def test_papers_are_looked_at_before_they_are_registered(
    signed_in: SignedIn, administrator: Person, newcomer: Person
) -> None:
    client = signed_in(administrator)
    rows = f"Adress;Datum\n{newcomer.email};2024-05-31\ningen@firma.example;2024-05-31\n"
    preview = client.post(reverse("paper_undertakings"), {"rows": rows, "step": "preview"})
    assert newcomer.name in preview.content.decode()
    assert "Ingen kollega har den adressen" in preview.content.decode()
    assert not queries.has_signed(newcomer)
    client.post(reverse("paper_undertakings"), {"rows": rows, "step": "register"})
    assert queries.has_signed(newcomer)


def test_somebody_leaves_and_a_named_colleague_takes_over(
    signed_in: SignedIn, administrator: Person, ebba: Person, ceo: Person
) -> None:
    client = signed_in(administrator)
    unsure = client.post(reverse("person_leaves", args=[ebba.pk]), {"hand_over_to": str(ceo.pk)})
    assert unsure.status_code == 422
    client.post(reverse("person_leaves", args=[ebba.pk]), {"hand_over_to": str(ceo.pk), "sure": "on"})
    ebba.refresh_from_db()
    assert (ebba.is_active, ebba.handed_over_to) == (False, ceo)


def test_a_signed_out_leaver_meets_the_sign_in_page(signed_in: SignedIn, administrator: Person, ebba: Person) -> None:
    browser = signed_in(ebba)
    assert browser.get(reverse("people")).status_code == 200
    signed_in(administrator).post(reverse("person_leaves", args=[ebba.pk]), {"sure": "on"})
    assert browser.get(reverse("people"))["Location"].startswith(reverse("account_login"))


@pytest.mark.parametrize("name", ["change_account", "give_role", "name_deputy", "invite_again", "person_leaves"])
def test_no_get_changes_anything(signed_in: SignedIn, administrator: Person, ebba: Person, name: str) -> None:
    assert signed_in(administrator).get(reverse(name, args=[ebba.pk]), {"role": "ceo"}).status_code == 405
    assert not RoleHolding.objects.filter(person=ebba).exists()


def test_the_firms_settings_are_changed_and_mistakes_explained(signed_in: SignedIn, ceo: Person) -> None:
    Firm.objects.create(name="Firman")
    client = signed_in(ceo)
    fine = {"name": "Firman", "mail_domain": "firma.example", "business_days": 3, "names_in_own_mail": "on"}
    assert client.post(reverse("firm_settings"), fine).status_code == 302
    wrong = client.post(reverse("firm_settings"), {**fine, "mail_domain": "två ord"})
    assert (wrong.status_code, "Skriv det som står efter @" in wrong.content.decode()) == (422, True)
    assert (queries.firm().business_days, queries.firm().mail_domain) == (3, "firma.example")
