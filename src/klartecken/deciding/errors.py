"""What the deciding room says no to."""

from django.utils.translation import gettext_noop as _

from klartecken.core.refusals import Conflicting, Invalid, NotAllowed


class QuoteGateClosed(Conflicting):
    """Something must be in place before a quote; `missing` says all of it."""

    code = "quote_gate_closed"
    message = _("Offerten kan inte lämnas än.")


class StartGateClosed(Conflicting):
    """Something must be in place before the start; `missing` says all of it."""

    code = "start_gate_closed"
    message = _("Uppdraget kan inte starta än.")


class NotReadyForClearance(Conflicting):
    """Something must be settled before anybody can clear the assignment; `missing` says all of it."""

    code = "not_ready_for_clearance"
    message = _("Klartecken kan inte ges än.")


class NeedsTheCeo(Conflicting):
    """There is disagreement, or a finding above the consultant's mandate."""

    code = "needs_the_ceo"
    message = _("Det finns en invändning eller något som vd ska väga. Ärendet ligger nu hos vd.")


class AlreadyDecided(Conflicting):
    """Somebody decided a moment ago."""

    code = "already_decided"
    message = _("Ärendet är redan avgjort. Läs in sidan på nytt för att se beslutet; ditt beslut sparades inte.")


class OnlyTheCeo(NotAllowed):
    """The CEO alone decides on disagreement and has a veto."""

    code = "only_the_ceo"
    message = _("Det här avgör vd. Inget har ändrats.")


class NotYourOwnCase(NotAllowed):
    """The firm has chosen that the CEO's own assignments are decided by the deputy or the chair."""

    code = "not_your_own_case"
    message = _("Dina egna uppdrag avgörs av din ersättare eller styrelsens ordförande.")


class ReasonsNeeded(Invalid):
    """A decision has written reasons."""

    code = "reasons_needed"
    message = _("Skriv skälen till beslutet. Alla som kan läsa ärendet läser dem. Inget har sparats.")


class TheLawStops(Conflicting):
    """A hard legal stop: no one overrides it."""

    code = "hard_stop"
    message = _(
        "Lagen stoppar uppdraget och det kan ingen gå förbi. Bara ett undantag som lagen själv ger, "
        "eller en myndighets tillstånd, kan registreras på regeln."
    )


class TooLateForVeto(Conflicting):
    """The assignment has begun."""

    code = "too_late_for_veto"
    message = _("Uppdraget har redan börjat. Det kan avbrytas men inte stoppas med veto.")
