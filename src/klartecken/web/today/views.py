"""The first page: what needs me, answered in place."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from klartecken.agenda import queries
from klartecken.assignments.models import Assignment
from klartecken.circulation import actions as circulation
from klartecken.core.refusals import NotFound, Refused
from klartecken.people.models import Person
from klartecken.web.assignments.views.acting import answer_status
from klartecken.web.assignments.views.showing import Refusal, seen
from klartecken.web.assignments.words import OWN_STANCES, STANCES
from klartecken.web.today.reading import readings
from klartecken.web.visitor import sentences, visitor


@login_required
@require_safe
def today(request: HttpRequest) -> HttpResponse:
    """Show what needs the person."""
    return _page(request, visitor(request))


@login_required
@require_POST
def viewpoint(request: HttpRequest, assignment_id: UUID) -> HttpResponse:
    """Say what one thinks without leaving the page."""
    person, now = visitor(request), timezone.now()
    assignment = seen(person, assignment_id, now=now)
    stance, words = request.POST.get("stance", ""), request.POST.get("words", "")
    try:
        circulation.give_viewpoint(assignment, by=person, now=now, stance=stance, words=words)
    except NotFound:
        raise Http404 from None
    except Refused as refused:
        refusal = Refusal(
            act="viewpoint",
            sentences=tuple(sentences(refused)),
            words=words,
            about=str(assignment_id),
            status=answer_status(request, refused),
        )
        return _page(request, person, refusal=refusal)
    return _answered(request, assignment, said=str(OWN_STANCES[stance]))


@login_required
@require_POST
def opt_out(request: HttpRequest, assignment_id: UUID) -> HttpResponse:
    """Decline, privately, to work on it."""
    person, now = visitor(request), timezone.now()
    assignment = seen(person, assignment_id, now=now)
    try:
        circulation.opt_out(assignment, by=person)
    except Refused as refused:
        messages.error(request, " ".join(sentences(refused)))
        return redirect("today")
    return _answered(request, assignment, said=_("Du har tackat nej till att arbeta i uppdraget. Det ser bara du."))


def _answered(request: HttpRequest, assignment: Assignment, *, said: str) -> HttpResponse:
    if not request.headers.get("HX-Request"):
        messages.success(request, said)
        return redirect("today")
    return render(request, "today/_answered.html", {"assignment": assignment, "said": said})


def _page(request: HttpRequest, person: Person, *, refusal: Refusal | None = None) -> HttpResponse:
    found = queries.today(person, now=timezone.now())
    listed = {str(each.assignment.pk) for each in found.circulations}
    # A circulation whose time ran out meanwhile is no longer listed; the words that were typed still are shown.
    came_too_late = refusal is not None and refusal.about not in listed
    status = refusal.status if refusal else 200
    if came_too_late and request.headers.get("HX-Request"):
        return render(request, "today/_lost.html", {"refusal": refusal}, status=status)
    context = {
        "today": found,
        "circulations": readings(found.circulations),
        "stances": [(stance, words) for stance, (words, _kind) in STANCES.items()],
        "refusal": refusal,
        "came_too_late": came_too_late,
    }
    return render(request, "today/today.html", context, status=status)
