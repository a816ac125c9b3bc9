"""Log lines say what happened and never about whom."""

import io
import logging
import logging.config
from collections.abc import Iterator

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory
from django.urls import ResolverMatch

from klartecken.config.access_log import AccessLog
from klartecken.config.logs import PlacesOnly, WithoutContent

SECRET = "Hemliga Bolaget"


@pytest.fixture
def lines() -> Iterator[io.StringIO]:
    written = io.StringIO()
    handler = logging.StreamHandler(written)
    handler.addFilter(WithoutContent())
    handler.setFormatter(PlacesOnly("%(name)s %(message)s"))
    root = logging.getLogger()
    root.addHandler(handler)
    yield written
    root.removeHandler(handler)


def test_an_error_is_written_as_its_place_and_its_kind(lines: io.StringIO) -> None:
    with pytest.raises(ValueError, match=SECRET) as caught:
        int(SECRET)
    logging.getLogger("klartecken").error("a task failed", exc_info=caught.value)
    assert "a task failed" in lines.getvalue()
    assert "test_logs.py" in lines.getvalue()
    assert "ValueError" in lines.getvalue()
    assert SECRET not in lines.getvalue()


def test_a_page_that_is_missing_is_written_without_its_address(lines: io.StringIO, client: Client) -> None:
    assert client.get("/hemliga-bolaget/", {"q": SECRET}).status_code == 404
    assert "django.request GET 404 (no such page)" in lines.getvalue()
    assert "hemliga" not in lines.getvalue().lower()


def test_a_refused_request_is_written_without_what_it_said(lines: io.StringIO) -> None:
    logging.getLogger("django.security.DisallowedHost").warning("Invalid HTTP_HOST header: %s", SECRET)
    assert lines.getvalue() == "django.security.DisallowedHost a request was refused\n"


@pytest.mark.parametrize(
    ("route", "expected"),
    [("uppdrag/<uuid:id>/", 1), ("enkat/<str:token>/", 0), ("healthz", 0)],
    ids=["an assignment", "a survey", "the health of the server"],
)
def test_the_access_log_writes_patterns_and_nothing_about_surveys(
    caplog: pytest.LogCaptureFixture, route: str, expected: int
) -> None:
    def answer(request: HttpRequest) -> HttpResponse:
        request.resolver_match = ResolverMatch(answer, (), {}, route=route)
        return HttpResponse()

    with caplog.at_level(logging.INFO, "klartecken.access"):
        AccessLog(answer)(RequestFactory().get("/hemliga-bolaget/", {"q": SECRET}))
    assert len(caplog.messages) == expected
    assert all(message.startswith(f"GET 200 {route} ") for message in caplog.messages)
