"""My page: what a person settles about themselves, and their own data."""

from collections.abc import Callable
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.forms import Form
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from klartecken.notices import actions as notices
from klartecken.notices import queries as notice_queries
from klartecken.people import actions, queries
from klartecken.people.models import Person, Undertaking
from klartecken.web.people.attempting import attempt
from klartecken.web.people.export import everything_about
from klartecken.web.people.forms import AreaForm, AwayForm, LanguageForm, RhythmForm, TokenForm
from klartecken.web.visitor import visitor


@login_required
@require_safe
def my_page(request: HttpRequest) -> HttpResponse:
    """Show everything a person can settle about themselves."""
    return _page(request, visitor(request))


@login_required
@require_POST
def set_language(request: HttpRequest) -> HttpResponse:
    """Choose the language of pages and mail."""
    person, form = visitor(request), LanguageForm(request.POST, auto_id="language_%s")
    return _settle(request, form, "language", act=lambda: actions.set_language(person, form.cleaned_data["language"]))


@login_required
@require_POST
def set_away(request: HttpRequest) -> HttpResponse:
    """Be away until a day, or be back."""
    person, form = visitor(request), AwayForm(request.POST, auto_id="away_%s")
    return _settle(
        request,
        form,
        "away",
        act=lambda: actions.set_away(person, form.cleaned_data["away_until"], now=timezone.now()),
    )


@login_required
@require_POST
def set_rhythm(request: HttpRequest) -> HttpResponse:
    """Choose between a digest and one mail for each thing."""
    person, form = visitor(request), RhythmForm(request.POST, auto_id="rhythm_%s")
    return _settle(request, form, "rhythm", act=lambda: notices.prefer(person.pk, form.cleaned_data["rhythm"]))


@login_required
@require_POST
def add_area(request: HttpRequest) -> HttpResponse:
    """Add an area of engagement."""
    person, form = visitor(request), AreaForm(request.POST, auto_id="area_%s")
    return _settle(request, form, "area", act=lambda: actions.add_area(person, form.cleaned_data["words"]))


@login_required
@require_POST
def show_areas(request: HttpRequest) -> HttpResponse:
    """Let colleagues find the areas, or stop it."""
    actions.show_areas(visitor(request), show=request.POST.get("show") == "yes")
    return _saved(request, "area")


@login_required
@require_POST
def remove_area(request: HttpRequest, area_id: UUID) -> HttpResponse:
    """Delete an area; nothing remains of it."""
    actions.remove_area(visitor(request), area_id)
    return _saved(request, "area")


@login_required
@require_POST
def issue_token(request: HttpRequest) -> HttpResponse:
    """Issue a token and show it this once."""
    person, form = visitor(request), TokenForm(request.POST, auto_id="token_%s")
    issued: list[str] = []

    def act() -> None:
        issued.append(actions.issue_token(person, label=form.cleaned_data["label"], now=timezone.now()))

    if not attempt(form, act):
        return _page(request, person, forms={"token": form})
    return _page(request, person, issued=issued[0])


@login_required
@require_POST
def revoke_token(request: HttpRequest, token_id: UUID) -> HttpResponse:
    """End a token at once."""
    actions.revoke_token(visitor(request), token_id, now=timezone.now())
    return _saved(request, "token")


@login_required
@require_safe
def own_record(request: HttpRequest) -> HttpResponse:
    """Give a person a copy of what Klartecken keeps about them."""
    record = everything_about(visitor(request), now=timezone.now())
    answer = JsonResponse(record, json_dumps_params={"indent": 2, "ensure_ascii": False})
    answer["Content-Disposition"] = 'attachment; filename="klartecken-mina-uppgifter.json"'
    return answer


def _settle(request: HttpRequest, form: Form, part: str, *, act: Callable[[], object]) -> HttpResponse:
    if attempt(form, act):
        return _saved(request, part)
    return _page(request, visitor(request), forms={part: form})


def _saved(request: HttpRequest, part: str) -> HttpResponse:
    messages.success(request, _("Sparat."))
    response = redirect("my_page")
    response["Location"] += f"#{part}"
    return response


def _page(
    request: HttpRequest, person: Person, *, forms: dict[str, Form] | None = None, issued: str = ""
) -> HttpResponse:
    forms = forms or {}
    is_wrong = any(form.errors for form in forms.values())
    context = {
        "person": person,
        "forms": _forms(person) | forms,
        "areas": person.areas.all(),
        "tokens": queries.tokens_of(person),
        "issued": issued,
        "signed": Undertaking.objects.filter(person=person).first(),
        "signs_in_elsewhere": bool(settings.SOCIALACCOUNT_PROVIDERS),
    }
    return render(request, "people/me.html", context, status=422 if is_wrong else 200)


def _forms(person: Person) -> dict[str, Form]:
    return {
        "language": LanguageForm(initial={"language": person.language}, auto_id="language_%s"),
        "away": AwayForm(initial={"away_until": person.away_until}, auto_id="away_%s"),
        "rhythm": RhythmForm(initial={"rhythm": notice_queries.rhythm_of(person.pk)}, auto_id="rhythm_%s"),
        "area": AreaForm(auto_id="area_%s"),
        "token": TokenForm(auto_id="token_%s"),
    }
