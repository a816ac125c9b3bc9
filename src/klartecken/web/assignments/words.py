"""The words of the pages for states, stances, fields and what a change voids: each a table."""

from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from klartecken.core.countries import COUNTRY_NAMES
from klartecken.core.journey import Stance, State
from klartecken.core.journey.voids import Void

Words = Promise | str

STATES: dict[str, Words] = {
    State.DRAFT: _("Utkast"),
    State.CIRCULATING: _("Ute för synpunkter"),
    State.ESCALATED: _("Hos vd"),
    State.CLEARED: _("Klartecken"),
    State.QUOTED: _("Offert lämnad"),
    State.ONGOING: _("Pågår"),
    State.SUSPENDED: _("Vilar"),
    State.ENDED: _("Avslutat"),
    State.DECLINED: _("Vi tackade nej"),
    State.WITHDRAWN: _("Uppdragsgivaren avstod"),
}
MOVES: dict[str, Words] = {
    State.DRAFT: _("skrev ett utkast"),
    State.CIRCULATING: _("skickade förslaget till alla kollegor"),
    State.ESCALATED: _("lämnade ärendet till vd"),
    State.CLEARED: _("gav klartecken"),
    State.QUOTED: _("lämnade offert"),
    State.ONGOING: _("startade uppdraget"),
    State.SUSPENDED: _("gjorde ett uppehåll"),
    State.ENDED: _("avslutade uppdraget"),
    State.DECLINED: _("tackade nej"),
    State.WITHDRAWN: _("noterade att uppdragsgivaren avstod"),
    "resumed": _("lät arbetet fortsätta"),
    "amended": _("ändrade uppdraget"),
    "decided_accept": _("beslutade: ja"),
    "decided_decline": _("beslutade: nej"),
    "decided_veto": _("lade in veto"),
}
OWN_MOVES: dict[str, Words] = {
    State.CIRCULATING: _("Ärendet gick tillbaka till kollegorna."),
    State.ESCALATED: _("Rundan avslutades och ärendet gick till vd."),
    State.SUSPENDED: _("Uppdraget pausades eftersom förutsättningarna ändrades."),
    "amended": _("Förutsättningarna ändrades."),
}
"""Moves that the program made by itself."""

STANCES: dict[str, tuple[Words, str]] = {
    Stance.SUPPORT: (_("Stöder"), ""),
    Stance.TAKE_PART: (_("Vill vara med"), ""),
    Stance.CONCERN: (_("Tveksam"), "ask"),
    Stance.OBJECT: (_("Invänder"), "no"),
}
"""What a stance is called, and the quiet colour of its tag."""

OWN_STANCES: dict[str, Words] = {
    Stance.SUPPORT: _("Du stöder uppdraget."),
    Stance.TAKE_PART: _("Du vill vara med."),
    Stance.CONCERN: _("Du är tveksam."),
    Stance.OBJECT: _("Du invänder."),
}
VOIDS: dict[str, Words] = {
    Void.SCREENING: _("Kontrollen görs om."),
    Void.CIRCULATION: _("Kollegorna får frågan på nytt, med en ny tid för synpunkter."),
    Void.CLEARANCE: _("Klartecknet, om det finns, gäller inte längre."),
    Void.TEAM_WORD: _("De i teamet får säga på nytt om de står bakom uppdraget."),
    Void.OPENNESS: _("Kunden behöver få höra om öppenhetskravet och godkänna det på nytt."),
}
FIELDS: dict[str, Words] = {
    "client": _("uppdragsgivare"),
    "parties": _("parter"),
    "summary": _("vad uppdraget gäller"),
    "responsible": _("kundansvarig"),
    "lobbying": _("lobbying"),
    "purpose": _("syfte"),
    "services": _("tjänster"),
    "positions": _("ståndpunkter"),
    "party_work": _("partipolitik"),
    "intermediary": _("förmedlare"),
    "market": _("marknad"),
    "geography": _("länder"),
    "fee_estimate": _("beräknat arvode"),
    "starts_on": _("start"),
    "ends_on": _("slut"),
    "question_to_colleagues": _("fråga till kollegorna"),
    "may_ask_affected": _("medgivande att fråga berörda kunder"),
    "public_title": _("publik rubrik"),
    "public_text": _("publik text"),
    "masked_summary": _("text utan namn"),
    "origin": _("hur det började"),
    "team": _("team"),
    "owners": _("ägare"),
    "sectors": _("bransch"),
    "country": _("land"),
    "policy": _("policy"),
}
POSITIONS: dict[int, Words] = {
    2: _("helt för"),
    1: _("mest för"),
    0: _("neutral"),
    -1: _("mest emot"),
    -2: _("helt emot"),
}
OUTCOMES: dict[str, Words] = {
    "accept": _("Ja"),
    "decline": _("Nej"),
    "veto": _("Veto"),
}
CAPACITIES: dict[str, Words] = {
    "ceo": _("vd"),
    "deputy": _("vd:s ersättare"),
    "board_chair": _("styrelsens ordförande"),
}
PARTY_ROLES: dict[str, Words] = {
    "intermediary": _("Förmedlare"),
    "principal": _("Huvudman"),
    "adverse": _("Motpart"),
}
LOBBYING: dict[str, Words] = {
    "yes": _("lobbyuppdrag"),
    "unsure": _("kanske lobbying"),
    "no": "",
}


def country_name(code: str) -> str:
    """Name a country in the reader's language; a code without a name stays a code."""
    swedish, english = COUNTRY_NAMES.get(code, (code, code))
    return english if get_language() == "en" else swedish
