"""The garden as a list."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_POST, require_safe

from klartecken.core.refusals import Refused
from klartecken.prospects import actions, queries
from klartecken.web.prospects.doors import add_refusal
from klartecken.web.prospects.forms import Planting
from klartecken.web.prospects.words import INTERVALS
from klartecken.web.visitor import visitor


@login_required
@require_safe
def garden(request: HttpRequest) -> HttpResponse:
    """Show what grows, by when to be in touch."""
    return _page(request, Planting())


@login_required
@require_POST
def plant(request: HttpRequest) -> HttpResponse:
    """Put a dream client in the garden."""
    form = Planting(request.POST)
    if not form.is_valid():
        return _page(request, form, status=422)
    fields = form.cleaned_data
    try:
        prospect = actions.plant(owner=visitor(request), name=fields["name"], why=fields["why"], now=timezone.now())
    except Refused as refused:
        add_refusal(form, refused)
        return _page(request, form, status=422)
    messages.success(request, _("Planterad: %(name)s.") % {"name": prospect.party.name})
    return redirect("prospects")


@login_required
@require_safe
def aside(request: HttpRequest) -> HttpResponse:
    """Show what was laid aside."""
    return render(request, "prospects/aside.html", {"prospects": queries.laid_aside(visitor(request))})


def _page(request: HttpRequest, form: Planting, *, status: int = 200) -> HttpResponse:
    grown = queries.grouped(queries.garden(visitor(request)), today=timezone.localdate())
    groups = [
        (_("Dags att höra av sig"), "due", grown.due),
        (_("Inom en månad"), "soon", grown.soon),
        (_("Längre fram"), "later", grown.later),
        (pgettext("prospect", "Vilar"), "resting", grown.resting),
    ]
    context = {"form": form, "groups": [group for group in groups if group[2]], "intervals": INTERVALS}
    return render(request, "prospects/garden.html", context, status=status)
