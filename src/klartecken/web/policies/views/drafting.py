"""The policy owner's desk: begin a draft, edit it with its errors beside the line, try it, let it take effect."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from klartecken.assignments import queries as assignments
from klartecken.core.policy import Problem, default_rulebook, diff
from klartecken.core.refusals import Refused
from klartecken.people.models import Person
from klartecken.policies import actions, queries
from klartecken.policies.actions.versions import may_write
from klartecken.policies.models import PolicyVersion
from klartecken.policies.trying import try_out
from klartecken.web.policies.document import changes
from klartecken.web.policies.forms import Activation, Draft
from klartecken.web.policies.trial import shown_trial
from klartecken.web.policies.views.reading import former_of
from klartecken.web.visitor import sentences, visitor

LINES_AROUND = 1


@dataclass(frozen=True, slots=True)
class Mistake:
    """A problem with the lines around it."""

    line: int
    column: int
    words: str
    instead: str
    lines: tuple[tuple[int, str, bool], ...]


@login_required
@require_POST
def begin(request: HttpRequest) -> HttpResponse:
    """Begin a draft from the version in force."""
    now = timezone.now()
    person = _owner(request, now=now)
    latest = queries.activated().first()
    draft = actions.draft_version(
        rulebook=latest.rulebook if latest else default_rulebook(),
        title=latest.title if latest else _("Vår policy"),
        why=_("Skriv varför den här versionen kommer."),
        by=person,
        now=now,
    )
    return redirect("policies:edit", draft.pk)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, version_id: UUID) -> HttpResponse:
    """Edit a draft; it is saved with its errors, which stand beside their lines."""
    now = timezone.now()
    person = _owner(request, now=now)
    draft = _draft(version_id)
    if request.method != "POST":
        return render(request, "policies/edit.html", _desk(draft, Draft(initial=_written(draft))))
    form = Draft(request.POST)
    if form.is_valid():
        try:
            draft = actions.revise_draft(draft, by=person, now=now, **form.cleaned_data)
        except Refused as refused:
            form.add_error(None, " ".join(sentences(refused)))
        else:
            messages.success(request, _("Utkastet är sparat."))
            return redirect("policies:edit", draft.pk)
    return render(request, "policies/edit.html", _desk(draft, form), status=422)


@login_required
@require_safe
def what_if(request: HttpRequest, version_id: UUID) -> HttpResponse:
    """Show what the draft would have said of the earlier cases that the reader may see."""
    now = timezone.now()
    person = _owner(request, now=now)
    draft = _draft(version_id)
    if queries.problems_of(draft):
        return redirect("policies:edit", draft.pk)
    seen = assignments.visible_to(person, now=now).select_related("client").in_bulk()
    whole = {key: each for key, each in seen.items() if each.sight == "everything"}
    trial = try_out(draft, among=list(whole), on=timezone.localdate(now))
    return render(request, "policies/what_if.html", {"draft": draft, **shown_trial(trial, whole)})


@login_required
@require_POST
def activate(request: HttpRequest, version_id: UUID) -> HttpResponse:
    """Let a draft take effect from a day."""
    now = timezone.now()
    person = _owner(request, now=now)
    draft = _draft(version_id)
    form = Activation(request.POST)
    if form.is_valid():
        try:
            actions.activate(draft, in_force_from=form.cleaned_data["in_force_from"], by=person, now=now)
        except Refused as refused:
            form.add_error("in_force_from", sentences(refused)[0])
        else:
            messages.success(request, _("Versionen är fastställd. Öppna ärenden prövas mot den när den börjar gälla."))
            return redirect("policies:versions")
    context = _desk(draft, Draft(initial=_written(draft)), activation=form)
    return render(request, "policies/edit.html", context, status=422)


@login_required
@require_POST
def discard(request: HttpRequest, version_id: UUID) -> HttpResponse:
    """Throw a draft away."""
    now = timezone.now()
    person = _owner(request, now=now)
    actions.discard_draft(_draft(version_id), by=person, now=now)
    messages.success(request, _("Utkastet är slängt."))
    return redirect("policies:versions")


def _owner(request: HttpRequest, *, now: datetime) -> Person:
    person = visitor(request)
    if may_write(person, now=now):
        return person
    raise Http404


def _draft(version_id: UUID) -> PolicyVersion:
    found = queries.drafts().filter(pk=version_id).first()
    if found is None:
        raise Http404
    return found


def _written(draft: PolicyVersion) -> dict[str, str]:
    return {
        "title": draft.title,
        "why": draft.why,
        "public_summary": draft.public_summary,
        "rulebook": draft.rulebook,
    }


def _desk(draft: PolicyVersion, form: Draft, *, activation: Activation | None = None) -> dict[str, Any]:
    problems = queries.problems_of(draft)
    former = former_of(draft)
    compared = diff(queries.rulebook_of(former), queries.rulebook_of(draft)) if former and not problems else []
    return {
        "draft": draft,
        "form": form,
        "activation": activation or Activation(initial={"in_force_from": timezone.localdate()}),
        "mistakes": [_mistake(each, draft.rulebook.splitlines()) for each in problems],
        "former": former,
        "changes": changes(compared),
    }


def _mistake(problem: Problem, lines: Sequence[str]) -> Mistake:
    english = (get_language() or "sv").startswith("en")
    first = max(1, problem.line - LINES_AROUND)
    around = range(first, min(len(lines), problem.line + LINES_AROUND) + 1)
    return Mistake(
        line=problem.line,
        column=problem.column,
        words=problem.en if english else problem.sv,
        instead=problem.instead_en if english else problem.instead_sv,
        lines=tuple((number, lines[number - 1][:200], number == problem.line) for number in around),
    )
