"""Who gets in, and how an act on the check is answered, with htmx and without."""

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from klartecken.assignments import queries as assignments
from klartecken.assignments.models import Assignment
from klartecken.core.refusals import NotFound, Refused
from klartecken.people.models import Person
from klartecken.screening import permissions
from klartecken.web.screening.check import check_of
from klartecken.web.visitor import sentences, visitor


def whole(person: Person, assignment_id: UUID, *, now: datetime) -> Assignment:
    """Return an assignment that the person sees the whole of, or the page that is not there."""
    try:
        return assignments.get_whole(person, assignment_id, now=now)
    except NotFound:
        raise Http404 from None


def resolver(request: HttpRequest, *, now: datetime) -> Person:
    """Return the visitor if hits are theirs to look at; for everybody else there is no such page."""
    person = visitor(request)
    if permissions.may_resolve(person, now=now) or permissions.may_second(person, now=now):
        return person
    raise Http404


def done(request: HttpRequest, assignment_id: UUID, act: Callable[[], object], *, words: str = "") -> HttpResponse:
    """Carry out an act on the check and show the check anew; a refusal is told beside it and nothing is lost."""
    refused: list[str] = []
    try:
        act()
    except NotFound:
        raise Http404 from None
    except Refused as refusal:
        refused = sentences(refusal)
    if request.headers.get("HX-Request"):
        return _fragment(request, assignment_id, refused, words=words)
    for sentence in refused:
        messages.error(request, sentence)
    if words and not refused:
        messages.success(request, words)
    return redirect("assignments:show", assignment_id)


def _fragment(request: HttpRequest, assignment_id: UUID, refused: list[str], *, words: str) -> HttpResponse:
    person, now = visitor(request), timezone.now()
    check = check_of(whole(person, assignment_id, now=now), person=person, now=now)
    context = {"check": check, "refused": refused, "told": "" if refused else words}
    return render(request, "screening/_check.html", context, status=422 if refused else 200)
