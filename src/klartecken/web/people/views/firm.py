"""The firm's settings."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from klartecken.people import actions, queries
from klartecken.people.actions.founding import SETTINGS
from klartecken.web.people.attempting import attempt
from klartecken.web.people.doors import managers
from klartecken.web.people.forms import FirmForm
from klartecken.web.visitor import visitor


@managers
def firm_settings(request: HttpRequest) -> HttpResponse:
    """Show and change the firm's settings."""
    firm = queries.firm()
    form = FirmForm(
        request.POST if request.method == "POST" else None, initial={name: getattr(firm, name) for name in SETTINGS}
    )
    by = visitor(request)
    if request.method == "POST" and attempt(
        form, lambda: actions.change_firm(form.cleaned_data, by=by, now=timezone.now())
    ):
        messages.success(request, _("Sparat. Inställningarna gäller från nu."))
        return redirect("firm_settings")
    return render(request, "people/firm.html", {"form": form}, status=422 if form.errors else 200)
