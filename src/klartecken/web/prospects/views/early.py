"""Looking a prospect up in the registers long before it is proposed.

The firm's own assignments are not searched here: an answer about them would tell what is hidden from the one who asks.
"""

from uuid import UUID

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_POST

from klartecken.parties import queries as parties
from klartecken.registers.hit import Hit
from klartecken.registers.screen import Party, screen_party
from klartecken.web.prospects.doors import own

WORTH_A_LOOK = 0.2
"""Candidates less likely than this are not shown."""
SURE, LIKELY = 0.9, 0.5


@login_required
@require_POST
def look_up(request: HttpRequest, prospect_id: UUID) -> HttpResponse:
    """Search the registers in use, keep nothing, and say what was searched and what was not."""
    prospect = own(request, prospect_id)
    entity = parties.as_entity(prospect.party)
    asked = Party(
        name=entity.name,
        names=entity.names,
        kind=entity.kind,
        country=entity.country or None,
        identifiers=entity.identifiers,
    )
    found = screen_party(asked, home=settings.HOME, least=WORTH_A_LOOK)
    context = {
        "prospect": prospect,
        "hits": [_shown(hit) for hit in found.hits],
        "searched": found.searched,
        "not_searched": found.not_searched,
    }
    return render(request, "prospects/look_up.html", context)


def _shown(hit: Hit) -> dict[str, object]:
    return {
        "name": hit.name,
        "register": hit.register,
        "country": hit.entity.country.upper(),
        "sureness": "sure" if hit.score >= SURE else ("likely" if hit.score >= LIKELY else "perhaps"),
        "sentence": hit.sentence_en if get_language() == "en" else hit.sentence_sv,
    }
