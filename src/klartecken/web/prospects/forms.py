"""The forms of the garden; most are one line."""

from datetime import datetime

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from klartecken.people import queries as people
from klartecken.people.models import Person
from klartecken.web.prospects.words import LOBBYING, ORIGINS

TWO_ROWS = {"rows": 2}


class Planting(forms.Form):
    """A dream client in one line."""

    name = forms.CharField(
        label=_("Vem skulle du vilja arbeta för?"),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    why = forms.CharField(label=_("Varför just de?"), required=False)


class Line(forms.Form):
    """One line about a contact."""

    words = forms.CharField(label=_("Skriv en rad"), widget=forms.TextInput(attrs={"autocomplete": "off"}))


class NextContact(forms.Form):
    """The day of the next contact; none lets it rest."""

    next_contact = forms.DateField(
        label=_("Hör av dig"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": _("Skriv dagen som ÅÅÅÅ-MM-DD.")},
    )


class Story(forms.Form):
    """Why it matters, and how it began."""

    why = forms.CharField(label=_("Varför jag bryr mig"), required=False, widget=forms.Textarea(attrs={"rows": 4}))
    areas = forms.CharField(label=_("Områden"), required=False, help_text=_("Till exempel energi, landsbygd."))
    origin = forms.ChoiceField(label=_("Hur det började"), choices=ORIGINS)


class WhoKnowsWhom(forms.Form):
    """A colleague, and somebody at the prospect."""

    colleague = forms.ModelChoiceField(
        label=_("Kollega"), queryset=Person.objects.none(), empty_label=_("Välj kollega")
    )
    contact = forms.CharField(label=_("Känner"), help_text=_("Namn och gärna roll."))

    def __init__(self, *args: object, now: datetime, **options: object) -> None:
        """Choose among signed colleagues."""
        super().__init__(*args, **options)  # type: ignore[arg-type]  # passed on as they came
        colleagues: QuerySet[Person] = people.signed_colleagues(now)
        field = self.fields["colleague"]
        if isinstance(field, forms.ModelChoiceField):
            field.queryset = colleagues


class Mail(forms.Form):
    """A mail as it was pasted; its length is the action's to judge."""

    text = forms.CharField(
        label=_("Mejlet"),
        strip=False,
        widget=forms.Textarea(attrs={"rows": 12}),
        help_text=_("Klistra in hela, gärna med avsändare och ämne. Vidarebefordrade mejl går bra."),
    )


class ReadEnquiry(forms.Form):
    """What the reading of a mail came to, for the reader to put right."""

    text = forms.CharField(widget=forms.HiddenInput, strip=False)
    name = forms.CharField(label=_("Organisation"), widget=forms.TextInput(attrs={"autocomplete": "off"}))
    summary = forms.CharField(
        label=_("Vad det gäller, i en mening"),
        required=False,
        widget=forms.Textarea(attrs=TWO_ROWS),
        help_text=_("Behövs bara för ett förslag."),
    )
    lobbying = forms.ChoiceField(
        label=_("Är det lobbying?"), choices=LOBBYING, initial="unsure", widget=forms.RadioSelect
    )
