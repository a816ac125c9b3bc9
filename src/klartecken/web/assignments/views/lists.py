"""The list of assignments one may see."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from klartecken.web.assignments.listing import FILTERS, listing, row_of
from klartecken.web.visitor import visitor


@login_required
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """List assignments, filtered and searched, a page at a time."""
    chosen = request.GET.get("visa", "")
    words = request.GET.get("q", "").strip()
    page = listing(
        visitor(request), chosen=chosen, words=words, number=request.GET.get("sida", "1"), now=timezone.now()
    )
    context = {
        "page": page,
        "rows": [row_of(each) for each in page.object_list],
        "filters": [(name, label) for name, (label, _narrow) in FILTERS.items()],
        "chosen": chosen if chosen in FILTERS else "",
        "words": words,
    }
    return render(request, "assignments/index.html", context)
