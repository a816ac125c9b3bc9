"""What is known of a party, and a statement about an owner."""

from django import forms
from django.utils.translation import gettext_lazy as _

from klartecken.parties import identifiers
from klartecken.parties.models import Identifier, Kind, Party, PartyName
from klartecken.web.parties.words import CONTROL, KINDS, SCHEMES, answer, truth

Scheme = Identifier.Scheme
TWO_ROWS = {"rows": 2}
PLAIN = {"autocomplete": "off"}
OF_ORGANISATIONS = ("se_orgnr", "lei", "eu_tr", "country", "state_controlled", "sole_trader", "sectors")
"""Fields that a person never has."""


class Particulars(forms.Form):
    """What is known of an organisation; lists are written one a line."""

    name = forms.CharField(label=_("Namn"), widget=forms.TextInput(attrs=PLAIN))
    se_orgnr = forms.CharField(label=SCHEMES[Scheme.SE_ORGNR], required=False, widget=forms.TextInput(attrs=PLAIN))
    lei = forms.CharField(label=SCHEMES[Scheme.LEI], required=False, widget=forms.TextInput(attrs=PLAIN))
    eu_tr = forms.CharField(
        label=SCHEMES[Scheme.EU_TR],
        required=False,
        help_text=_("Till exempel 123456789012-34."),
        widget=forms.TextInput(attrs=PLAIN),
    )
    other = forms.CharField(
        label=_("Andra nummer"),
        required=False,
        help_text=_("Ett per rad."),
        widget=forms.Textarea(attrs=TWO_ROWS),
    )
    country = forms.CharField(
        label=_("Land där organisationen är etablerad"),
        required=False,
        help_text=_("Två bokstäver, till exempel SE. Det gäller organisationen, aldrig en person."),
        widget=forms.TextInput(attrs=PLAIN),
    )
    state_controlled = forms.ChoiceField(label=_("Styrs den av en stat?"), required=False, choices=CONTROL)
    sole_trader = forms.BooleanField(label=_("Enskild firma"), required=False)
    earlier_names = forms.CharField(
        label=_("Tidigare namn"), required=False, help_text=_("Ett per rad."), widget=forms.Textarea(attrs=TWO_ROWS)
    )
    other_names = forms.CharField(
        label=_("Andra namn"),
        required=False,
        help_text=_("Ett per rad: firmor, förkortningar, stavningar i andra skriftspråk."),
        widget=forms.Textarea(attrs=TWO_ROWS),
    )
    sectors = forms.CharField(
        label=_("Näringsgrenar"),
        required=False,
        help_text=_("En per rad, med indelning och kod: SNI2007 70.210 eller SNI2025 73.300."),
        widget=forms.Textarea(attrs=TWO_ROWS),
    )

    def __init__(self, *args: object, of_person: bool = False, **options: object) -> None:
        """Ask of a person only for names and numbers."""
        super().__init__(*args, **options)  # type: ignore[arg-type]  # passed on as they came
        for name in OF_ORGANISATIONS if of_person else ():
            del self.fields[name]

    def changes(self) -> dict[str, object]:
        """Return what was written, as `parties.actions.amend` takes it."""
        fields = dict.fromkeys(OF_ORGANISATIONS, "") | self.cleaned_data
        return {
            "name": fields["name"],
            "country": fields["country"],
            "state_controlled": truth(fields["state_controlled"]),
            "sole_trader": bool(fields["sole_trader"]),
            "identifiers": self._identifiers(),
            "other_names": [
                *((name, PartyName.Kind.EARLIER.value) for name in _lines(fields["earlier_names"])),
                *((name, PartyName.Kind.OTHER.value) for name in _lines(fields["other_names"])),
            ],
            "sectors": [_sector(line) for line in _lines(fields["sectors"])],
        }

    def _identifiers(self) -> list[tuple[str, str]]:
        """Check each number against its own field, so that the sentence stands beside it."""
        return [
            (scheme, identifiers.check(scheme, value, field=scheme))
            for scheme in Scheme.values
            for value in _lines(self.cleaned_data.get(scheme, ""))
        ]


def particulars_of(party: Party) -> Particulars:
    """Return the form filled with what is known of a party."""
    numbers: dict[str, list[str]] = {}
    for number in party.identifiers.all():
        numbers.setdefault(number.scheme, []).append(identifiers.shown(number.scheme, number.value))
    names = list(party.other_names.all())
    initial = {
        "name": party.name,
        "country": party.country,
        "state_controlled": answer(party.state_controlled),
        "sole_trader": party.sole_trader,
        "earlier_names": "\n".join(each.name for each in names if each.kind == PartyName.Kind.EARLIER),
        "other_names": "\n".join(each.name for each in names if each.kind == PartyName.Kind.OTHER),
        "sectors": "\n".join(f"{each.version} {each.code}" for each in party.sectors.all()),
    }
    written = initial | {scheme: "\n".join(values) for scheme, values in numbers.items()}
    return Particulars(initial=written, of_person=party.kind == Kind.PERSON)


class Statement(forms.Form):
    """Who owns how much, according to whom."""

    owned = forms.ChoiceField(label=_("Vem ägs?"))
    owner = forms.CharField(label=_("Ägare"), widget=forms.TextInput(attrs=PLAIN))
    kind = forms.ChoiceField(label=_("Ägaren är en"), choices=KINDS, widget=forms.RadioSelect, initial="organisation")
    number = forms.CharField(label=_("Organisationsnummer"), required=False)
    country = forms.CharField(
        label=_("Land"),
        required=False,
        help_text=_("Två bokstäver. Inte för personer."),
    )
    share = forms.CharField(
        label=_("Andel i procent"),
        required=False,
        help_text=_("Tom om den inte är känd; det är inte samma sak som noll."),
    )
    controls = forms.BooleanField(label=_("Bestämmer över bolaget, oavsett andel"), required=False)
    source = forms.CharField(label=_("Källa"), help_text=_("Till exempel årsredovisningen 2025, eller kunden själv."))
    stated_on = forms.DateField(
        label=_("Uppgiften gäller"),
        required=False,
        help_text=_("Tomt betyder i dag."),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    asserter = forms.CharField(label=_("Vem säger det"), required=False, help_text=_("Tomt betyder du själv."))

    def __init__(self, *args: object, chain: list[tuple[str, str]], **options: object) -> None:
        """Choose what is owned among the parties of the chain."""
        super().__init__(*args, **options)  # type: ignore[arg-type]  # passed on as they came
        field = self.fields["owned"]
        if isinstance(field, forms.ChoiceField):
            field.choices = chain


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def _sector(line: str) -> tuple[str, str]:
    version, _space, code = line.replace(":", " ").partition(" ")
    return (version, code) if code.strip() else ("", version)
