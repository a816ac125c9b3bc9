"""What the circulation room says no to."""

from django.utils.translation import gettext_noop as _

from klartecken.core.refusals import Conflicting, Invalid, NotAllowed


class MaskNotDecided(Conflicting):
    """A mask was asked for, and the CEO has not answered."""

    code = "mask_not_decided"
    message = _("Vd har inte tagit ställning till masken än. Uppdraget kan skickas runt när det är gjort.")


class AlreadyCirculating(Conflicting):
    """The assignment has left the draft."""

    code = "already_circulating"
    message = _("Uppdraget är redan skickat till kollegorna.")


class NoRound(Conflicting):
    """There is nothing to have a viewpoint on."""

    code = "no_round"
    message = _("Uppdraget är inte ute för synpunkter.")


class ViewpointAfterWindow(Conflicting):
    """The window has ended."""

    code = "window_ended"
    message = _(
        "Tiden för synpunkter har gått ut, så din synpunkt sparades inte. "
        "Kopiera texten och hör av dig till den som är kundansvarig."
    )


class WindowStillOpen(Conflicting):
    """Colleagues may still speak."""

    code = "window_still_open"
    message = _("Tiden för synpunkter har inte gått ut. Bara vd kan korta den, med skriftliga skäl.")


class NotEveryoneInformed(Conflicting):
    """Somebody has not been told."""

    code = "not_everyone_informed"
    message = _("Alla kollegor har inte fått beskedet än. Skicka det igen; rundan stängs när alla är informerade.")


class ReasonNeeded(Invalid):
    """Everyone who could read the case reads the reason."""

    code = "reason_needed"
    message = _("Skriv skälen. Alla som kan läsa ärendet läser dem. Inget har sparats.")


class NotALaterTime(Invalid):
    """A window is only shortened, never lengthened, and never into the past."""

    code = "not_shorter"
    message = _("Ange en tid som ligger mellan nu och den nuvarande sluttiden.")


class OnlyTheCeo(NotAllowed):
    """The CEO or the deputy decides."""

    code = "only_the_ceo"
    message = _("Det här avgör vd. Inget har ändrats.")


class NeverMaskLobbying(Conflicting):
    """No hidden clients: lobbying is never masked."""

    code = "never_mask_lobbying"
    message = _("Lobbying får aldrig maskeras, och det måste vara avgjort att uppdraget inte är det.")


class NoMask(Conflicting):
    """There is no mask to decide on or to lift."""

    code = "no_mask"
    message = _("Uppdraget har ingen mask.")


class TooLong(Invalid):
    """More words than a colleague reads."""

    code = "too_long"
    message = _("Texten är för lång (högst 10 000 tecken). Korta den och skicka igen; inget har sparats.")


class UnknownStance(Invalid):
    """There are four."""

    code = "unknown_stance"
    message = _("Välj om du stöder, vill vara med, är tveksam eller invänder.")
