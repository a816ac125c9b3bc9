"""The chain of owners as the ownership component draws it, and the same as rows."""

from fractions import Fraction
from typing import Any
from uuid import UUID

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from klartecken.core.ownership import Owner, OwnershipLink
from klartecken.parties import queries as parties
from klartecken.parties.models import Party
from klartecken.web.assignments.words import country_name
from klartecken.web.templatetags.klartecken import percent


def ownership(client: Party) -> dict[str, Any]:
    """Return `chart` and `rows` of what the firm knows about who owns the client; empty when nothing is known."""
    links = parties.ownership_links([client.pk])
    if not links:
        return {"chart": None, "rows": []}
    ids = {UUID(each) for link in links for each in (link.owner, link.owned)}
    known = parties.owners_by_id(ids)
    unknown = parties.shares_of(client).unknown
    return {
        "chart": {
            "nodes": [_node(owner, client, unknown) for owner in known.values()],
            "links": [{"owner": link.owner, "owned": link.owned, "share": _share(link.share)} for link in links],
        },
        "rows": [_row(link, known) for link in links] + _unknown_row(unknown),
    }


def _node(owner: Owner, client: Party, unknown: Fraction) -> dict[str, str]:
    is_client = owner.id == str(client.pk)
    notes = [country_name(owner.country or "")]
    if is_client and unknown:
        notes.append(_("%(share)s okänt") % {"share": percent(float(unknown))})
    note = " · ".join(each for each in notes if each)
    return {"id": owner.id, "name": owner.name, "note": note, "kind": "own" if is_client else ""}


def _row(link: OwnershipLink, known: dict[str, Owner]) -> dict[str, str]:
    owner = known[link.owner]
    return {
        "owner": owner.name,
        "country": country_name(owner.country or ""),
        "share": _share(link.share),
        "source": link.source or link.asserter,
        "date": date_format(link.dated, "Y-m-d") if link.dated else "",
    }


def _unknown_row(unknown: Fraction) -> list[dict[str, str]]:
    if not unknown:
        return []
    return [{"owner": _("Okänt"), "country": "", "share": percent(float(unknown)), "source": "", "date": ""}]


def _share(share: Fraction | None) -> str:
    return _("okänd andel") if share is None else percent(float(share))
