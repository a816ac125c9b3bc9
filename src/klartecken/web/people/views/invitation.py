"""Opening an invitation: showing it changes nothing, choosing a password uses it up."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from klartecken.people import actions, queries
from klartecken.web.people.attempting import attempt
from klartecken.web.people.forms import PasswordForm


@never_cache
@sensitive_post_parameters()
def invitation(request: HttpRequest, token: str) -> HttpResponse:
    """Show who is invited and ask for a password; afterwards one signs in with it."""
    letter = queries.valid_invitation(token, now=timezone.now())
    if letter is None:
        return render(request, "people/invitation_over.html", status=404)
    form = PasswordForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and attempt(
        form, lambda: actions.accept_invitation(token, password=form.cleaned_data["password"], now=timezone.now())
    ):
        messages.success(request, _("Lösenordet är sparat. Logga in med din e-postadress och det nya lösenordet."))
        return redirect("account_login")
    context = {"form": form, "person": letter.person}
    return render(request, "people/invitation.html", context, status=422 if form.errors else 200)
