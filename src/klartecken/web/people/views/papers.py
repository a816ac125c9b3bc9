"""Registering undertakings that were signed on paper: paste, look, register."""

from dataclasses import dataclass
from datetime import date

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import ngettext

from klartecken.people import actions
from klartecken.people.models import Person
from klartecken.people.pasted import read_papers
from klartecken.web.people.doors import administrators
from klartecken.web.people.forms import PapersForm
from klartecken.web.visitor import visitor


@dataclass(frozen=True, slots=True)
class Preview:
    """What registering would do: whose papers are fine, and which rows are not."""

    accepted: list[tuple[Person, date]]
    refused: list[tuple[str, str]]


@administrators
def paper_undertakings(request: HttpRequest) -> HttpResponse:
    """Show the form, preview the rows, and register those that are fine."""
    form = PapersForm(request.POST if request.method == "POST" else None)
    if request.method != "POST" or not form.is_valid():
        return render(request, "people/papers.html", {"form": form}, status=422 if form.errors else 200)
    if request.POST.get("step") == "register":
        return _register(request, form)
    return render(request, "people/papers.html", {"form": form, "preview": _preview(form)})


def _preview(form: PapersForm) -> Preview:
    read = read_papers(form.cleaned_data["rows"])
    accepted, refused = actions.review_paper_undertakings(read.rows, now=timezone.now())
    unread = [(row.text, row.why) for row in read.wrong]
    return Preview(accepted, unread + [(f"{email}; {day}", why) for (email, day), why in refused])


def _register(request: HttpRequest, form: PapersForm) -> HttpResponse:
    rows = read_papers(form.cleaned_data["rows"]).rows
    result = actions.register_paper_undertakings(rows, by=visitor(request), now=timezone.now())
    words = ngettext(
        "%(count)d förbindelse är registrerad.", "%(count)d förbindelser är registrerade.", len(result.registered)
    )
    messages.success(request, words % {"count": len(result.registered)})
    return redirect("management")
