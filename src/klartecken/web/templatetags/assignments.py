"""What the templates of assignments need: acts as forms, and words from the tables."""

from uuid import UUID

from django import forms, template
from django.urls import reverse
from django.utils.formats import number_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from klartecken.assignments.models import Assignment
from klartecken.parties.models import Issue
from klartecken.web.assignments.acts import ACTS, Act
from klartecken.web.assignments.views.showing import Refusal
from klartecken.web.assignments.words import CAPACITIES, LOBBYING, OUTCOMES, STATES, Words, country_name

register = template.Library()


@register.filter
def act(name: str) -> Act:
    """Return an act by its name."""
    return ACTS[name]


@register.simple_tag
def act_form(what: Act, refusal: Refusal | None) -> forms.Form:
    """Return the form of an act, as it was filled in when the act was just refused."""
    if isinstance(refusal, Refusal) and refusal.act == what.name and refusal.form is not None:
        return refusal.form
    return what.form(auto_id=f"{what.name}-%s")


@register.simple_tag
def url_of_act(what: Act, assignment_id: UUID) -> str:
    """Return the address an act is posted to."""
    return reverse(f"assignments:{what.name}", args=[assignment_id])


@register.filter
def translated(sentence: str) -> str:
    """Return a sentence that a room keeps in Swedish, in the reader's language."""
    return _(sentence) if sentence else ""


@register.filter
def listed_name(assignment: Assignment) -> str:
    """Return what a list calls an assignment: a masked name is shown on its own page alone, when asked for."""
    return _("Maskerat uppdrag") if assignment.is_masked else assignment.client.name


@register.filter
def listed_summary(assignment: Assignment) -> str:
    """Return the sentence that a list shows of an assignment."""
    return assignment.masked_summary if assignment.is_masked else assignment.summary


@register.filter
def lobbying_words(lobbying: str) -> Words:
    """Say whether it is lobbying."""
    return LOBBYING[lobbying]


@register.filter
def outcome_words(outcome: str) -> Words:
    """Name a decision's outcome."""
    return OUTCOMES[outcome]


@register.filter
def capacity_words(capacity: str) -> Words:
    """Say in what capacity somebody decided."""
    return CAPACITIES.get(capacity, capacity)


@register.filter
def issue_name(issue: Issue) -> str:
    """Name an issue in the reader's language."""
    return issue.name_en if get_language() == "en" else issue.name_sv


@register.filter
def kronor(amount: int) -> str:
    """Write an amount as people do: "450 000 kr"."""
    return _("%(amount)s kr") % {"amount": number_format(amount, use_l10n=True, force_grouping=True)}


@register.filter
def state_words(state: str) -> Words:
    """Name where an assignment stands."""
    return STATES[state]


@register.filter
def any_filled(form: forms.Form, names: str) -> bool:
    """Tell whether any of the named fields holds something or is wrong."""
    return any(form[name].value() or form[name].errors for name in names.split())


@register.filter
def country_names(codes: list[str]) -> str:
    """Name countries in the reader's language, with commas."""
    return ", ".join(country_name(code) for code in codes)
