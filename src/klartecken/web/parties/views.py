"""One party: what is known of it, who owns it, and where it stands."""

from datetime import datetime
from uuid import UUID

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from klartecken.core.refusals import Invalid, Refused
from klartecken.ledger.actions import step
from klartecken.parties import actions, queries
from klartecken.parties.models import Kind, Party
from klartecken.people.models import Person
from klartecken.web.assignments import clients
from klartecken.web.parties import doors
from klartecken.web.parties.forms import Particulars, Statement, particulars_of
from klartecken.web.parties.panel import panel
from klartecken.web.parties.words import share
from klartecken.web.prospects.doors import add_refusal, attempt
from klartecken.web.visitor import sentences, visitor


@login_required
@require_safe
def show(request: HttpRequest, party_id: UUID) -> HttpResponse:
    """Show a party."""
    return _page(request, doors.seen(request, party_id))


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def amend(request: HttpRequest, party_id: UUID) -> HttpResponse:
    """Change what is known of a party."""
    party, person, now = doors.seen(request, party_id), visitor(request), timezone.now()
    of_person = party.kind == Kind.PERSON
    form = Particulars(request.POST, of_person=of_person) if request.method == "POST" else particulars_of(party)
    if form.is_valid():
        try:
            doors.look_after(person, party, now=now)
            actions.amend(party, by=person, now=now, **form.changes())  # type: ignore[arg-type]  # written by the form
        except Refused as refused:
            add_refusal(form, refused)
        else:
            messages.success(request, _("Sparat. Pågående kontroller tar hänsyn till det."))
            return redirect("parties:show", party.pk)
    return render(request, "parties/amend.html", {"party": party, "form": form}, status=422 if form.errors else 200)


@login_required
@require_POST
def state_owner(request: HttpRequest, party_id: UUID) -> HttpResponse:
    """Say who owns how much of the party, or of somebody further up its chain."""
    party = doors.seen(request, party_id)
    form = Statement(request.POST, chain=panel(party)["chain"])
    if form.is_valid():
        try:
            _state(request, party, form)
        except Refused as refused:
            _add_refusal(form, refused)
        else:
            messages.success(request, _("Ägaren är sparad."))
            return redirect("parties:show", party.pk)
    return _page(request, party, form=form, status=422)


@login_required
@require_POST
def end_owner(request: HttpRequest, party_id: UUID, link_id: UUID) -> HttpResponse:
    """Say that an owner has sold, or that the statement was wrong; it stays in the history."""
    party, person, now = doors.seen(request, party_id), visitor(request), timezone.now()
    link = queries.owner_links(party).filter(pk=link_id).first()
    if link is None:
        raise Http404

    def end() -> None:
        doors.look_after(person, party, now=now)
        actions.end_owner(link, by=person, now=now)

    attempt(request, end, _("Ägandet är avslutat. Det står kvar i historiken."))
    return redirect("parties:show", party.pk)


def _state(request: HttpRequest, party: Party, form: Statement) -> None:
    person, now, fields = visitor(request), timezone.now(), form.cleaned_data
    doors.look_after(person, party, now=now)
    chain = list(Party.objects.filter(pk__in=[key for key, _name in panel(party)["chain"]]))
    owned = next(each for each in chain if str(each.pk) == fields["owned"])
    typed = clients.named(fields["owner"], fields["number"], field="owner")
    portion = share(fields["share"])
    with step():  # a refused statement leaves no owner behind
        owner = clients.known(typed, person=person, now=now, among=chain) or _registered(form, person=person, now=now)
        actions.state_owner(
            owned,
            owner,
            share=portion,
            controls=True if fields["controls"] else None,
            source=fields["source"],
            stated_on=fields["stated_on"],
            asserter=fields["asserter"],
            by=person,
            now=now,
        )


def _registered(form: Statement, *, person: Person, now: datetime) -> Party:
    fields = form.cleaned_data
    is_person = fields["kind"] == Kind.PERSON
    return actions.register(
        name=fields["owner"],
        kind=fields["kind"],
        country=fields["country"] or ("SE" if fields["number"] and not is_person else ""),
        identifiers=[(clients.ORGNR, fields["number"])] if fields["number"] else [],
        by=person,
        now=now,
    )


def _add_refusal(form: Statement, refused: Refused) -> None:
    """Write a refusal at the field that the visitor filled in."""
    field = refused.field if isinstance(refused, Invalid) else ""
    place = {"name": "owner", "identifiers": "number"}.get(field, field)
    for sentence in sentences(refused):
        form.add_error(place if place in form.fields else None, sentence)


def _page(request: HttpRequest, party: Party, *, form: forms.Form | None = None, status: int = 200) -> HttpResponse:
    person, now = visitor(request), timezone.now()
    shown, on = panel(party), doors.seen_with(person, party, now=now)
    context = {
        **shown,
        "on": on,
        "may_change": doors.may_change(person, party, on=on),
        "links": queries.owner_links(party),
        "ended": queries.ended_links(party),
        "form": form or Statement(chain=shown["chain"]),
    }
    return render(request, "parties/show.html", context, status=status)
