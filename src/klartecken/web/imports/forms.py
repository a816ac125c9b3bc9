"""A file to bring in, and which of its columns means what."""

from collections.abc import Mapping, Sequence

from django import forms
from django.utils.translation import gettext as translated
from django.utils.translation import gettext_lazy as _

from klartecken.parties.importing import Column
from klartecken.web.imports.kinds import KINDS


class Upload(forms.Form):
    """A file and what it holds."""

    kind = forms.ChoiceField(
        label=_("Vad innehåller filen?"),
        choices=[(kind.name, kind.title) for kind in KINDS.values()],
        widget=forms.RadioSelect,
        initial="parties",
    )
    file = forms.FileField(
        label=_("Fil"),
        help_text=_("CSV med en rad rubriker, från HubSpot, Pipedrive, Salesforce eller ett kalkylprogram."),
        widget=forms.FileInput(attrs={"accept": ".csv,.tsv,.txt,text/csv"}),
        error_messages={
            "required": _("Välj en fil först."),
            "empty": _("Filen är tom. Den behöver en rad med rubriker och minst en rad under den."),
        },
    )


class MappingForm(forms.Form):
    """One choice for each thing that a row can say."""

    def __init__(self, *args: object, columns: Sequence[Column], headings: Sequence[str], **options: object) -> None:
        """Offer the file's own headings for every column."""
        super().__init__(*args, **options)  # type: ignore[arg-type]  # passed on as they came
        nothing = ("", _("Finns inte i filen"))
        for column in columns:
            self.fields[column.name] = forms.ChoiceField(
                label=translated(column.label),
                required=column.required,
                choices=[nothing, *((heading, heading) for heading in headings)],
                error_messages={"required": _("Den här kolumnen behövs.")},
            )

    def mapping(self) -> Mapping[str, str]:
        """Return which heading means which column."""
        return {name: heading for name, heading in self.cleaned_data.items() if heading}
