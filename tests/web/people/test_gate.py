"""Until the undertaking is signed there is one page."""

import pytest
from django.test import Client
from django.urls import reverse

from klartecken.people import actions, queries
from klartecken.people.models import Person
from tests.web.people.conftest import SignedIn

CLOSED = ("my_page", "people", "management", "firm_settings", "my_record", "mfa_index")


@pytest.mark.parametrize("name", CLOSED)
def test_before_signing_every_page_leads_to_the_undertaking(
    signed_in: SignedIn, newcomer: Person, ebba: Person, name: str
) -> None:
    assert signed_in(ebba).get(reverse(name)).headers.get("Location") != reverse("undertaking")
    answer = signed_in(newcomer).get(reverse(name))
    assert (answer.status_code, answer["Location"]) == (302, reverse("undertaking"))


def test_the_administrator_signs_too(signed_in: SignedIn, administrator: Person) -> None:
    client = signed_in(administrator)
    assert client.get(reverse("management")).status_code == 200
    administrator.undertaking.delete()
    assert client.get(reverse("management"))["Location"] == reverse("undertaking")


def test_a_post_before_signing_does_nothing(signed_in: SignedIn, newcomer: Person) -> None:
    answer = signed_in(newcomer).post(reverse("my_areas"), {"words": "skolan"})
    assert (answer.status_code, answer["Location"]) == (302, reverse("undertaking"))
    assert not newcomer.areas.exists()


def test_language_password_and_signing_out_stay_open(signed_in: SignedIn, newcomer: Person) -> None:
    client = signed_in(newcomer)
    assert client.get(reverse("account_change_password")).status_code == 200
    assert client.get(reverse("account_logout")).status_code == 200
    client.post(reverse("choose_language"), {"language": "en", "next": reverse("undertaking")})
    assert "does not restrict my right to report wrongdoing" in client.get(reverse("undertaking")).content.decode()


def test_htmx_is_told_to_go_there(signed_in: SignedIn, newcomer: Person) -> None:
    answer = signed_in(newcomer).get(reverse("people"), headers={"HX-Request": "true"})
    assert (answer.status_code, answer["HX-Redirect"]) == (200, reverse("undertaking"))


def test_the_one_page_has_no_way_to_others(signed_in: SignedIn, newcomer: Person, ebba: Person) -> None:
    ways = [f'href="{reverse(name)}"' for name in ("my_page", "people")]
    shown = [signed_in(person).get(reverse("undertaking")).content.decode() for person in (ebba, newcomer)]
    assert [[way in page for way in ways] for page in shown] == [[True, True], [False, False]]


def test_reading_the_undertaking_signs_nothing(signed_in: SignedIn, newcomer: Person) -> None:
    answer = signed_in(newcomer).get(reverse("undertaking"))
    assert answer.status_code == 200
    assert "2021:890" in answer.content.decode()
    assert not queries.has_signed(newcomer)


def test_signing_needs_the_promise_and_opens_the_rest(signed_in: SignedIn, newcomer: Person) -> None:
    client = signed_in(newcomer)
    refused = client.post(reverse("undertaking"), {})
    assert (refused.status_code, queries.has_signed(newcomer)) == (422, False)
    assert "Kryssa i rutan om du lovar" in refused.content.decode()
    assert client.post(reverse("undertaking"), {"promised": "on"}).status_code == 302
    assert queries.has_signed(newcomer)
    assert client.get(reverse("people")).status_code == 200


def test_the_api_answers_403_with_a_code(signed_in: SignedIn, newcomer: Person, now: object) -> None:
    token = actions.issue_token(newcomer, label="", now=newcomer.joined_at)
    for client, headers in (
        (signed_in(newcomer), {}),
        (Client(), {"Authorization": f"Bearer {token}"}),
    ):
        answer = client.get("/api/v1/assignments", headers=headers)
        assert (answer.status_code, answer["Content-Type"]) == (403, "application/problem+json")
        assert answer.json()["code"] == "undertaking_not_signed"


def test_public_pages_are_open_to_all(signed_in: SignedIn, newcomer: Person) -> None:
    assert signed_in(newcomer).get("/public/").headers.get("Location") != reverse("undertaking")
