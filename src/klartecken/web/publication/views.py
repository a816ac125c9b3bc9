"""One page: what the public list says about an assignment, and what its consultant may do about it."""

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from klartecken.assignments import queries as assignments
from klartecken.assignments.models import Assignment, Lobbying
from klartecken.core.journey import OPEN_TO_ALL
from klartecken.core.refusals import Invalid, NotFound, Refused
from klartecken.publication import actions, queries
from klartecken.publication.models import PublicEntry
from klartecken.publication.showing import preview, shown
from klartecken.web.publication.forms import ChangeForm, CorrectionForm, PublishForm
from klartecken.web.visitor import sentences, status_of, visitor


@login_required
@require_safe
def care(request: HttpRequest, assignment_id: UUID) -> HttpResponse:
    """Show the entry as readers see it, and the forms."""
    return _page(request, _own(request, assignment_id))


@login_required
@require_POST
def publish(request: HttpRequest, assignment_id: UUID) -> HttpResponse:
    """Put the assignment on the public list."""
    assignment = _own(request, assignment_id)
    is_lobbying = assignment.lobbying == Lobbying.YES
    form = Form(request.POST) if is_lobbying else PublishForm(request.POST)

    def act() -> object:
        agrees = bool(form.cleaned_data.get("client_agrees"))
        return actions.publish(assignment, by=visitor(request), now=timezone.now(), client_agrees=agrees)

    return _answer(
        request, assignment, form, act=act, told=_("Uppdraget står nu på den öppna listan."), name="publishing"
    )


@login_required
@require_POST
def change(request: HttpRequest, assignment_id: UUID) -> HttpResponse:
    """Change what the entry says."""
    assignment = _own(request, assignment_id)
    entry, form = _entry(assignment), ChangeForm(request.POST)

    def act() -> object:
        return actions.change(entry, by=visitor(request), now=timezone.now(), **form.cleaned_data)

    return _answer(request, assignment, form, act=act, told=_("Sparat. Listan är ändrad."), name="changing")


@login_required
@require_POST
def correct(request: HttpRequest, assignment_id: UUID) -> HttpResponse:
    """Put a correction notice on the entry."""
    assignment = _own(request, assignment_id)
    entry, form = _entry(assignment), CorrectionForm(request.POST)

    def act() -> object:
        return actions.correct(entry, by=visitor(request), now=timezone.now(), **form.cleaned_data)

    return _answer(request, assignment, form, act=act, told=_("Rättelsen är publicerad."), name="correcting")


def _own(request: HttpRequest, assignment_id: UUID) -> Assignment:
    """Return a begun assignment whose public words the visitor looks after."""
    now = timezone.now()
    try:
        assignment = assignments.get_whole(visitor(request), assignment_id, now=now)
    except NotFound:
        raise Http404 from None
    if assignment.state not in OPEN_TO_ALL:
        raise Http404
    if not actions.may_look_after(visitor(request), assignment, now=now):
        raise PermissionDenied
    return assignment


def _entry(assignment: Assignment) -> PublicEntry:
    entry = queries.entry_of(assignment)
    if entry is None:
        raise Http404
    return entry


def _answer(
    request: HttpRequest, assignment: Assignment, form: Form, *, act: Callable[[], object], told: str, name: str
) -> HttpResponse:
    status = 422
    if form.is_valid():
        try:
            act()
        except Refused as refusal:
            status = status_of(refusal)
            field = refusal.field if isinstance(refusal, Invalid) and refusal.field in form.fields else None
            for sentence in sentences(refusal):
                form.add_error(field, sentence)
        else:
            messages.success(request, told)
            return redirect("public_care", assignment.pk)
    return _page(request, assignment, status=status, **{name: form})


def _page(request: HttpRequest, assignment: Assignment, *, status: int = 200, **forms: Form) -> HttpResponse:
    entry = queries.entry_of(assignment)
    is_lobbying = assignment.lobbying == Lobbying.YES
    context = {
        "assignment": assignment,
        "entry": entry,
        "is_lobbying": is_lobbying,
        "shown": shown(entry, with_consultants=True) if entry else preview(assignment, now=timezone.now()),
        "publishing": forms.get("publishing") or (Form() if is_lobbying else PublishForm()),
    }
    if entry is not None:
        says = {"title": entry.title, "text": entry.text, "shows_consultants": entry.shows_consultants}
        context["changing"] = forms.get("changing") or ChangeForm(initial=says)
        context["correcting"] = forms.get("correcting") or CorrectionForm(initial=says)
    return render(request, "publication/care.html", context, status=status)
