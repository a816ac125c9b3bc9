"""Refusals as HTTP problems (RFC 9457): the one table from our errors to status codes."""

from typing import Any

from django.core.exceptions import RequestDataTooBig
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, ValidationError

from klartecken.core.refusals import Conflicting, Invalid, NotAllowed, NotFound, Refused, Stale

STATUS: dict[type[Refused], int] = {NotFound: 404, NotAllowed: 403, Stale: 412, Invalid: 422, Conflicting: 409}
"""Kinds of refusal; anything else that is refused is a 400."""

UNREADABLE = 400
TOO_LARGE = 413


class UndertakingNotSigned(NotAllowed):
    """No one reads anything before their signed undertaking is on record."""

    code = "undertaking_not_signed"
    message = gettext_noop("Skriv under sekretessförbindelsen först. Du gör det på webbsidan.")


def problem(*, status: int, code: str, title: str, detail: str = "", **further: object) -> JsonResponse:
    """Write one problem document."""
    body = {"type": f"urn:klartecken:problem:{code}", "title": title, "status": status, "code": code, **further}
    if detail:
        body["detail"] = detail
    return JsonResponse(body, status=status, content_type="application/problem+json")


def refused(_request: HttpRequest, refusal: Refused) -> HttpResponse:
    """Tell a refusal: its stable code, its sentence, and everything that is missing."""
    status = next((code for kind, code in STATUS.items() if isinstance(refusal, kind)), UNREADABLE)
    further: dict[str, Any] = {}
    if refusal.missing:
        further["missing"] = [{"code": each.code, "message": _translated(each.message)} for each in refusal.missing]
    if isinstance(refusal, Invalid) and refusal.field:
        further["field"] = refusal.field
    return problem(status=status, code=refusal.code, title=_translated(refusal.text), **further)


def unreadable(_request: HttpRequest, error: ValidationError) -> HttpResponse:
    """Tell which fields of the request have the wrong form, without repeating what was sent."""
    fields = [{"field": ".".join(str(part) for part in each["loc"]), "message": each["msg"]} for each in error.errors]
    title = _("Förfrågan har fel form. Inget har sparats.")
    return problem(status=422, code="invalid", title=title, errors=fields)


def unauthenticated(_request: HttpRequest, _error: AuthenticationError) -> HttpResponse:
    """Ask for a token."""
    response = problem(status=401, code="unauthenticated", title=_("Ange en giltig nyckel (Bearer)."))
    response["WWW-Authenticate"] = "Bearer"
    return response


def missing_page(_request: HttpRequest, _error: Http404) -> HttpResponse:
    """Tell that an address does not exist."""
    return problem(status=404, code=NotFound.code, title=_translated(NotFound.message))


def bad_request(_request: HttpRequest, error: HttpError) -> HttpResponse:
    """Tell that the request could not be read."""
    return problem(status=error.status_code, code="unreadable", title=_("Förfrågan gick inte att läsa."))


def too_large(_request: HttpRequest, _error: RequestDataTooBig) -> HttpResponse:
    """Refuse a body that is larger than anything we store."""
    return problem(status=TOO_LARGE, code="too_large", title=_("Det som skickades är för stort. Inget har sparats."))


def attach(api: NinjaAPI) -> None:
    """Let the API tell every refusal as a problem."""
    tell: dict[type[Exception], Any] = {
        Refused: refused,
        ValidationError: unreadable,
        AuthenticationError: unauthenticated,
        Http404: missing_page,
        HttpError: bad_request,
        RequestDataTooBig: too_large,
    }
    for error, handler in tell.items():
        api.add_exception_handler(error, handler)


def _translated(sentence: str) -> str:
    return _(sentence) if sentence else ""
