"""The firm: its settings, its undertaking, and the programs that it tells."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from klartecken.notices import actions as notices
from klartecken.notices import queries as told
from klartecken.notices.models import WebHook
from klartecken.people import actions, permissions, queries
from klartecken.people.actions.founding import SETTINGS
from klartecken.web.people.attempting import attempt
from klartecken.web.people.doors import administrators, managers
from klartecken.web.people.forms import FirmForm, HookForm, UndertakingTextForm
from klartecken.web.people.words import TOLD
from klartecken.web.visitor import visitor


@managers
def firm_settings(request: HttpRequest) -> HttpResponse:
    """Show and change the firm's settings."""
    firm, by, now = queries.firm(), visitor(request), timezone.now()
    as_it_is = {name: getattr(firm, name) for name in SETTINGS}
    form = FirmForm(request.POST if request.method == "POST" else None, initial=as_it_is)
    if request.method == "POST" and attempt(form, lambda: actions.change_firm(form.cleaned_data, by=by, now=now)):
        messages.success(request, _("Sparat. Inställningarna gäller från nu."))
        return redirect("firm_settings")
    context = {"form": form, "administers": permissions.may_administer(by, now=now)}
    return render(request, "people/firm.html", context, status=422 if form.errors else 200)


@administrators
def undertaking_text(request: HttpRequest) -> HttpResponse:
    """Show the undertaking in force, and put the firm's own words in its place from a day."""
    by, now = visitor(request), timezone.now()
    current = queries.current_undertaking_text(timezone.localdate(now))
    as_it_is = {"text_sv": current.text_sv, "text_en": current.text_en, "in_force_from": timezone.localdate(now)}
    form = UndertakingTextForm(request.POST if request.method == "POST" else None, initial=as_it_is)
    if request.method == "POST" and attempt(
        form, lambda: actions.publish_undertaking_text(by=by, now=now, **form.cleaned_data)
    ):
        messages.success(request, _("Sparat. De som redan har skrivit under behöver inte göra om det."))
        return redirect("undertaking_text")
    context = {"form": form, "versions": queries.undertaking_texts()}
    return render(request, "people/undertaking_text.html", context, status=422 if form.errors else 200)


@administrators
def hooks(request: HttpRequest) -> HttpResponse:
    """List the programs that are told, and add one; its secret is shown this once."""
    form = HookForm(request.POST if request.method == "POST" else None)
    added: list[WebHook] = []
    if request.method == "POST" and attempt(form, lambda: added.append(_add(form))):
        form = HookForm()
    listed = [(hook, [TOLD[verb] for verb in hook.verbs if verb in TOLD]) for hook in told.standing_hooks()]
    context = {"form": form, "hooks": listed, "added": added}
    return render(request, "people/hooks.html", context, status=422 if form.errors else 200)


@administrators
@require_POST
def end_hook(request: HttpRequest, hook_id: UUID) -> HttpResponse:
    """Stop telling a program."""
    notices.end_hook(get_object_or_404(WebHook, pk=hook_id), now=timezone.now())
    messages.success(request, _("Adressen får inga fler besked."))
    return redirect("web_hooks")


def _add(form: HookForm) -> WebHook:
    given = form.cleaned_data
    return notices.add_hook(address=given["address"], verbs=given["verbs"], now=timezone.now())
