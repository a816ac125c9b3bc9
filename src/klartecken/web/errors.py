"""Error pages: they say what to do and never what was asked for."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import get_template


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001 - its words may hold a name
    """The request could not be read."""
    return render(request, "400.html", status=400)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001 - its words may hold a name
    """The person may not do this."""
    return render(request, "403.html", status=403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001 - its words may hold a name
    """There is no such page, or none for this person: the two look alike."""
    return render(request, "404.html", status=404)


def server_error(request: HttpRequest) -> HttpResponse:  # noqa: ARG001 - see below
    """Something broke; nothing was half-saved, since every action is one transaction."""
    # Without the request's context: what broke may be what the context needs.
    return HttpResponse(get_template("500.html").render(), status=500)
