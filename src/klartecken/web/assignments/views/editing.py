"""Writing on: a draft is saved as it is written; what colleagues have been told is amended, with a reason."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.forms import BaseFormSet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from klartecken.assignments import actions as assignments
from klartecken.assignments import queries
from klartecken.assignments.models import Assignment
from klartecken.circulation import queries as circulation
from klartecken.core.journey import CLOSED, State
from klartecken.core.refusals import Refused, Stale
from klartecken.ledger.actions import step
from klartecken.people import queries as people
from klartecken.people.models import Person
from klartecken.web.assignments import changes, clients
from klartecken.web.assignments.forms import Draft, Standpoint
from klartecken.web.assignments.public_preview import preview_of
from klartecken.web.assignments.views.acting import version_of
from klartecken.web.assignments.views.proposing import add_refusal
from klartecken.web.assignments.views.showing import whole
from klartecken.web.assignments.words import FIELDS, VOIDS
from klartecken.web.visitor import status_of, visitor


@dataclass(frozen=True, slots=True)
class Desk:
    """The assignment being written, its forms, who writes and when."""

    assignment: Assignment
    form: Draft
    rows: BaseFormSet[Standpoint]
    person: Person
    now: datetime

    @property
    def is_draft(self) -> bool:
        """Tell whether colleagues have not been told yet."""
        return self.assignment.state == State.DRAFT

    def changed(self, place: changes.Placing | None) -> dict[str, object]:
        """Return what differs from what is stored."""
        return changes.changes_from(
            self.form, self.rows, self.assignment, place=place, person=self.person, now=self.now
        )


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, assignment_id: UUID) -> HttpResponse:
    """Write on a draft, or amend what colleagues have been told."""
    desk = _desk(request, assignment_id)
    if request.method != "POST":
        return _page(request, desk)
    if not desk.form.is_valid() or not desk.rows.is_valid():
        return _page(request, desk, status=422)
    try:
        return _save(request, desk) if desk.is_draft else _amend(request, desk)
    except Stale as refused:
        return _page(request, desk, status=status_of(refused), stale=True)
    except Refused as refused:
        add_refusal(desk.form, refused)
        return _page(request, desk, status=status_of(refused))


@login_required
@require_POST
def autosave(request: HttpRequest, assignment_id: UUID) -> HttpResponse:
    """Save what is whole of a draft while it is written; parties wait for the button, since a half name is no party."""
    desk = _desk(request, assignment_id)
    desk.form.is_valid()
    context: dict[str, Any] = {
        "unsaved": [desk.form[name].label for name in desk.form.errors if name in desk.form.fields]
    }
    try:
        wanted = desk.changed(None)
        saved = desk.assignment
        if wanted:
            saved = assignments.save_draft(
                desk.assignment, wanted, by=desk.person, now=desk.now, expected_version=version_of(request)
            )
        context |= {"version": saved.version, "at": desk.now}
    except Stale:
        context["stale"] = True
    except Refused as refused:
        add_refusal(desk.form, refused)
        context["refused"] = [error for errors in desk.form.errors.values() for error in errors]
    return render(request, "assignments/_saved.html", context | {"assignment": desk.assignment})


@login_required
@require_POST
def preview(request: HttpRequest, assignment_id: UUID) -> HttpResponse:
    """Show the public text in its real layout as it is being written; nothing is kept."""
    desk = _desk(request, assignment_id)
    desk.form.is_valid()
    shown = preview_of(desk.assignment, typed=desk.form.cleaned_data)
    return render(request, "assignments/_preview.html", {"preview": shown})


def _desk(request: HttpRequest, assignment_id: UUID) -> Desk:
    person, now = visitor(request), timezone.now()
    assignment = whole(person, assignment_id, now=now)
    if not queries.may_edit(person, assignment) or assignment.state in {State.ENDED, *CLOSED}:
        raise Http404
    posted = request.POST if request.method == "POST" else None
    form = Draft(posted, initial=changes.initial(assignment), now=now)
    return Desk(assignment, form, changes.standpoints(assignment, posted), person, now)


def _save(request: HttpRequest, desk: Desk) -> HttpResponse:
    version = version_of(request)
    with step():  # a refused change leaves no party behind
        wanted = desk.changed(clients.party_of)
        assignments.save_draft(desk.assignment, wanted, by=desk.person, now=desk.now, expected_version=version)
    messages.success(request, _("Utkastet är sparat."))
    return redirect("assignments:show" if "done" in request.POST else "assignments:edit", desk.assignment.pk)


def _amend(request: HttpRequest, desk: Desk) -> HttpResponse:
    planned = desk.changed(clients.planned)
    if not planned:
        messages.info(request, _("Inget var ändrat."))
        return redirect("assignments:show", desk.assignment.pk)
    effect = assignments.preview_amendment(desk.assignment, planned)
    if "confirmed" not in request.POST:
        consequences = {
            "fields": [FIELDS[name] for name in planned if name in FIELDS],
            "voids": [VOIDS[void] for void in sorted(effect.voids)],
            "suspends": effect.state == State.SUSPENDED != desk.assignment.state,
        }
        return _page(request, desk, consequences=consequences)
    with step():  # a refused change leaves no party behind
        assignments.amend(
            desk.assignment,
            desk.changed(clients.party_of),
            by=desk.person,
            now=desk.now,
            reason=request.POST.get("reason", ""),
            expected_version=version_of(request),
        )
    messages.success(request, _("Ändringen är sparad."))
    return redirect("assignments:show", desk.assignment.pk)


def _page(request: HttpRequest, desk: Desk, *, status: int = 200, **more: Any) -> HttpResponse:
    typed = getattr(desk.form, "cleaned_data", {}) if desk.form.is_bound else {}
    context = {
        "assignment": desk.assignment,
        "form": desk.form,
        "rows": desk.rows,
        "is_draft": desk.is_draft,
        "version": request.POST.get("version") or desk.assignment.version,
        "preview": preview_of(desk.assignment, typed=typed),
        "unavailable": _unavailable(desk),
        "reason": request.POST.get("reason", ""),
    }
    return render(request, "assignments/edit.html", context | more, status=status)


def _unavailable(desk: Desk) -> list[str]:
    """Name those who cannot be on the team; whether they are away or have declined is not told."""
    keys = circulation.unavailable(desk.assignment, now=desk.now)
    return [person.name for person in people.signed_colleagues(desk.now).filter(pk__in=keys)] if keys else []
