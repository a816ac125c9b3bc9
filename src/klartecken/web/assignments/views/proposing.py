"""Proposing: four things in thirty seconds, from nothing or from a prospect."""

from collections.abc import Mapping
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from klartecken.assignments import actions as assignments
from klartecken.assignments.models import Assignment
from klartecken.circulation import actions as circulation
from klartecken.core.refusals import Invalid, NotFound, Refused
from klartecken.ledger.actions import step
from klartecken.people.models import Person
from klartecken.prospects import queries as prospects
from klartecken.prospects.models import Prospect
from klartecken.web.assignments import clients
from klartecken.web.assignments.forms import Proposal
from klartecken.web.visitor import sentences, visitor


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Ask for the four things, and save them as a draft or send them to everyone at once."""
    person, now = visitor(request), timezone.now()
    prospect = _prospect(request, person)
    if request.method != "POST":
        form = Proposal(initial={"responsible": person.pk, **_known(prospect)}, now=now)
        return _page(request, form, prospect)
    form = Proposal(request.POST, now=now)
    if not form.is_valid():
        return _page(request, form, prospect, status=422)
    try:
        assignment = _propose(form, prospect, person=person)
    except Refused as refused:
        add_refusal(form, refused)
        return _page(request, form, prospect, status=422)
    return _onward(request, assignment, person=person)


def add_refusal(form: Proposal, refused: Refused) -> None:
    """Write a refusal at the field it is about, else above the form."""
    told = sentences(refused)
    field = refused.field if isinstance(refused, Invalid) else ""
    place = {"client": "client_name", "name": "client_name", "identifiers": "client_number"}.get(field, field)
    for sentence in told:
        form.add_error(place if place in form.fields else None, sentence)


def _propose(form: Proposal, prospect: Prospect | None, *, person: Person) -> Assignment:
    fields, now = form.cleaned_data, form.now
    typed = clients.named(fields["client_name"], fields["client_number"], field="client_name")
    among = [prospect.party] if prospect else []
    with step():  # a refused proposal leaves no party behind
        return assignments.propose(
            by=person,
            now=now,
            client=clients.party_of(typed, person=person, now=now, among=among),
            summary=fields["summary"],
            lobbying=fields["lobbying"],
            responsible=fields["responsible"],
            prospect=prospect,
            origin=prospect.origin if prospect else "",
        )


def _onward(request: HttpRequest, assignment: Assignment, *, person: Person) -> HttpResponse:
    if "circulate" not in request.POST:
        messages.success(request, _("Utkastet är sparat. Bara du och teamet ser det."))
        return redirect("assignments:edit", assignment.pk)
    try:
        circulation.circulate(assignment, by=person, now=timezone.now())
    except Refused as refused:
        messages.error(request, " ".join([*sentences(refused), _("Utkastet är sparat.")]))
        return redirect("assignments:edit", assignment.pk)
    messages.success(request, _("Förslaget är skickat till alla kollegor."))
    return redirect("assignments:show", assignment.pk)


def _prospect(request: HttpRequest, person: Person) -> Prospect | None:
    asked = request.POST.get("prospect") or request.GET.get("prospect")
    if not asked:
        return None
    try:
        return prospects.get_own(person, UUID(asked))
    except (NotFound, ValueError):
        raise Http404 from None


def _known(prospect: Prospect | None) -> Mapping[str, object]:
    if prospect is None:
        return {}
    return {"client_name": prospect.party.name, "client_number": clients.number_of(prospect.party)}


def _page(request: HttpRequest, form: Proposal, prospect: Prospect | None, *, status: int = 200) -> HttpResponse:
    return render(request, "assignments/new.html", {"form": form, "prospect": prospect}, status=status)
