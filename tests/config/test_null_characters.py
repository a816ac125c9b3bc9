"""Null characters reach no form, no API and no database."""

import json

from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory
from pytest_django.fixtures import Settings

from klartecken.config.null_characters import WithoutNullCharacters

FORM = "application/x-www-form-urlencoded"


def echo(request: HttpRequest) -> HttpResponse:
    if request.content_type == "application/json":
        return HttpResponse(json.loads(request.body)["q"])
    return HttpResponse(request.POST.get("q") or request.GET.get("q"))


def answer(request: HttpRequest) -> str:
    return WithoutNullCharacters(echo)(request).content.decode()


def test_an_address_loses_them() -> None:
    assert answer(RequestFactory().get("/?q=el%00n%C3%A4t")) == "elnät"


def test_a_form_loses_them() -> None:
    assert answer(RequestFactory().post("/", "q=el%00n%C3%A4t&r=100%25", content_type=FORM)) == "elnät"


def test_a_json_body_loses_them() -> None:
    assert answer(RequestFactory().post("/", {"q": "el\0nät"}, content_type="application/json")) == "elnät"


def test_a_form_with_files_is_left_alone() -> None:
    assert answer(RequestFactory().post("/", {"q": "100%00"})) == "100%00"


def test_a_body_that_is_too_large_is_left_to_the_one_who_refuses_it(settings: Settings) -> None:
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 10

    def unread(request: HttpRequest) -> HttpResponse:
        return HttpResponse(str(hasattr(request, "_body")))

    request = RequestFactory().post("/", "q=" + "x" * 100, content_type=FORM)
    assert WithoutNullCharacters(unread)(request).content == b"False"
