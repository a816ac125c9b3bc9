"""What each public page is filled with; used by the web's views and by the writer of files alike."""

from collections.abc import Sequence
from typing import Any

from klartecken.policies import queries as policies
from klartecken.publication.feeds import as_linked_data
from klartecken.publication.showing import Shown
from klartecken.publication.site import Site

LIST, ENTRY, POLICY, EMBED = "public/list.html", "public/entry.html", "public/policy.html", "public/embed.html"


def frame(site: Site) -> dict[str, Any]:
    """Return what every public page needs."""
    return {"site": site, "firm_name": site.firm_name}


def list_page(entries: Sequence[Shown], site: Site) -> dict[str, Any]:
    """Fill the list; each entry with the address of its own page."""
    return frame(site) | {"rows": [(entry, site.entry(entry.address)) for entry in entries]}


def entry_page(entry: Shown, site: Site) -> dict[str, Any]:
    """Fill the page of one entry."""
    return frame(site) | {
        "entry": entry,
        "permanent": site.permanent(entry.address),
        "linked_data": as_linked_data(entry, site),
    }


def policy_page(site: Site) -> dict[str, Any]:
    """Fill the page of the policy: what holds now, and what changed when and why."""
    return frame(site) | {"timeline": policies.timeline()}
