"""Letters to copy into a mail."""

from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from klartecken.web.assignments.letters import LETTERS, letter
from klartecken.web.assignments.views.showing import whole
from klartecken.web.visitor import visitor

LANGUAGES = ("sv", "en")


@login_required
@require_safe
def show_letter(request: HttpRequest, assignment_id: UUID, kind: str) -> HttpResponse:
    """Show a letter in Swedish or English; it is for the responsible consultant and the team to sign."""
    if kind not in LETTERS:
        raise Http404
    assignment = whole(visitor(request), assignment_id, now=timezone.now())
    asked = request.GET.get("language", "sv")
    language = asked if asked in LANGUAGES else "sv"
    context = {
        "assignment": assignment,
        "letter": letter(kind, assignment, language=language),
        "kind": kind,
        "language": language,
    }
    return render(request, "assignments/letter.html", context)
