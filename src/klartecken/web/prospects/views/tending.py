"""Small acts in the garden: each is a POST, and works with and without htmx."""

from datetime import date, timedelta
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from klartecken.core.refusals import Refused
from klartecken.prospects import actions
from klartecken.prospects.models import Acquaintance, Prospect
from klartecken.web.prospects.doors import add_refusal, attempt, first_error, own
from klartecken.web.prospects.forms import Line, NextContact, Story, WhoKnowsWhom
from klartecken.web.prospects.views.showing import page
from klartecken.web.prospects.words import INTERVALS
from klartecken.web.visitor import visitor


@login_required
@require_POST
def note(request: HttpRequest, prospect_id: UUID) -> HttpResponse:
    """Write one line; by htmx only the notes come back."""
    prospect, form = own(request, prospect_id), Line(request.POST)
    if form.is_valid():
        _write(form, prospect, request)
    if request.headers.get("HX-Request"):
        context = {"prospect": prospect, "notes": prospect.notes.all(), "line": form if form.errors else Line()}
        return render(request, "prospects/_notes.html", context, status=422 if form.errors else 200)
    if form.errors:
        messages.error(request, first_error(form))
    return _back(request, prospect)


@login_required
@require_POST
def next_contact(request: HttpRequest, prospect_id: UUID) -> HttpResponse:
    """Choose the day of the next contact, by date or by one press."""
    prospect, form, now = own(request, prospect_id), NextContact(request.POST), timezone.now()
    interval = request.POST.get("in", "")
    day: date | None
    if interval in dict(INTERVALS):
        day = timezone.localdate(now) + timedelta(days=int(interval))
    elif not form.is_valid():
        messages.error(request, first_error(form))
        return _back(request, prospect)
    else:
        day = form.cleaned_data["next_contact"]
    done = _("Dagen är sparad.") if day else _("Ingen dag är satt. Den vilar tills du själv tänker på den.")
    attempt(request, lambda: actions.set_next_contact(prospect, on=day, by=visitor(request), now=now), done)
    return _back(request, prospect)


@login_required
@require_POST
def story(request: HttpRequest, prospect_id: UUID) -> HttpResponse:
    """Rewrite why it matters."""
    prospect, form = own(request, prospect_id), Story(request.POST)
    if not form.is_valid():
        return page(request, prospect, story=form, status=422)
    try:
        actions.tend(prospect, by=visitor(request), now=timezone.now(), **form.cleaned_data)
    except Refused as refused:
        add_refusal(form, refused)
        return page(request, prospect, story=form, status=422)
    messages.success(request, _("Sparat."))
    return _back(request, prospect)


@login_required
@require_POST
def knows(request: HttpRequest, prospect_id: UUID) -> HttpResponse:
    """Write down who knows whom."""
    prospect, now = own(request, prospect_id), timezone.now()
    form = WhoKnowsWhom(request.POST, now=now)
    if form.is_valid():
        fields = form.cleaned_data
        attempt(request, lambda: actions.knows(prospect, by=visitor(request), now=now, **fields), _("Sparat."))
    else:
        messages.error(request, first_error(form))
    return _back(request, prospect)


@login_required
@require_POST
def strike(request: HttpRequest, prospect_id: UUID, row_id: UUID) -> HttpResponse:
    """Strike out who knows whom."""
    prospect = own(request, prospect_id)
    row = Acquaintance.objects.select_related("prospect").filter(prospect=prospect, pk=row_id).first()
    if row is None:
        raise Http404
    attempt(request, lambda: actions.forget_acquaintance(row, by=visitor(request), now=timezone.now()), _("Struket."))
    return _back(request, prospect)


@login_required
@require_POST
def close(request: HttpRequest, prospect_id: UUID) -> HttpResponse:
    """Lay a prospect aside."""
    prospect = own(request, prospect_id)
    attempt(
        request,
        lambda: actions.close(prospect, by=visitor(request), now=timezone.now()),
        _("Lagd åt sidan. Du hittar den under ”Lagda åt sidan”."),
    )
    return redirect("prospects")


@login_required
@require_POST
def take_up(request: HttpRequest, prospect_id: UUID) -> HttpResponse:
    """Take a prospect up again."""
    prospect = own(request, prospect_id)
    done = _("Upptagen igen.")
    attempt(request, lambda: actions.take_up_again(prospect, by=visitor(request), now=timezone.now()), done)
    return _back(request, prospect)


def _write(form: Line, prospect: Prospect, request: HttpRequest) -> None:
    try:
        actions.note(prospect, words=form.cleaned_data["words"], by=visitor(request), now=timezone.now())
    except Refused as refused:
        add_refusal(form, refused)


def _back(request: HttpRequest, prospect: Prospect) -> HttpResponse:
    if request.POST.get("from") == "garden":
        return redirect("prospects")
    return redirect("prospects:show", prospect.pk)
