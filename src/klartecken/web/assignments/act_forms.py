"""The few fields that acts ask for. What is written is checked by the rooms; here it is only parsed."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from klartecken.deciding.models import Condition
from klartecken.people import queries as people
from klartecken.people.models import Person

SHORT = forms.Textarea(attrs={"rows": 2})
LONG = forms.Textarea(attrs={"rows": 5})


class Nothing(forms.Form):
    """An act that asks for nothing."""


class OptionalWords(forms.Form):
    """A few words, if one wants."""

    words = forms.CharField(label=_("Några ord"), required=False, max_length=300)


class OptionalReason(forms.Form):
    """A reason, if there is one."""

    reason = forms.CharField(label=_("Skäl"), required=False, widget=SHORT)


class RequiredReason(forms.Form):
    """A reason."""

    reason = forms.CharField(label=_("Skäl"), widget=SHORT)


class RequiredReasons(forms.Form):
    """Written reasons, for everyone who can read the case."""

    reasons = forms.CharField(label=_("Skäl"), widget=LONG)


class AcceptedBy(forms.Form):
    """Who at the client accepted."""

    accepted_by = forms.CharField(label=_("Vem hos kunden"), max_length=160)


class Withdrawal(forms.Form):
    """Why an enquirer drew back."""

    because = forms.ChoiceField(
        label=_("Varför"),
        widget=forms.RadioSelect,
        choices=[
            ("openness", _("De ville inte uppfylla öppenhetskravet")),
            ("policy", _("De mötte vår policy och avstod")),
            ("other", _("Något annat")),
        ],
    )
    words = forms.CharField(label=_("Några ord"), required=False, widget=SHORT)


class Shortening(forms.Form):
    """When the window closes instead, and why."""

    closes_at = forms.DateTimeField(
        label=_("Ny sluttid"),
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
        input_formats=["%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M"],
    )
    reason = forms.CharField(label=_("Skäl"), widget=SHORT)


class MaskRequest(forms.Form):
    """What colleagues read instead of the name, and why the name has to wait."""

    masked_summary = forms.CharField(
        label=_("Det kollegorna läser i stället"),
        max_length=300,
        widget=SHORT,
        help_text=_("Bransch, fråga och arbete, utan något som röjer vem det är."),
    )
    reason = forms.CharField(label=_("Skäl till vd"), widget=SHORT)


class LettingIn(forms.Form):
    """Whom to let in by name."""

    person = forms.ModelChoiceField(label=_("Vem"), queryset=Person.objects.none(), empty_label=_("Välj kollega"))

    def __init__(self, *args: object, **options: object) -> None:
        """Choose among colleagues with a signed undertaking."""
        super().__init__(*args, **options)  # type: ignore[arg-type]  # passed on as they came
        field = self.fields["person"]
        if isinstance(field, forms.ModelChoiceField):
            field.queryset = people.signed_colleagues(timezone.now())


class Ruling(forms.Form):
    """The CEO's decision; conditions are written one per line."""

    outcome = forms.ChoiceField(
        label=_("Beslut"),
        widget=forms.RadioSelect,
        choices=[("accept", _("Ja, vi tar uppdraget")), ("decline", _("Nej, vi avstår"))],
    )
    reasons = forms.CharField(
        label=_("Skäl"), widget=LONG, help_text=_("Alla som kan läsa ärendet läser dem, nu och senare.")
    )
    before_quote = forms.CharField(
        label=_("Villkor före offert"), required=False, widget=SHORT, help_text=_("Ett villkor per rad, om du vill.")
    )
    before_start = forms.CharField(
        label=_("Villkor före start"), required=False, widget=SHORT, help_text=_("Ett villkor per rad, om du vill.")
    )

    def conditions(self) -> list[tuple[str, str]]:
        """Return the conditions as (words, when due)."""
        dues = (Condition.Due.BEFORE_QUOTE, Condition.Due.BEFORE_START)
        return [
            (line.strip(), str(due))
            for due in dues
            for line in self.cleaned_data.get(str(due), "").splitlines()
            if line.strip()
        ]


class Evidence(forms.Form):
    """By what it shows that a condition is met."""

    evidence = forms.CharField(label=_("Hur det visar sig"), max_length=300)
