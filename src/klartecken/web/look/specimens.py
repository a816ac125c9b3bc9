"""Invented things to show on the style page; no company or person in them exists."""

from datetime import timedelta
from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class SpecimenForm(forms.Form):
    """One field of each kind, with hints and errors."""

    client = forms.CharField(label=_("Uppdragsgivare"), help_text=_("Skriv namnet som det står i registret."))
    lobbying = forms.ChoiceField(
        label=_("Är det lobbying?"),
        choices=[("yes", _("Ja")), ("no", _("Nej")), ("unsure", _("Osäkert"))],
        widget=forms.RadioSelect,
    )
    country = forms.ChoiceField(label=_("Land"), choices=[("SE", _("Sverige")), ("FI", _("Finland"))])
    start = forms.DateField(label=_("Börjar"), required=False, widget=forms.DateInput(attrs={"type": "date"}))
    words = forms.CharField(label=_("Beskrivning"), required=False, widget=forms.Textarea)
    told = forms.BooleanField(label=_("Öppenhetskravet är berättat"), required=False)


def specimens() -> dict[str, Any]:
    """Everything the style page shows."""
    return {
        "steps": _steps(),
        "steps_stopped": _stopped_steps(),
        "voices": _voices(),
        "chart": _chart(),
        "owners": _owners(),
        "form": SpecimenForm(),
        "form_with_errors": SpecimenForm({"client": "", "country": "SE", "start": "2026-13-45"}, auto_id="wrong_%s"),
        "page": Paginator(range(95), 10).page(3),
        "columns": [_("År"), _("Uppdrag"), _("Avböjda")],
        "table_rows": [["2024", "41", "3"], ["2025", "47", "2"], ["2026", "38", "4"]],
        "numbers": [2, 3],
        "contacts": ["Jonas Ek", "Ebba Lind"],
    }


def _steps() -> list[dict[str, Any]]:
    return [
        {"label": _("Förslag"), "note": "19 nov.", "state": "done"},
        {"label": _("Kontroll"), "note": _("två saker att väga"), "state": "done"},
        {"label": _("Synpunkter"), "note": _("öppen i två dagar till"), "state": "now"},
        {"label": _("Beslut"), "note": "", "state": "next"},
        {"label": _("Offert"), "note": "", "state": "next"},
        {"label": _("Uppdrag"), "note": "", "state": "next"},
        {"label": _("Publicering"), "note": "", "state": "next"},
    ]


def _stopped_steps() -> list[dict[str, Any]]:
    done = [step | {"state": "done"} for step in _steps()[:3]]
    stopped = {"label": _("Avböjt"), "note": "24 nov.", "state": "stopped"}
    return [*done, stopped, *_steps()[4:]]


def _voices() -> list[dict[str, Any]]:
    now = timezone.now()
    answer = {
        "name": "Jonas Ek",
        "at": now - timedelta(hours=2),
        "words": _("Ja, de är tillfrågade och ser inget hinder."),
    }
    return [
        {
            "name": "Amina Said",
            "tag": _("Stöder"),
            "kind": "",
            "at": now - timedelta(days=1),
            "words": _("En fråga jag brinner för. Jag kan gärna vara med."),
        },
        {
            "name": "Per Wahl",
            "tag": _("Tveksam"),
            "kind": "ask",
            "at": now - timedelta(hours=9),
            "words": _("Hur påverkar vårt arbete för nätbolaget? Har de tillfrågats?"),
            "answers": [answer],
        },
        {
            "name": "Maja Lo",
            "tag": _("Invänder"),
            "kind": "no",
            "at": now - timedelta(hours=1),
            "changed": now,
            "words": _("Jag vill veta vilka de okända ägarna är innan vi säger ja."),
        },
    ]


def _chart() -> dict[str, Any]:
    return {
        "nodes": [
            {"id": "a", "name": "Åkerbruket Energi", "note": "Sverige", "kind": ""},
            {"id": "h", "name": "Hai Feng Holdings", "note": "Kina", "kind": "ask"},
            {"id": "u", "name": "Okänt", "note": "", "kind": "unknown"},
            {"id": "n", "name": "Nordvind Bioenergi AB", "note": "Sverige", "kind": "own"},
        ],
        "links": [
            {"owner": "a", "owned": "n", "share": "52 %"},
            {"owner": "h", "owned": "n", "share": "30 %"},
            {"owner": "u", "owned": "n", "share": "18 %"},
        ],
    }


def _owners() -> list[dict[str, str]]:
    return [
        {
            "owner": "Åkerbruket Energi",
            "country": "Sverige",
            "share": "52 %",
            "source": "Bolagsverket",
            "date": "2026-11-15",
        },
        {"owner": "Hai Feng Holdings", "country": "Kina", "share": "30 %", "source": "GLEIF", "date": "2026-11-01"},
        {"owner": "Okänt", "country": "", "share": "18 %", "source": "", "date": ""},
    ]
