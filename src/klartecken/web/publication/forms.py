"""The forms of a public entry; the rules are the room's own."""

from django import forms
from django.utils.translation import gettext_lazy as _

LONG = forms.Textarea(attrs={"rows": 6})
SHORT = forms.Textarea(attrs={"rows": 2})


class PublishForm(forms.Form):
    """Publishing work that is no lobbying."""

    client_agrees = forms.BooleanField(
        label=_("Uppdragsgivaren har sagt ja till att uppdraget publiceras"),
        error_messages={"required": _("Fråga uppdragsgivaren först, och kryssa i rutan när svaret är ja.")},
    )


class ChangeForm(forms.Form):
    """Changing what an ongoing entry says."""

    title = forms.CharField(label=_("Rubrik"))
    text = forms.CharField(label=_("Text"), widget=LONG)
    shows_consultants = forms.BooleanField(
        label=_("Visa namnen på oss som arbetar med uppdraget"),
        required=False,
        help_text=_(
            "Namnen står bara på uppdragets egen sida, aldrig i listor och filer, och försvinner när någon slutar."
        ),
    )
    words = forms.CharField(
        label=_("Vad som ändrades, för läsarna"),
        required=False,
        max_length=300,
        help_text=_("Syns med dagens datum under Ändringar. Kan vara tomt."),
    )


class CorrectionForm(forms.Form):
    """Correcting something that was wrong."""

    words = forms.CharField(
        label=_("Vad var fel, och vad gäller?"),
        required=False,  # the room itself asks for it
        widget=SHORT,
        help_text=_("Rättelsen syns överst på uppdragets sida, med dagens datum, och i alla flöden."),
    )
    text = forms.CharField(label=_("Den rättade texten"), widget=LONG)
