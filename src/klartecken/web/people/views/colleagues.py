"""The colleagues, and finding one by an area of engagement."""

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from klartecken.people import queries

PAGE = 100


@login_required
@require_safe
def people(request: HttpRequest) -> HttpResponse:
    """List the colleagues, or those who show an area with the words asked for."""
    words = request.GET.get("omrade", "").strip()[:80]
    now = timezone.now()
    found = queries.colleagues_with_area(words, now) if words else queries.colleagues(now)
    page = Paginator(found, PAGE).get_page(request.GET.get("sida"))
    return render(request, "people/people.html", {"page": page, "words": words})
