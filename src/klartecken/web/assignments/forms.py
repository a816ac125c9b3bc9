"""The proposal: four things to begin with, and the rest in quiet groups."""

from datetime import datetime
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from klartecken.assignments.models import PartyWork
from klartecken.parties.models import Issue
from klartecken.people import queries as people
from klartecken.people.models import Person
from klartecken.prospects.models import Origin

LOBBYING = [("yes", _("Ja")), ("no", _("Nej")), ("unsure", _("Osäkert"))]
YES_NO = [("", _("Inte frågat än")), ("yes", _("Ja")), ("no", _("Nej"))]
ORIGINS = [
    ("", _("Välj, om du vill")),
    (Origin.INBOUND, _("Förfrågan till oss")),
    (Origin.OWN_OUTREACH, _("Vi tog kontakt")),
    (Origin.REFERRAL, _("Rekommendation")),
    (Origin.TENDER, _("Upphandling")),
    (Origin.RETURNING, _("Tidigare uppdragsgivare")),
]
PARTY_WORK = [
    ("", _("Inte frågat än")),
    (PartyWork.NONE, _("Nej")),
    (PartyWork.SINGLE_ISSUE, _("Ja, i en sakfråga")),
    (PartyWork.COURSE_OR_TALK, _("Ja, en kurs eller ett föredrag")),
    (PartyWork.ELECTION_CAMPAIGN, _("Ja, hjälp till ett parti i en valrörelse")),
    (PartyWork.STANDING_ONE_PARTY, _("Ja, stående arbete åt ett parti")),
]
TWO_ROWS = {"rows": 2}


def as_answer(value: object) -> str:
    """Write yes (True), no (False) or not asked (None) as the form's choice."""
    return "" if value is None else ("yes" if value else "no")


def as_truth(answer: str) -> bool | None:
    """Read the form's choice as yes, no or not asked."""
    return {"yes": True, "no": False}.get(answer)


class Proposal(forms.Form):
    """The four required things."""

    client_name = forms.CharField(
        label=_("Uppdragsgivare"),
        max_length=1200,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autofocus": True}),
    )
    client_number = forms.CharField(
        label=_("Organisationsnummer"),
        required=False,
        max_length=40,
        help_text=_("Gör kontrollen säkrare. Tio siffror."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "inputmode": "numeric"}),
    )
    summary = forms.CharField(
        label=_("Vad uppdraget gäller, i en mening"),
        max_length=300,
        widget=forms.Textarea(attrs=TWO_ROWS),
    )
    lobbying = forms.ChoiceField(
        label=_("Är det lobbying?"),
        choices=LOBBYING,
        widget=forms.RadioSelect,
        help_text=_("Alltså arbete för att påverka politiska beslut."),
    )
    responsible = forms.ModelChoiceField(
        label=_("Kundansvarig"),
        queryset=Person.objects.none(),
        empty_label=None,
    )

    def __init__(self, *args: object, now: datetime, **options: object) -> None:
        """Let the responsible consultant be any colleague with a signed undertaking."""
        super().__init__(*args, **options)  # type: ignore[arg-type]  # passed on as they came
        self.now = now
        field = self.fields["responsible"]
        if isinstance(field, forms.ModelChoiceField):
            field.queryset = people.signed_colleagues(now)


class Draft(Proposal):
    """Everything that may be said of an assignment, each thing asked only where it helps."""

    public_title = forms.CharField(
        label=_("Rubrik"), required=False, max_length=200, help_text=_("Oftast uppdragsgivarens namn.")
    )
    public_text = forms.CharField(
        label=_("Text"),
        required=False,
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("Som den skulle stå på vår webbplats. Skulle vi vara stolta över den?"),
    )
    question_to_colleagues = forms.CharField(
        label=_("En fråga till kollegorna"),
        required=False,
        max_length=300,
        widget=forms.Textarea(attrs=TWO_ROWS),
        help_text=_("Till exempel: är det någon som känner bolaget?"),
    )
    purpose = forms.CharField(
        label=_("Syfte"), required=False, max_length=20_000, widget=forms.Textarea(attrs={"rows": 3})
    )
    services = forms.CharField(
        label=_("Tjänster"), required=False, widget=forms.Textarea(attrs=TWO_ROWS), help_text=_("En per rad.")
    )
    party_work = forms.ChoiceField(
        label=_("Rör arbetet partipolitik?"), required=False, choices=PARTY_WORK, widget=forms.Select
    )
    intermediary = forms.ChoiceField(
        label=_("Företräder uppdragsgivaren någon annan?"),
        required=False,
        choices=YES_NO,
        widget=forms.Select,
        help_text=_("Till exempel en byrå som arbetar för sin kund."),
    )
    principals = forms.CharField(
        label=_("Huvudmän"),
        required=False,
        widget=forms.Textarea(attrs=TWO_ROWS),
        help_text=_(
            "Den som uppdraget ytterst görs för. En per rad; lägg gärna till organisationsnumret efter ett komma."
        ),
    )
    intermediaries = forms.CharField(
        label=_("Förmedlare"), required=False, widget=forms.Textarea(attrs=TWO_ROWS), help_text=_("En per rad.")
    )
    adverse = forms.CharField(
        label=_("Motparter"),
        required=False,
        widget=forms.Textarea(attrs=TWO_ROWS),
        help_text=_("De som uppdraget riktar sig mot. En per rad."),
    )
    market = forms.CharField(label=_("Marknad"), required=False, max_length=120)
    geography = forms.CharField(
        label=_("Länder"),
        required=False,
        help_text=_("Två bokstäver för varje, till exempel SE, NO. EU för hela unionen."),
    )
    fee_estimate = forms.IntegerField(
        label=_("Beräknat arvode i kronor"), required=False, min_value=0, max_value=10**12 - 1, localize=True
    )
    starts_on = forms.DateField(
        label=_("Start"), required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    ends_on = forms.DateField(
        label=_("Slut"), required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    origin = forms.ChoiceField(label=_("Hur det började"), required=False, choices=ORIGINS)
    may_ask_affected = forms.ChoiceField(
        label=_("Får vi berätta för berörda kunder om förfrågan?"),
        required=False,
        choices=YES_NO,
        help_text=_("Fråga den som har hört av sig. Utan ett ja frågar vi ingen."),
    )
    team = forms.ModelMultipleChoiceField(
        label=_("Team"),
        required=False,
        queryset=Person.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        help_text=_("De som skulle arbeta i uppdraget. Var och en säger själv att hen står bakom det."),
    )

    def __init__(self, *args: object, now: datetime, **options: object) -> None:
        """Let the team be any colleagues with signed undertakings."""
        super().__init__(*args, now=now, **options)
        field = self.fields["team"]
        if isinstance(field, forms.ModelMultipleChoiceField):
            field.queryset = people.signed_colleagues(now)

    def words(self, field: str) -> str:
        """Return a text field as it was cleaned."""
        return str(self.cleaned_data.get(field) or "")


class Standpoint(forms.Form):
    """What the client wants in one issue."""

    issue = forms.ModelChoiceField(
        label=_("Fråga"), queryset=Issue.objects.none(), required=False, empty_label=_("Välj fråga")
    )
    stance = forms.TypedChoiceField(
        label=_("Ståndpunkt"),
        required=False,
        coerce=int,
        empty_value=None,
        choices=[
            ("", _("Välj")),
            ("2", _("helt för")),
            ("1", _("mest för")),
            ("0", _("neutral")),
            ("-1", _("mest emot")),
            ("-2", _("helt emot")),
        ],
    )
    words = forms.CharField(label=_("Några ord"), required=False, max_length=300)

    def __init__(self, *args: object, issues: QuerySet[Issue], **options: object) -> None:
        """Choose among the issues in use."""
        super().__init__(*args, **options)  # type: ignore[arg-type]  # passed on as they came
        field = self.fields["issue"]
        if isinstance(field, forms.ModelChoiceField):
            field.queryset = issues

    def clean(self) -> dict[str, Any]:
        """Ask for both or neither of issue and stance."""
        if (self.cleaned_data.get("issue") is None) != (self.cleaned_data.get("stance") is None):
            raise forms.ValidationError(_("Välj både fråga och ståndpunkt, eller ingetdera."))
        return self.cleaned_data
