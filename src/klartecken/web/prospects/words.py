"""How the garden's choices are written."""

from django.utils.translation import gettext_lazy as _

from klartecken.prospects.models import Origin

ORIGINS = [
    (Origin.OWN_OUTREACH.value, _("Egen uppsökande kontakt")),
    (Origin.INBOUND.value, _("Förfrågan till oss")),
    (Origin.REFERRAL.value, _("Rekommendation")),
    (Origin.TENDER.value, _("Upphandling")),
    (Origin.RETURNING.value, _("Tidigare uppdragsgivare")),
]
LOBBYING = [("yes", _("Ja")), ("no", _("Nej")), ("unsure", _("Osäkert"))]
INTERVALS = [("7", _("Om en vecka")), ("30", _("Om en månad")), ("90", _("Om tre månader"))]
"""Days until the next contact, for one press."""
