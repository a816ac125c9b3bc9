"""The undertaking's gate: until it is signed, a signed-in person sees one page."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.urls import reverse
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext

from klartecken.people import queries
from klartecken.people.errors import UndertakingNotSigned
from klartecken.people.models import Person

# What a person may open before signing: the undertaking, and what is about the account alone.
OPEN_PAGES = frozenset(
    {
        "undertaking",
        "account_logout",
        "account_change_password",
        "account_set_password",
        "account_reauthenticate",
        "choose_language",
        "choose_theme",
    }
)
# What everybody may open, signed in or not.
OPEN_TO_THE_WORLD = ("public/", "static/", "healthz")
API = "/api/"
BEARER = "Bearer "
HTTP_FORBIDDEN = 403


class UndertakingGate:
    """Sends whoever has not signed to the undertaking; the API answers 403 with a stable code."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        """Wrap the rest of the request's way."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer; the firm is looked up where a page names it."""
        request.firm = SimpleLazyObject(queries.firm)  # type: ignore[attr-defined]
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, _view: Callable[..., HttpResponse], _args: list[Any], _kwargs: dict[str, Any]
    ) -> HttpResponse | None:
        """Stop before the view, once it is known which page was asked for."""
        if _is_open(request):
            return None
        person = _who(request)
        if person is None:
            return None
        if queries.has_signed(person):
            request.has_signed = True  # type: ignore[attr-defined]
            return None
        return _refusal() if request.path.startswith(API) else _to_the_undertaking(request)


def _is_open(request: HttpRequest) -> bool:
    match = request.resolver_match
    if match is None:
        return False
    return match.view_name in OPEN_PAGES or match.route.startswith(OPEN_TO_THE_WORLD)


def _who(request: HttpRequest) -> Person | None:
    if isinstance(request.user, Person):
        return request.user
    header = request.headers.get("Authorization", "")
    if request.path.startswith(API) and header.startswith(BEARER):
        return queries.person_by_token(header.removeprefix(BEARER))
    return None


def _refusal() -> HttpResponse:
    problem = {
        "type": "about:blank",
        "title": gettext(UndertakingNotSigned.message),
        "status": HTTP_FORBIDDEN,
        "code": UndertakingNotSigned.code,
    }
    return JsonResponse(problem, status=HTTP_FORBIDDEN, content_type="application/problem+json")


def _to_the_undertaking(request: HttpRequest) -> HttpResponse:
    address = reverse("undertaking")
    if request.headers.get("HX-Request") == "true":
        return HttpResponse(headers={"HX-Redirect": address})
    return HttpResponseRedirect(address)
