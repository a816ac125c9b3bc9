"""One-click sign-in: in the demonstration only, at the machine itself only, by POST only."""

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django.fixtures import Settings

from klartecken.people.models import Firm, Person

ADDRESS = "demonstration_sign_in"


@pytest.fixture
def demonstration(db: None, settings: Settings) -> None:
    """The demonstration firm, in a demonstration home."""
    settings.DEMONSTRATION = True
    Firm.objects.create(name="Firman", is_demonstration=True)


def signed_in_as(client: Client) -> str | None:
    return client.session.get("_auth_user_id")


def test_a_press_signs_in(client: Client, demonstration: None, ebba: Person) -> None:
    page = client.get(reverse("account_login"), headers={"host": "localhost:8000"}).content.decode()
    assert "Logga in som Ebba Lind" in page
    answer = client.post(reverse(ADDRESS), {"email": ebba.email}, headers={"host": "localhost:8000"})
    assert (answer.status_code, signed_in_as(client)) == (302, str(ebba.pk))


def test_a_get_signs_nobody_in(client: Client, demonstration: None, ebba: Person) -> None:
    answer = client.get(reverse(ADDRESS), {"email": ebba.email}, headers={"host": "localhost"})
    assert (answer.status_code, signed_in_as(client)) == (405, None)


@pytest.mark.parametrize(
    ("remote", "headers"),
    [
        ("192.168.1.7", {"host": "localhost"}),
        ("127.0.0.1", {"host": "klartecken.firma.example"}),
        ("127.0.0.1", {"host": "localhost", "X-Forwarded-For": "192.168.1.7"}),
    ],
)
def test_elsewhere_it_does_not_exist(
    demonstration: None, ebba: Person, settings: Settings, remote: str, headers: dict[str, str]
) -> None:
    settings.ALLOWED_HOSTS = ["*"]
    client = Client(REMOTE_ADDR=remote)
    assert "Logga in som" not in client.get(reverse("account_login"), headers=headers).content.decode()
    answer = client.post(reverse(ADDRESS), {"email": ebba.email}, headers=headers)
    assert (answer.status_code, signed_in_as(client)) == (404, None)


def test_a_real_firm_has_none(client: Client, ebba: Person, settings: Settings) -> None:
    Firm.objects.create(name="Firman")
    for marked in (False, True):  # not even if somebody leaves the marker file behind
        settings.DEMONSTRATION = marked
        answer = client.post(reverse(ADDRESS), {"email": ebba.email}, headers={"host": "localhost"})
        assert (answer.status_code, signed_in_as(client)) == (404, None)
