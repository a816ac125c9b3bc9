"""The decision page: arguments on both sides in their own words, and the place to decide."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from klartecken.assignments.models import Access, Assignment
from klartecken.core.journey import Stance, State
from klartecken.core.refusals import Invalid, Refused
from klartecken.deciding import actions as deciding
from klartecken.deciding import queries
from klartecken.people.models import Person
from klartecken.web.assignments.act_forms import Ruling
from klartecken.web.assignments.ownership import ownership
from klartecken.web.assignments.page import page
from klartecken.web.assignments.views.acting import version_of
from klartecken.web.assignments.views.showing import is_covered, whole
from klartecken.web.assignments.words import OUTCOMES
from klartecken.web.visitor import sentences, status_of, visitor

FOR = frozenset({Stance.SUPPORT, Stance.TAKE_PART})


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def decide(request: HttpRequest, assignment_id: UUID) -> HttpResponse:
    """Read both sides and decide, with written reasons and perhaps conditions."""
    person, now = visitor(request), timezone.now()
    assignment = whole(person, assignment_id, now=now)
    if not queries.may_decide(person, assignment, now=now):
        raise Http404
    if is_covered(request, assignment):
        return redirect("assignments:show", assignment_id)  # which asks whether to show the name
    if request.method != "POST":
        return _page(request, assignment, Ruling(), person=person)
    form = Ruling(request.POST)
    if not form.is_valid():
        return _page(request, assignment, form, person=person, status=422)
    try:
        deciding.decide(
            assignment,
            by=person,
            now=now,
            outcome=form.cleaned_data["outcome"],
            reasons=form.cleaned_data["reasons"],
            conditions=form.conditions(),
            expected_version=version_of(request),
        )
    except Refused as refused:
        _explain(form, refused)
        return _page(request, assignment, form, person=person, status=status_of(refused))
    messages.success(request, _("Beslutet är sparat. Alla som kan läsa ärendet ser skälen."))
    return redirect("assignments:show", assignment_id)


def _explain(form: Ruling, refused: Refused) -> None:
    field = refused.field if isinstance(refused, Invalid) and refused.field in form.fields else None
    for sentence in sentences(refused):
        form.add_error(field, sentence)


def _page(
    request: HttpRequest, assignment: Assignment, form: Ruling, *, person: Person, status: int = 200
) -> HttpResponse:
    now = timezone.now()
    context = page(assignment, person=person, now=now)
    voices = context["voices"]
    missing = queries.missing_for_clearance(assignment, now=now) if assignment.state == State.ESCALATED else []
    context |= {
        "form": form,
        "ownership": ownership(assignment.client),
        "voices_for": [each for each in voices if each.viewpoint.stance in FOR],
        "voices_against": [each for each in voices if each.viewpoint.stance not in FOR],
        "missing_to_accept": missing,
        "similar": [(each, OUTCOMES[each.outcome]) for each in queries.similar_decisions(assignment, person, now=now)],
        "mask_reason": _mask_reason(assignment, person),
        "version": request.POST.get("version") or assignment.version,
    }
    return render(request, "assignments/decide.html", context, status=status)


def _mask_reason(assignment: Assignment, person: Person) -> str:
    """Return the reason that was written to the one who is asked for a mask."""
    asked = Access.objects.filter(assignment=assignment, person=person, level=Access.Level.EVERYTHING)
    return asked.values_list("reason", flat=True).first() or ""
