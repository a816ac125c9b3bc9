"""The acts of the page: each is a POST that calls one action and comes back to the page."""

from uuid import UUID

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from klartecken.circulation import actions as circulation
from klartecken.core.refusals import Invalid, NotFound, Refused
from klartecken.deciding import actions as deciding
from klartecken.deciding.models import Condition
from klartecken.web.assignments.act_forms import Evidence
from klartecken.web.assignments.acts import Act
from klartecken.web.assignments.views.showing import Refusal, seen, shown, whole
from klartecken.web.visitor import sentences, status_of, visitor


@login_required
@require_POST
def act(request: HttpRequest, assignment_id: UUID, what: Act) -> HttpResponse:
    """Do one act of the table, or show the page with what was typed and why it could not be done."""
    person, now = visitor(request), timezone.now()
    assignment = whole(person, assignment_id, now=now)
    form = what.form(request.POST, auto_id=f"{what.name}-%s")
    if not form.is_valid():
        return shown(request, assignment, refusal=Refusal(act=what.name, form=form))
    options = dict(form.cleaned_data)
    if what.versioned:
        options["expected_version"] = version_of(request)
    try:
        what.do(assignment, by=person, now=now, **options)
    except NotFound:
        raise Http404 from None
    except Refused as refused:
        return shown(request, assignment, refusal=explained(what.name, form, refused, request=request))
    messages.success(request, str(what.done))
    return _onward(assignment_id, what)


def explained(name: str, form: forms.Form, refused: Refused, *, request: HttpRequest) -> Refusal:
    """Put a refusal where it belongs: at the field it is about, else above the form."""
    told = sentences(refused)
    if isinstance(refused, Invalid) and refused.field in form.fields:
        form.add_error(refused.field, told[0])
        told = []
    return Refusal(act=name, form=form, sentences=tuple(told), status=answer_status(request, refused))


def answer_status(request: HttpRequest, refused: Refused) -> int:
    """Return the status of a refusal; htmx shows the answer of a 422 and of no other."""
    return 422 if request.headers.get("HX-Request") else status_of(refused)


def version_of(request: HttpRequest) -> int | None:
    """Return the version that the form was written on."""
    version = request.POST.get("version", "")
    return int(version) if version.isascii() and version.isdigit() else None


@login_required
@require_POST
def noticed(request: HttpRequest, assignment_id: UUID) -> HttpResponse:
    """Note that the page was shown, so that no mail has to say it; told to nobody."""
    person, now = visitor(request), timezone.now()
    circulation.shown(seen(person, assignment_id, now=now), by=person, now=now)
    return HttpResponse(status=204)


@login_required
@require_POST
def meet_condition(request: HttpRequest, assignment_id: UUID, condition_id: UUID) -> HttpResponse:
    """Note by what it shows that a condition of the decision is met."""
    person, now = visitor(request), timezone.now()
    assignment = whole(person, assignment_id, now=now)
    condition = Condition.objects.filter(pk=condition_id, decision__assignment=assignment).first()
    if condition is None:
        raise Http404
    form = Evidence(request.POST, auto_id=f"condition-{condition_id}-%s")
    if not form.is_valid():
        return shown(request, assignment, refusal=Refusal(act="condition", form=form, about=str(condition_id)))
    try:
        deciding.meet_condition(condition, by=person, now=now, evidence=form.cleaned_data["evidence"])
    except Refused as refused:
        return shown(request, assignment, refusal=explained("condition", form, refused, request=request))
    messages.success(request, gettext("Villkoret är noterat som uppfyllt."))
    return redirect("assignments:show", assignment_id)


def _onward(assignment_id: UUID, what: Act) -> HttpResponse:
    if what.name == "decline":
        return redirect("assignments:letter", assignment_id, "decline")
    return redirect("assignments:show", assignment_id)
