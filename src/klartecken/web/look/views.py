"""Language and colours are chosen by a form, kept in a cookie, and never by following a link."""

from datetime import timedelta
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST, require_safe

from klartecken.people import actions as people
from klartecken.people.models import Person
from klartecken.web.context import THEME_COOKIE, THEMES
from klartecken.web.look.specimens import specimens

A_YEAR = timedelta(days=365)


@require_POST
def choose_language(request: HttpRequest) -> HttpResponse:
    """Show pages in another language from now on."""
    chosen = request.POST.get("language", "")
    if chosen not in dict(settings.LANGUAGES):
        return _back(request)
    if isinstance(request.user, Person):
        people.set_language(request.user, chosen)
    return _remember(_back(request), settings.LANGUAGE_COOKIE_NAME, chosen)


@require_POST
def choose_theme(request: HttpRequest) -> HttpResponse:
    """Show pages light, dark or as the machine does."""
    chosen = request.POST.get("theme", "")
    return _remember(_back(request), THEME_COOKIE, chosen) if chosen in THEMES else _back(request)


@require_safe
def styleguide(request: HttpRequest) -> HttpResponse:
    """Every component on one page, for those who build Klartecken."""
    if not (settings.DEBUG or settings.DEMONSTRATION):
        raise Http404
    context: dict[str, Any] = specimens()
    return render(request, "look/styleguide.html", context)


def _back(request: HttpRequest) -> HttpResponse:
    target = request.POST.get("next", "/")
    safe = url_has_allowed_host_and_scheme(target, {request.get_host()}, require_https=request.is_secure())
    return HttpResponseRedirect(target if safe else "/")


def _remember(response: HttpResponse, name: str, value: str) -> HttpResponse:
    response.set_cookie(
        name, value, max_age=A_YEAR, samesite="Lax", httponly=True, secure=settings.SESSION_COOKIE_SECURE
    )
    return response
