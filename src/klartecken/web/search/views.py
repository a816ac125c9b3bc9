"""One search over everything one may see; a hidden name is answered like a name that nobody ever wrote."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from klartecken.web.search.finding import find
from klartecken.web.visitor import visitor


@login_required
@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Search assignments, parties and one's own prospects."""
    words = request.GET.get("q", "").strip()
    found = find(visitor(request), words, now=timezone.now()) if words else None
    # The words themselves stand only in the field, so that two searches that find nothing differ in nothing else.
    return render(request, "search/search.html", {"words": words, "found": found})
