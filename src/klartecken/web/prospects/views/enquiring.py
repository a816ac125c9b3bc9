"""A pasted mail becomes an enquiry, and in the same step a proposal where one wants that."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from klartecken.assignments import actions as assignments
from klartecken.assignments.models import Assignment
from klartecken.core.refusals import Refused
from klartecken.ledger.actions import step
from klartecken.prospects import actions
from klartecken.prospects.actions.planting import read_enquiry
from klartecken.prospects.enquiry import Enquiry
from klartecken.prospects.models import Prospect
from klartecken.web.prospects.doors import add_refusal
from klartecken.web.prospects.forms import Mail, ReadEnquiry
from klartecken.web.visitor import visitor

SENTENCE = 300


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def paste(request: HttpRequest) -> HttpResponse:
    """Take a pasted mail and show what was read out of it; nothing is kept yet."""
    if request.method != "POST":
        return render(request, "prospects/paste.html", {"form": Mail()})
    form = Mail(request.POST)
    if form.is_valid():
        try:
            return _proofs(request, form.cleaned_data["text"])
        except Refused as refused:
            add_refusal(form, refused)
    return render(request, "prospects/paste.html", {"form": form}, status=422)


@login_required
@require_POST
def receive(request: HttpRequest) -> HttpResponse:
    """Keep the enquiry, and make it a draft of a proposal if that button was pressed."""
    form, wants_proposal = ReadEnquiry(request.POST), "propose" in request.POST
    if form.is_valid() and wants_proposal and not form.cleaned_data["summary"]:
        form.add_error("summary", _("Skriv i en mening vad det gäller, så blir det ett förslag."))
    if form.errors:
        return _reading(request, form, status=422)
    try:
        prospect, draft = _keep(request, form, wants_proposal=wants_proposal)
    except Refused as refused:
        add_refusal(form, refused)
        return _reading(request, form, status=422)
    if draft is not None:
        messages.success(request, _("Ett utkast är sparat. Bara du ser det tills du skickar det till kollegorna."))
        return redirect("assignments:edit", draft.pk)
    messages.success(request, _("Förfrågan är sparad. Bara du ser den."))
    return redirect("prospects:show", prospect.pk)


def _keep(request: HttpRequest, form: ReadEnquiry, *, wants_proposal: bool) -> tuple[Prospect, Assignment | None]:
    person, now, fields = visitor(request), timezone.now(), form.cleaned_data
    with step():
        prospect = actions.receive_enquiry(fields["text"], name=fields["name"], owner=person, now=now)
        if not wants_proposal:
            return prospect, None
        draft = assignments.propose(
            by=person,
            now=now,
            client=prospect.party,
            summary=fields["summary"],
            lobbying=fields["lobbying"],
            prospect=prospect,
            origin=prospect.origin,
        )
    return prospect, draft


def _proofs(request: HttpRequest, text: str) -> HttpResponse:
    found = read_enquiry(text)
    initial = {
        "text": text,
        "name": found.organisation or found.sender_name,
        "summary": found.subject[:SENTENCE],
        "lobbying": "unsure",
    }
    return _reading(request, ReadEnquiry(initial=initial), found=found)


def _reading(
    request: HttpRequest, form: ReadEnquiry, *, found: Enquiry | None = None, status: int = 200
) -> HttpResponse:
    return render(request, "prospects/reading.html", {"form": form, "found": found}, status=status)
