"""Viewpoints, answers in their threads, and the private opt-out."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from klartecken.circulation import actions as circulation
from klartecken.circulation.models import Viewpoint
from klartecken.core.refusals import NotFound, Refused
from klartecken.web.assignments.views.acting import answer_status
from klartecken.web.assignments.views.showing import Refusal, seen, shown
from klartecken.web.visitor import sentences, visitor

VOICES = "#synpunkter"


@login_required
@require_POST
def viewpoint(request: HttpRequest, assignment_id: UUID) -> HttpResponse:
    """Say what one thinks; a refusal leaves the words in place."""
    person, now = visitor(request), timezone.now()
    assignment = seen(person, assignment_id, now=now)
    stance, words = request.POST.get("stance", ""), request.POST.get("words", "")
    try:
        circulation.give_viewpoint(assignment, by=person, now=now, stance=stance, words=words)
    except NotFound:
        raise Http404 from None
    except Refused as refused:
        return shown(request, assignment, refusal=_refusal(request, "viewpoint", refused, words=words))
    messages.success(request, _("Din synpunkt är sparad. Du kan ändra den tills tiden går ut."))
    return _back(assignment_id)


@login_required
@require_POST
def reply(request: HttpRequest, assignment_id: UUID, viewpoint_id: UUID) -> HttpResponse:
    """Answer a viewpoint in its thread."""
    person, now = visitor(request), timezone.now()
    assignment = seen(person, assignment_id, now=now)
    answered = Viewpoint.objects.filter(pk=viewpoint_id, round__assignment=assignment).first()
    if answered is None:
        raise Http404
    words = request.POST.get("words", "")
    try:
        circulation.reply(answered, by=person, now=now, words=words)
    except NotFound:
        raise Http404 from None
    except Refused as refused:
        refusal = _refusal(request, "reply", refused, words=words, about=str(viewpoint_id))
        return shown(request, assignment, refusal=refusal)
    return _back(assignment_id)


@login_required
@require_POST
def opt_out(request: HttpRequest, assignment_id: UUID) -> HttpResponse:
    """Decline, privately, to work on it; or take that back."""
    person, now = visitor(request), timezone.now()
    assignment = seen(person, assignment_id, now=now)
    try:
        if request.POST.get("take_back"):
            circulation.take_back_opt_out(assignment, by=person)
        else:
            circulation.opt_out(assignment, by=person)
    except Refused as refused:
        return shown(request, assignment, refusal=_refusal(request, "opt-out", refused))
    return _back(assignment_id)


def _refusal(request: HttpRequest, act: str, refused: Refused, *, words: str = "", about: str = "") -> Refusal:
    return Refusal(
        act=act,
        sentences=tuple(sentences(refused)),
        words=words,
        about=about,
        status=answer_status(request, refused),
    )


def _back(assignment_id: UUID) -> HttpResponse:
    address = reverse("assignments:show", args=[assignment_id])
    return redirect(f"{address}{VOICES}")
