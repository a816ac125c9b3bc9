"""What the garden's views share: one's own prospect or nothing, and a refusal told where it belongs."""

from collections.abc import Callable
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest

from klartecken.core.refusals import Invalid, NotFound, Refused
from klartecken.prospects import queries
from klartecken.prospects.models import Prospect
from klartecken.web.visitor import sentences, visitor


def own(request: HttpRequest, prospect_id: UUID) -> Prospect:
    """Return the visitor's own prospect; another's does not exist."""
    try:
        return queries.get_own(visitor(request), prospect_id)
    except NotFound:
        raise Http404 from None


def attempt(request: HttpRequest, act: Callable[[], object], done: str = "") -> bool:
    """Do something and say how it went; return whether it was done."""
    try:
        act()
    except NotFound:
        raise Http404 from None
    except Refused as refused:
        for sentence in sentences(refused):
            messages.error(request, sentence)
        return False
    if done:
        messages.success(request, done)
    return True


def first_error(form: forms.Form) -> str:
    """Return what is wrong in a form of one line."""
    return str(next((errors[0] for errors in form.errors.values()), ""))


def add_refusal(form: forms.Form, refused: Refused) -> None:
    """Write a refusal at the field it is about, else above the form."""
    field = refused.field if isinstance(refused, Invalid) else ""
    for sentence in sentences(refused):
        form.add_error(field if field in form.fields else None, sentence)
