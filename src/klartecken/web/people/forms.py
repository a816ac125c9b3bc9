"""The forms of the people pages."""

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from typing_extensions import override

from klartecken.notices.models import Preference
from klartecken.people.models import Language, Person, Role
from klartecken.people.pasted import LONGEST_TEXT, MOST_ROWS, TOO_LONG
from klartecken.web.people.words import ROLES, TOLD


class _Day(forms.DateField):
    """A day, chosen in the browser's own calendar."""

    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class SigningForm(forms.Form):
    """The promise itself."""

    promised = forms.BooleanField(
        label=_("Jag har läst texten och lovar det som står i den"),
        error_messages={"required": _("Kryssa i rutan om du lovar det som står i texten.")},
    )


class LanguageForm(forms.Form):
    """Language of pages and mail."""

    language = forms.ChoiceField(
        label=_("Språk på sidor och i brev"), choices=Language.choices, widget=forms.RadioSelect
    )


class AwayForm(forms.Form):
    """Being away, without a reason."""

    away_until = _Day(
        required=False,
        label=_("Borta till och med"),
        help_text=_(
            "Du får ingen daglig sammanfattning under tiden. Ingen frågar varför. Töm fältet när du är tillbaka."
        ),
    )


class RhythmForm(forms.Form):
    """How often one is written to."""

    rhythm = forms.ChoiceField(
        label=_("Hur ofta vill du få brev?"),
        help_text=_("Nya uppdrag som alla ska få veta om kommer alltid direkt. Det här gäller allt annat."),
        choices=[
            (Preference.Rhythm.DIGEST, _("Högst en sammanfattning om dagen, och bara om något har hänt")),
            (Preference.Rhythm.AT_ONCE, _("Ett brev för varje händelse, när den inträffar")),
        ],
        widget=forms.RadioSelect,
    )


class AreaForm(forms.Form):
    """One area of engagement."""

    words = forms.CharField(
        label=_("Nytt område"), max_length=80, help_text=_("Några få ord, till exempel ”kollektivtrafik på landet”.")
    )


class TokenForm(forms.Form):
    """What a token is for."""

    label = forms.CharField(
        label=_("Vad ska koden användas till?"), max_length=80, help_text=_("Till exempel ”min kalender”.")
    )


class _Rows(forms.CharField):
    """Pasted rows, not more than can be worked off while one waits."""

    widget = forms.Textarea(attrs={"rows": 8, "spellcheck": "false"})

    @override
    def clean(self, value: str | None) -> str:
        text: str = super().clean(value)
        if len(text.splitlines()) > MOST_ROWS:
            raise forms.ValidationError(TOO_LONG, code="max_length")
        return text


class InviteForm(forms.Form):
    """Several people at once, one a row."""

    people = _Rows(
        label=_("Namn och e-postadress, en person per rad"),
        help_text=_("Skriv eller klistra in, till exempel: Ebba Lind; ebba@firma.se"),
        max_length=LONGEST_TEXT,
        error_messages={"max_length": TOO_LONG, "required": _("Skriv minst ett namn och en adress.")},
    )


class PapersForm(forms.Form):
    """Paper undertakings, one a row."""

    rows = _Rows(
        label=_("E-postadress och datum, en person per rad"),
        help_text=_("Klistra in från ett kalkylblad, till exempel: ebba@firma.se; 2024-05-31"),
        max_length=LONGEST_TEXT,
        error_messages={"max_length": TOO_LONG, "required": _("Klistra in minst en rad.")},
    )


class RoleForm(forms.Form):
    """A role and its dates."""

    role = forms.ChoiceField(label=_("Roll"), choices=[(role, words) for role, words in ROLES.items()])
    from_date = _Day(label=_("Från och med"), required=False, help_text=_("Tomt betyder från i dag."))
    until_date = _Day(
        required=False,
        label=_("Till och med"),
        help_text=_("Tomt betyder tills vidare."),
    )

    def clean_role(self) -> Role:
        """Return the role itself."""
        return Role(self.cleaned_data["role"])


class AccountForm(forms.Form):
    """A colleague's name and address."""

    name = forms.CharField(label=_("Namn"), max_length=120)
    email = forms.CharField(label=_("E-postadress"), max_length=254, widget=forms.EmailInput)


class DeputyForm(forms.Form):
    """The deputy's period."""

    from_date = _Day(label=_("Första dag"))
    until_date = _Day(label=_("Sista dag"))


class LeavingForm(forms.Form):
    """Who takes over from somebody who leaves."""

    hand_over_to = forms.ModelChoiceField(
        label=_("Vem tar över?"),
        help_text=_("Pågående uppdrag, förslag och drömkunder går till den du väljer."),
        queryset=Person.objects.none(),
        required=False,
        empty_label=_("Ingen, det finns inget att lämna över"),
    )
    sure = forms.BooleanField(
        label=_("Ja, personen ska inte längre kunna logga in"),
        error_messages={"required": _("Kryssa i rutan om personen ska förlora åtkomsten nu.")},
    )

    def __init__(self, *args: object, colleagues: QuerySet[Person], **kwargs: object) -> None:
        """Take the colleagues to choose among."""
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        field = self.fields["hand_over_to"]
        if isinstance(field, forms.ModelChoiceField):
            field.queryset = colleagues


class PasswordForm(forms.Form):
    """A new colleague's password."""

    password = forms.CharField(
        label=_("Välj ett lösenord"),
        help_text=_("Minst tolv tecken. Några ord i rad är lätta att minnas och svåra att gissa."),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )
    again = forms.CharField(
        label=_("Lösenordet en gång till"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def clean(self) -> None:
        """Compare the two."""
        given = super().clean() or self.cleaned_data
        if given.get("password") and given.get("again") and given["password"] != given["again"]:
            self.add_error("again", _("Lösenorden är inte lika. Skriv samma i båda fälten."))


class FirmForm(forms.Form):
    """The firm's settings."""

    name = forms.CharField(label=_("Firmans namn"), max_length=120)
    mail_domain = forms.CharField(
        label=_("Firmans e-postdomän"),
        required=False,
        max_length=120,
        help_text=_("Det som står efter @ i era adresser, till exempel firma.se."),
    )
    names_in_own_mail = forms.BooleanField(
        label=_("Brev till firmans egna adresser får innehålla namn och offentlig text"),
        required=False,
        help_text=_("Gäller inte maskerade uppdrag. Alla andra brev är alltid utan namn."),
    )
    business_days = forms.IntegerField(
        label=_("Tid för synpunkter, i arbetsdagar"),
        min_value=1,
        max_value=20,
        help_text=_("Tiden går ut klockan 16 den dagen. Den räknas från dagen efter att uppdraget skickades runt."),
    )
    ceo_own_cases_decided_by_others = forms.BooleanField(
        label=_("Vd:s egna uppdrag avgörs av ersättaren eller styrelsens ordförande"), required=False
    )


class UndertakingTextForm(forms.Form):
    """The firm's own undertaking."""

    text_sv = forms.CharField(
        label=_("Texten på svenska"),
        help_text=_(
            "Tom rad mellan stycken. En kort rad utan punkt blir rubrik, rader som börjar med siffra blir löften."
        ),
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 16}),
    )
    text_en = forms.CharField(
        label=_("Texten på engelska"), max_length=20_000, widget=forms.Textarea(attrs={"rows": 16, "lang": "en"})
    )
    in_force_from = _Day(label=_("Gäller från och med"))


class HookForm(forms.Form):
    """An address to tell, and of what."""

    address = forms.URLField(
        label=_("Adress"),
        help_text=_("En https-adress hos ett av firmans egna program."),
        max_length=500,
        assume_scheme="https",
        error_messages={"invalid": _("Skriv hela adressen, till exempel https://intranat.firma.se/klartecken")},
    )
    verbs = forms.MultipleChoiceField(
        label=_("Säg till när"),
        choices=list(TOLD.items()),
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=_("Inget val betyder allt."),
    )
