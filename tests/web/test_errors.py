"""Error pages name nothing."""

import pytest
from django.test import Client, RequestFactory

from klartecken.web import errors

SECRET = "hemliga-bolaget"


@pytest.mark.parametrize(
    ("page", "status"),
    [(errors.bad_request, 400), (errors.forbidden, 403), (errors.not_found, 404)],
    ids=["400", "403", "404"],
)
def test_an_error_page_repeats_neither_the_address_nor_the_errors_words(page: object, status: int) -> None:
    answer = page(RequestFactory().get(f"/{SECRET}/"), ValueError(SECRET))  # type: ignore[operator]
    assert (answer.status_code, SECRET in answer.content.decode()) == (status, False)


def test_the_page_for_what_broke_needs_nothing_that_may_have_broken() -> None:
    answer = errors.server_error(RequestFactory().get(f"/{SECRET}/"))
    assert answer.status_code == 500
    assert "Något gick sönder" in answer.content.decode()


def test_what_is_missing_and_what_is_forbidden_to_see_answer_alike(client: Client) -> None:
    assert client.get("/no-such-page/").content == client.get("/another-page/").content
