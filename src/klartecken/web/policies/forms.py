"""Forms of the policy owner."""

from django import forms
from django.utils.translation import gettext_lazy as _


class Draft(forms.Form):
    """A version on its way: what it is called, why it comes, what the public is told, and the rulebook itself."""

    title = forms.CharField(label=_("Vad versionen heter"), max_length=200)
    why = forms.CharField(
        label=_("Varför den kommer"),
        help_text=_("Kollegorna läser det, och den publika tidslinjen om ni väljer att visa versionen där."),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=20_000,
    )
    public_summary = forms.CharField(
        label=_("Vad den publika tidslinjen berättar"),
        help_text=_("Lämna tomt om ändringen inte ska visas utåt."),
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
        max_length=20_000,
    )
    rulebook = forms.CharField(
        label=_("Regelboken"),
        help_text=_("YAML. Ett utkast sparas även med fel; felen visas med rad och förslag."),
        widget=forms.Textarea(attrs={"rows": 30, "spellcheck": "false", "wrap": "off"}),
        max_length=400_000,
        strip=False,
    )


class Activation(forms.Form):
    """From which day a version is to be in force."""

    in_force_from = forms.DateField(
        label=_("Gäller från"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
