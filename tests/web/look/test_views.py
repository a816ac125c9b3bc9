"""Language and colours are chosen by a form and never by a link."""

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django.fixtures import Settings

CHOICES = [
    ("choose_language", "language", "en", "klartecken_language"),
    ("choose_theme", "theme", "dark", "klartecken_theme"),
]


@pytest.mark.parametrize(("address", "name", "value", "cookie"), CHOICES)
def test_a_choice_is_remembered_and_leads_back(
    client: Client, address: str, name: str, value: str, cookie: str
) -> None:
    answer = client.post(reverse(address), {name: value, "next": "/public/"})
    assert (answer.status_code, answer.headers["Location"]) == (302, "/public/")
    kept = answer.cookies[cookie]
    assert (kept.value, kept["httponly"], kept["samesite"]) == (value, True, "Lax")


@pytest.mark.parametrize(("address", "name", "value", "cookie"), CHOICES)
def test_a_link_chooses_nothing(client: Client, address: str, name: str, value: str, cookie: str) -> None:
    answer = client.get(reverse(address), {name: value})
    assert answer.status_code == 405
    assert cookie not in answer.cookies


@pytest.mark.parametrize(("address", "name", "value", "cookie"), CHOICES)
def test_a_choice_that_is_not_offered_is_not_remembered(
    client: Client, address: str, name: str, value: str, cookie: str
) -> None:
    answer = client.post(reverse(address), {name: value + "x"})
    assert (answer.status_code, cookie in answer.cookies) == (302, False)


def test_a_choice_never_leads_to_another_site(client: Client) -> None:
    answer = client.post(reverse("choose_theme"), {"theme": "dark", "next": "https://elsewhere.example/"})
    assert answer.headers["Location"] == "/"


def test_the_style_page_exists_only_in_the_demonstration(client: Client, settings: Settings) -> None:
    settings.DEMONSTRATION = True
    assert client.get(reverse("styleguide")).status_code == 200
    settings.DEMONSTRATION = False
    assert client.get(reverse("styleguide")).status_code == 404


@pytest.mark.django_db
def test_every_page_is_sent_with_the_strict_policy(client: Client) -> None:
    sent = client.get("/konto/login/").headers["Content-Security-Policy"]
    assert sorted(sent.split("; ")) == [
        "base-uri 'none'",
        "connect-src 'self'",
        "default-src 'none'",
        "font-src 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "img-src 'self' data:",
        "script-src 'self'",
        "style-src 'self'",
        "worker-src 'self'",
    ]
