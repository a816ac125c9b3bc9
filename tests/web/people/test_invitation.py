"""Opening an invitation: a GET shows, a POST sets the password."""

from datetime import datetime, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from klartecken.people import actions
from klartecken.people.models import Person

PASSWORD = "tolv gröna tallar"


@pytest.fixture
def token(administrator: Person) -> str:
    """A letter that was sent just now."""
    return actions.invite(email="ny@firma.example", name="Nya Ek", by=administrator, now=timezone.now())[1]


def test_showing_the_letter_uses_nothing_up(client: Client, token: str) -> None:
    address = reverse("invitation", args=[token])
    assert ["Välkommen, Nya Ek" in client.get(address).content.decode() for _ in range(2)] == [True, True]
    assert not Person.objects.get(email="ny@firma.example").has_usable_password()


def test_a_password_is_chosen_once(client: Client, token: str) -> None:
    address = reverse("invitation", args=[token])
    answer = client.post(address, {"password": PASSWORD, "again": PASSWORD})
    assert (answer.status_code, answer["Location"]) == (302, reverse("account_login"))
    assert client.get(address).status_code == 404
    signed_in = client.post(reverse("account_login"), {"login": "ny@firma.example", "password": PASSWORD})
    assert signed_in.status_code == 302
    assert client.get(reverse("people"))["Location"] == reverse("undertaking")


@pytest.mark.parametrize(
    ("password", "again", "sentence"),
    [(PASSWORD, "något annat", "Lösenorden är inte lika"), ("kort", "kort", "12"), ("", "", "")],
)
def test_a_mistake_is_explained_and_the_letter_still_works(
    client: Client, token: str, password: str, again: str, sentence: str
) -> None:
    address = reverse("invitation", args=[token])
    answer = client.post(address, {"password": password, "again": again})
    assert (answer.status_code, sentence in answer.content.decode()) == (422, True)
    assert client.get(address).status_code == 200


def test_a_letter_too_old_or_made_up_looks_the_same(client: Client, administrator: Person) -> None:
    long_ago: datetime = timezone.now() - timedelta(days=15)
    old = actions.invite(email="ny@firma.example", name="Nya Ek", by=administrator, now=long_ago)[1]
    pages = [client.get(reverse("invitation", args=[token])) for token in (old, "påhittad")]
    assert [page.status_code for page in pages] == [404, 404]
    assert "Nya Ek" not in pages[0].content.decode()
