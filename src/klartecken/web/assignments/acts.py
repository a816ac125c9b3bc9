"""What can be done with an assignment from its page: one table of acts, each with its words, fields and call."""

from collections.abc import Callable
from dataclasses import dataclass

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from klartecken.assignments import actions as assignments
from klartecken.circulation import actions as circulation
from klartecken.deciding import actions as deciding
from klartecken.web.assignments import act_forms as fields


@dataclass(frozen=True, slots=True)
class Act:
    """One act: what its button says, what it means, what is said when it is done, and the action that does it."""

    name: str
    button: Promise | str
    means: Promise | str
    done: Promise | str
    do: Callable[..., object]
    form: type[forms.Form] = fields.Nothing
    versioned: bool = False
    heavy: bool = False  # it ends something: shown apart, with a plain warning

    @property
    def asks_for_little(self) -> bool:
        """Tell whether one tap is enough: its fields are optional and can be folded away."""
        fields_ = self.form.base_fields.values()
        return bool(fields_) and not any(field.required for field in fields_)


_ACTS = (
    Act(
        name="circulate",
        button=_("Skicka till alla kollegor"),
        means=_("Alla som har skrivit under sekretessförbindelsen får förslaget. Öppna frågor följer med och visas."),
        done=_("Förslaget är skickat till alla kollegor."),
        do=circulation.circulate,
        versioned=True,
    ),
    Act(
        name="stand-behind",
        button=_("Jag står bakom uppdraget"),
        means=_("Den som ska arbeta i uppdraget säger själv att hen står bakom det. Ord behövs inte."),
        done=_("Ditt ord är sparat. Tack!"),
        do=assignments.stand_behind,
        form=fields.OptionalWords,
    ),
    Act(
        name="close-round",
        button=_("Avsluta rundan"),
        means=_("Tiden för synpunkter har gått ut. Efter det här kan klartecken ges eller ärendet gå till vd."),
        done=_("Rundan är avslutad."),
        do=circulation.close_round,
        form=fields.OptionalReason,
    ),
    Act(
        name="inform-again",
        button=_("Skicka beskedet igen"),
        means=_("Beskedet går en gång till, till dem det inte har nått. Ingen annan får något."),
        done=_("Beskedet skickas igen."),
        do=circulation.inform_again,
    ),
    Act(
        name="confirm",
        button=_("Ge klartecken"),
        means=_(
            "Ingen har invänt och inget i kontrollen behöver vd. Klartecknet är också ditt eget ord för uppdraget."
        ),
        done=_("Klartecken är givet."),
        do=deciding.confirm,
        form=fields.OptionalWords,
        versioned=True,
    ),
    Act(
        name="escalate",
        button=_("Lämna till vd"),
        means=_("Vd läser argumenten på båda sidor och beslutar med skriftliga skäl."),
        done=_("Ärendet ligger nu hos vd."),
        do=deciding.escalate,
        form=fields.OptionalReason,
    ),
    Act(
        name="tell-openness",
        button=_("Kunden känner till öppenhetskravet"),
        means=_("Vi säger alltid vem uppdragsgivaren är, och lobbyuppdrag står på vår webbplats så länge de pågår."),
        done=_("Det är noterat att kunden känner till öppenhetskravet."),
        do=assignments.tell_openness,
    ),
    Act(
        name="accept-openness",
        button=_("Kunden har godkänt öppenhetskravet"),
        means=_("Skriv vem hos kunden som godkände. Det behövs innan uppdraget kan starta."),
        done=_("Godkännandet är noterat."),
        do=assignments.accept_openness,
        form=fields.AcceptedBy,
    ),
    Act(
        name="quote",
        button=_("Offerten är lämnad"),
        means=_("Alla är informerade, tiden har gått ut och klartecken finns. Nu kan offerten lämnas."),
        done=_("Noterat: offerten är lämnad."),
        do=deciding.quote,
        versioned=True,
    ),
    Act(
        name="start",
        button=_("Starta uppdraget"),
        means=_("Offerten är accepterad. Ett lobbyuppdrag publiceras på den öppna listan i samma stund."),
        done=_("Uppdraget har startat."),
        do=deciding.start,
        versioned=True,
    ),
    Act(
        name="suspend",
        button=_("Gör ett uppehåll"),
        means=_("Arbetet vilar tills vd har tagit ställning. Skälet kan läsas av alla som ser uppdraget."),
        done=_("Uppdraget är pausat."),
        do=deciding.suspend,
        form=fields.RequiredReason,
        versioned=True,
    ),
    Act(
        name="resume",
        button=_("Låt arbetet fortsätta"),
        means=_("Skälen kan läsas av alla som ser uppdraget."),
        done=_("Uppdraget pågår igen."),
        do=deciding.resume,
        form=fields.RequiredReasons,
        versioned=True,
    ),
    Act(
        name="end",
        button=_("Avsluta uppdraget"),
        means=_("Uppdraget får ett slutdatum, också på den öppna listan om det står där."),
        done=_("Uppdraget är avslutat."),
        do=deciding.end,
        form=fields.OptionalReason,
        versioned=True,
        heavy=True,
    ),
    Act(
        name="withdraw",
        button=_("Förfrågan drogs tillbaka"),
        means=_("Uppdragsgivaren avstår. Ärendet stängs, förblir konfidentiellt och raderas när dess tid har gått."),
        done=_("Ärendet är stängt. Tack för att du noterade skälet."),
        do=assignments.withdraw,
        form=fields.Withdrawal,
        versioned=True,
        heavy=True,
    ),
    Act(
        name="decline",
        button=_("Tacka nej till uppdraget"),
        means=_("Vi avstår. Ärendet stängs, förblir konfidentiellt och raderas när dess tid har gått."),
        done=_("Ärendet är stängt. Här finns ett förslag till brev."),
        do=deciding.decline,
        form=fields.RequiredReasons,
        versioned=True,
        heavy=True,
    ),
    Act(
        name="veto",
        button=_("Lägg in veto"),
        means=_("Vd ensam kan stoppa ett uppdrag innan det har börjat. Alla som kan läsa ärendet läser skälen."),
        done=_("Uppdraget är stoppat."),
        do=deciding.veto,
        form=fields.RequiredReasons,
        versioned=True,
        heavy=True,
    ),
    Act(
        name="shorten",
        button=_("Korta tiden för synpunkter"),
        means=_("Bara vd kan göra det, och alla som kan läsa ärendet läser skälet."),
        done=_("Tiden är kortad."),
        do=circulation.shorten_window,
        form=fields.Shortening,
    ),
    Act(
        name="request-mask",
        button=_("Be vd om mask"),
        means=_("Ett undantag: kollegorna ser vad uppdraget gäller men inte namnet. Aldrig för lobbying."),
        done=_("Vd har fått frågan om mask."),
        do=circulation.request_mask,
        form=fields.MaskRequest,
    ),
    Act(
        name="approve-mask",
        button=_("Godkänn masken"),
        means=_("Kollegorna ser förslaget utan namn. Alla får veta namnet före offerten."),
        done=_("Masken är godkänd."),
        do=circulation.approve_mask,
    ),
    Act(
        name="refuse-mask",
        button=_("Säg nej till masken"),
        means=_("Utkastet kan skickas runt med namnet, eller stanna."),
        done=_("Masken är avslagen."),
        do=circulation.refuse_mask,
    ),
    Act(
        name="let-in",
        button=_("Bjud in en kollega"),
        means=_("Den du bjuder in läser allt, också namnet."),
        done=_("Kollegan är inbjuden."),
        do=assignments.let_in,
        form=fields.LettingIn,
    ),
    Act(
        name="lift-mask",
        button=_("Lyft masken"),
        means=_("Alla kollegor får veta namnet och informeras på nytt. Det behövs före offerten."),
        done=_("Masken är lyft och alla informeras på nytt."),
        do=circulation.lift_mask,
    ),
)
ACTS: dict[str, Act] = {act.name: act for act in _ACTS}
"""Every act by its name, which is also its address."""
