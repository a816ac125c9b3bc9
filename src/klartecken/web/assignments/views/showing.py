"""The page of an assignment: whole, or masked."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django import forms
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from klartecken.assignments import queries as assignments
from klartecken.assignments.models import Assignment
from klartecken.core.journey.sight import Sight
from klartecken.core.refusals import NotFound
from klartecken.people.models import Person
from klartecken.web.assignments.masked import masked_page
from klartecken.web.assignments.ownership import ownership
from klartecken.web.assignments.page import page
from klartecken.web.visitor import visitor


@dataclass(frozen=True, slots=True)
class Refusal:
    """What was tried and could not be done: the act's name, its form as it was filled in, and the words typed."""

    act: str
    form: forms.Form | None = None
    sentences: tuple[str, ...] = ()
    words: str = ""
    about: str = ""
    status: int = 422

    @property
    def typed(self) -> list[str]:
        """Return the words that were typed, wherever they stood."""
        fields = self.form.cleaned_data.values() if self.form is not None and self.form.is_bound else ()
        return [text for text in (self.words, *fields) if isinstance(text, str) and text.strip()]


def seen(person: Person, assignment_id: UUID, *, now: datetime) -> Assignment:
    """Return what the person sees, or the page that is not there."""
    try:
        return assignments.get_visible(person, assignment_id, now=now)
    except NotFound:
        raise Http404 from None


def whole(person: Person, assignment_id: UUID, *, now: datetime) -> Assignment:
    """Return an assignment that the person sees the whole of, or the page that is not there."""
    try:
        return assignments.get_whole(person, assignment_id, now=now)
    except NotFound:
        raise Http404 from None


NAMES_SHOWN = "names_shown"
"""Masked assignments whose names were asked for in this session."""


def is_covered(request: HttpRequest, assignment: Assignment) -> bool:
    """Tell whether the page keeps the name back: always behind a mask, and from the named few until they ask for it."""
    if assignment.sight == Sight.MASK:
        return True
    return assignment.is_masked and str(assignment.pk) not in request.session.get(NAMES_SHOWN, ())


@login_required
@require_POST
def show_name(request: HttpRequest, assignment_id: UUID) -> HttpResponse:
    """Show a masked name to one of the named few; a link that is merely followed never does."""
    assignment = whole(visitor(request), assignment_id, now=timezone.now())
    request.session[NAMES_SHOWN] = sorted({*request.session.get(NAMES_SHOWN, ()), str(assignment.pk)})
    return redirect("assignments:show", assignment.pk)


@login_required
@require_safe
def show(request: HttpRequest, assignment_id: UUID) -> HttpResponse:
    """Show an assignment: everything, or its mask."""
    return shown(request, seen(visitor(request), assignment_id, now=timezone.now()))


def shown(request: HttpRequest, assignment: Assignment, *, refusal: Refusal | None = None) -> HttpResponse:
    """Write the page; after a refusal, with what was typed still in place."""
    person, now = visitor(request), timezone.now()
    status = refusal.status if refusal else 200
    if is_covered(request, assignment):
        context: dict[str, Any] = masked_page(assignment, person=person, now=now)
        context["may_show_name"] = assignment.sight == Sight.EVERYTHING
        return render(request, "assignments/masked.html", context | {"refusal": refusal}, status=status)
    context = page(assignment, person=person, now=now)
    context |= {"refusal": refusal, "ownership": ownership(assignment.client)}
    context["lost"] = refusal if refusal and not _has_a_place(refusal, context) else None
    return render(request, "assignments/show.html", context, status=status)


def _has_a_place(refusal: Refusal, context: dict[str, Any]) -> bool:
    """Tell whether the form that was refused is still on the page, to show its refusal beside it."""
    if refusal.act in {"viewpoint", "condition"}:
        return True
    if refusal.act == "reply":
        return bool(context["where"].may_speak)
    offered = [context["next"].act, *context["others"]]
    return refusal.act in {act.name for act in offered if act is not None}
