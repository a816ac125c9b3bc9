"""The conflict resolver's desk: which cases wait, and the hits of one case."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from klartecken.assignments.models import Assignment
from klartecken.core.refusals import Refused
from klartecken.ledger.actions import step
from klartecken.people.models import Person
from klartecken.screening import actions, permissions, queries
from klartecken.screening.models import Resolution
from klartecken.screening.views import HitView
from klartecken.web.screening.desk_page import OUTCOMES, case_page
from klartecken.web.screening.doors import resolver, whole
from klartecken.web.visitor import sentences


@login_required
@require_safe
def cases(request: HttpRequest) -> HttpResponse:
    """List the cases with hits to look at."""
    now = timezone.now()
    person = resolver(request, now=now)
    waiting = queries.cases(person, now=now)
    if not permissions.may_resolve(person, now=now):
        waiting = [each for each in waiting if each.waits_for_second]
    return render(request, "screening/desk.html", {"cases": waiting})


@login_required
@require_safe
def case(request: HttpRequest, assignment_id: UUID) -> HttpResponse:
    """Show one case with every hit, what it rests on, and what people have made of it."""
    now = timezone.now()
    person = resolver(request, now=now)
    return render(request, "screening/case.html", case_page(whole(person, assignment_id, now=now), person, now=now))


@login_required
@require_POST
def resolve(request: HttpRequest, assignment_id: UUID) -> HttpResponse:
    """Settle the chosen hits with one reason: all of them, or none."""
    now = timezone.now()
    person = resolver(request, now=now)
    assignment = whole(person, assignment_id, now=now)
    chosen = _chosen(request, assignment, person)
    typed = {"outcome": request.POST.get("outcome", ""), "reason": request.POST.get("reason", "")}
    problem = "" if chosen else _("Välj minst en träff i listan.")
    if chosen and typed["outcome"] not in OUTCOMES:
        problem = _("Välj en bedömning. Det du har skrivit finns kvar.")
    if not problem:
        try:
            with step():
                for hit in chosen:
                    actions.resolve(hit, by=person, now=now, **typed)
        except Refused as refused:
            problem = " ".join(sentences(refused))
    if problem:
        kept = {"problem": problem, "typed": typed, "chosen": [str(hit.pk) for hit in chosen]}
        context = case_page(assignment, person, now=now) | kept
        return render(request, "screening/case.html", context, status=422)
    number = len(chosen)
    words = ngettext("%(number)s träff är bedömd.", "%(number)s träffar är bedömda.", number) % {"number": number}
    messages.success(request, words)
    return redirect("resolving:case", assignment_id)


@login_required
@require_POST
def second(request: HttpRequest, assignment_id: UUID) -> HttpResponse:
    """Confirm somebody else's judgement of a hit on a sanctions list."""
    now = timezone.now()
    person = resolver(request, now=now)
    assignment = whole(person, assignment_id, now=now)
    wanted = request.POST.get("resolution", "")
    rows = Resolution.objects.filter(assignment=assignment, superseded_at__isnull=True)
    resolution = next((each for each in rows if str(each.pk) == wanted), None)
    if resolution is None:
        raise Http404
    try:
        actions.second(resolution, by=person, now=now)
    except Refused as refused:
        messages.error(request, " ".join(sentences(refused)))
    else:
        messages.success(request, _("Bedömningen är bekräftad av två personer."))
    return redirect("resolving:case", assignment_id)


def _chosen(request: HttpRequest, assignment: Assignment, person: Person) -> list[HitView]:
    wanted = set(request.POST.getlist("hit"))
    return [each for each in queries.hits(assignment, person) if str(each.pk) in wanted and each.is_question]
