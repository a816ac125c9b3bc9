"""The language of a page, and what a browser may keep."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory

from klartecken.people.models import Person
from klartecken.web.middleware import PrivatePages, language_of


def request_of(user: Person | AnonymousUser, **cookies: str) -> HttpRequest:
    request = RequestFactory().get("/")
    request.user = user
    request.COOKIES.update(cookies)
    return request


@pytest.mark.parametrize(
    ("user", "cookie", "expected"),
    [
        (AnonymousUser(), "", "sv"),
        (AnonymousUser(), "en", "en"),
        (AnonymousUser(), "xx", "sv"),
        (Person(language="en"), "sv", "en"),
        (Person(language="sv"), "en", "sv"),
    ],
    ids=["nobody chose", "the browser chose", "no such language", "the account chose", "the account wins"],
)
def test_the_language_is_swedish_until_somebody_chooses(
    user: Person | AnonymousUser, cookie: str, expected: str
) -> None:
    assert language_of(request_of(user, klartecken_language=cookie)) == expected


def answer(request: HttpRequest) -> HttpResponse:
    return HttpResponse()


def test_what_a_signed_in_person_saw_is_not_kept_by_the_browser() -> None:
    assert PrivatePages(answer)(request_of(Person())).headers["Cache-Control"] == "private, no-store"


def test_a_public_page_may_be_kept() -> None:
    assert "Cache-Control" not in PrivatePages(answer)(request_of(AnonymousUser())).headers
