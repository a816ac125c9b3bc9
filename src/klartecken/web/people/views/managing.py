"""Accounts and roles: the administrator's work, and the CEO's naming of a deputy."""

from collections.abc import Callable
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.db.models import QuerySet
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from klartecken.core.refusals import Refused
from klartecken.people import actions, permissions, queries
from klartecken.people.models import Person, RoleHolding
from klartecken.people.pasted import WrongRow, read_invitations
from klartecken.web.people.attempting import attempt
from klartecken.web.people.doors import administrators, managers
from klartecken.web.people.forms import AccountForm, DeputyForm, InviteForm, LeavingForm, RoleForm
from klartecken.web.people.words import ROLES, WHAT_A_ROLE_MAY
from klartecken.web.visitor import sentences, visitor


@managers
@require_safe
def management(request: HttpRequest) -> HttpResponse:
    """List everyone with an account: who has signed, who is invited, which roles they hold."""
    now = timezone.now()
    context = {
        "people": queries.everyone(now),
        "former": queries.former_colleagues(),
        "administers": permissions.may_administer(visitor(request), now=now),
    }
    return render(request, "people/management.html", context)


@administrators
def invite_people(request: HttpRequest) -> HttpResponse:
    """Invite one person or many; rows that cannot be used stay in the form with their reason."""
    form = InviteForm(request.POST if request.method == "POST" else None)
    if request.method != "POST" or not form.is_valid():
        return render(request, "people/invite.html", {"form": form}, status=422 if form.errors else 200)
    read = read_invitations(form.cleaned_data["people"])
    invited, refused = _invite_all(read.rows, by=visitor(request))
    wrong = [*read.wrong, *refused]
    if invited:
        words = ngettext("%(count)d inbjudan är skickad.", "%(count)d inbjudningar är skickade.", len(invited))
        messages.success(request, words % {"count": len(invited)})
    left = InviteForm(initial={"people": "\n".join(row.text for row in wrong)})
    context = {"form": left, "invited": invited, "wrong": wrong}
    return render(request, "people/invite.html", context, status=422 if wrong else 200)


@managers
@require_safe
def one_person(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """Show one person's roles and what can be done with the account."""
    return _page(request, _person(person_id))


@administrators
@require_POST
def change_account(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """Change somebody's name or address."""
    person, form, by = _person(person_id), AccountForm(request.POST, auto_id="account_%s"), visitor(request)

    def act() -> None:
        given = form.cleaned_data
        actions.change_account(person, name=given["name"], email=given["email"], by=by, now=timezone.now())

    return _settle(request, person, form, part="account_form", act=act)


@administrators
@require_POST
def give_role(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """Give a role."""
    person, form, by = _person(person_id), RoleForm(request.POST, auto_id="role_%s"), visitor(request)

    def act() -> None:
        given = form.cleaned_data
        first, last = given["from_date"], given["until_date"]
        actions.give_role(person, given["role"], by=by, now=timezone.now(), from_date=first, until_date=last)

    return _settle(request, person, form, part="role_form", act=act)


@managers
@require_POST
def name_deputy(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """Let somebody decide in the CEO's place for a period."""
    person, form, by = _person(person_id), DeputyForm(request.POST, auto_id="deputy_%s"), visitor(request)

    def act() -> None:
        first, last = form.cleaned_data["from_date"], form.cleaned_data["until_date"]
        actions.name_deputy(person, by=by, now=timezone.now(), from_date=first, until_date=last)

    return _settle(request, person, form, part="deputy_form", act=act)


@managers
@require_POST
def end_role(request: HttpRequest, holding_id: UUID) -> HttpResponse:
    """End a role at once."""
    holding = get_object_or_404(RoleHolding.objects.select_related("person"), pk=holding_id)
    try:
        actions.take_role(holding, by=visitor(request), now=timezone.now())
    except Refused as refusal:
        messages.error(request, " ".join(sentences(refusal)))
    else:
        messages.success(request, _("Rollen är avslutad."))
    return redirect("manage_person", person_id=holding.person_id)


@administrators
@require_POST
def invite_again(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """Send a new letter; the old link stops working."""
    person = _person(person_id)
    invited, wrong = _invite_all(((person.name, person.email),), by=visitor(request))
    if wrong:
        messages.error(request, wrong[0].why)
        return redirect("manage_person", person_id=person.pk)
    messages.success(request, _("En ny inbjudan är skickad. Den gamla länken fungerar inte längre."))
    return _page(request, invited[0][0], link=invited[0][1])


@administrators
@require_POST
def leave(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """End somebody's access and hand their work over."""
    person, by = _person(person_id), visitor(request)
    form = LeavingForm(request.POST, auto_id="leave_%s", colleagues=_heirs(person))
    heir = "hand_over_to"
    if not attempt(
        form, lambda: actions.leave(person, by=by, now=timezone.now(), hand_over_to=form.cleaned_data[heir])
    ):
        return _page(request, person, forms={"leaving_form": form})
    messages.success(request, _("Personen kan inte längre logga in. Det som hen har gjort finns kvar."))
    return redirect("management")


def _person(person_id: UUID) -> Person:
    return get_object_or_404(queries.everyone(timezone.now()), pk=person_id)


def _heirs(person: Person) -> QuerySet[Person]:
    return queries.signed_colleagues(timezone.now()).exclude(pk=person.pk)


def _settle(request: HttpRequest, person: Person, form: Form, *, part: str, act: Callable[[], object]) -> HttpResponse:
    if not attempt(form, act):
        return _page(request, person, forms={part: form})
    messages.success(request, _("Sparat."))
    return redirect("manage_person", person_id=person.pk)


def _page(
    request: HttpRequest, person: Person, *, forms: dict[str, Form] | None = None, link: str = ""
) -> HttpResponse:
    forms = forms or {}
    context: dict[str, object] = {
        "person": _person(person.pk),
        "link": link,
        "administers": permissions.may_administer(visitor(request), now=timezone.now()),
        "account_form": AccountForm(initial={"name": person.name, "email": person.email}, auto_id="account_%s"),
        "role_form": RoleForm(auto_id="role_%s"),
        "deputy_form": DeputyForm(auto_id="deputy_%s"),
        "leaving_form": LeavingForm(auto_id="leave_%s", colleagues=_heirs(person)),
        "what_roles_may": [(words, WHAT_A_ROLE_MAY[role]) for role, words in ROLES.items()],
    } | forms
    is_wrong = any(form.errors for form in forms.values())
    return render(request, "people/person.html", context, status=422 if is_wrong else 200)


def _invite_all(rows: tuple[tuple[str, str], ...], *, by: Person) -> tuple[list[tuple[Person, str]], list[WrongRow]]:
    link = settings.BASE_URL + reverse("invitation", args=["TOKEN"]).replace("TOKEN", "{token}")
    invited: list[tuple[Person, str]] = []
    wrong: list[WrongRow] = []
    for number, (name, email) in enumerate(rows, start=1):
        try:
            invited.append(actions.invite_by_mail(email=email, name=name, by=by, link=link, now=timezone.now()))
        except Refused as refusal:
            wrong.append(WrongRow(number, f"{name}; {email}", " ".join(sentences(refusal))))
    return invited, wrong
