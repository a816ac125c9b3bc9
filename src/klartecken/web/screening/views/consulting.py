"""Consultations: begin one, and write down what the client answered."""

from datetime import date
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from klartecken.core.refusals import Refused
from klartecken.screening import actions, queries
from klartecken.screening.models import Consultation
from klartecken.web.screening.doors import resolver, whole
from klartecken.web.visitor import sentences


@login_required
@require_POST
def start(request: HttpRequest, assignment_id: UUID) -> HttpResponse:
    """Note that an affected client is being asked."""
    now = timezone.now()
    person = resolver(request, now=now)
    assignment = whole(person, assignment_id, now=now)
    wanted = request.POST.get("hit", "")
    hit = next((each for each in queries.hits(assignment, person, now=now) if str(each.pk) == wanted), None)
    if hit is None:
        raise Http404
    try:
        actions.start_consultation(hit.hit, by=person, now=now)
    except Refused as refused:
        messages.error(request, " ".join(sentences(refused)))
    else:
        messages.success(request, _("Samrådet är påbörjat. Skriv in svaret här när du har fått det."))
    return redirect("resolving:case", assignment_id)


@login_required
@require_POST
def record(request: HttpRequest, assignment_id: UUID, consultation_id: UUID) -> HttpResponse:
    """Write down the answer, its terms, and until which day it holds."""
    now = timezone.now()
    person = resolver(request, now=now)
    assignment = whole(person, assignment_id, now=now)
    consultation = Consultation.objects.filter(pk=consultation_id, assignment=assignment).first()
    if consultation is None:
        raise Http404
    try:
        actions.record_consultation(
            consultation,
            answer=request.POST.get("answer", ""),
            terms=request.POST.get("terms", ""),
            answered_by=request.POST.get("answered_by", ""),
            valid_until=_day(request.POST.get("valid_until", "")),
            by=person,
            now=now,
        )
    except Refused as refused:
        messages.error(request, " ".join(sentences(refused)))
    else:
        messages.success(request, _("Svaret är antecknat. Vd tar ställning till avsteget."))
    return redirect("resolving:case", assignment_id)


def _day(written: str) -> date | None:
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None
