"""When a reader's own copy still holds: asked before anything is read or written out."""

import hashlib
from datetime import datetime

from django.http import HttpRequest
from django.utils.translation import get_language

from klartecken.core.refusals import NotFound
from klartecken.people import queries as people
from klartecken.publication import queries
from klartecken.publication.queries import Stamp


def list_tag(request: HttpRequest) -> str:
    """Return the mark of the list, or a feed of it, as it stands."""
    stamp = _stamp(request)
    return _tag(request, stamp.entries, stamp.changed_at)


def list_changed_at(request: HttpRequest) -> datetime | None:
    """Return when anything on the list last changed."""
    return _stamp(request).changed_at


def entry_tag(request: HttpRequest, address: str) -> str | None:
    """Return the mark of one entry; whose names it shows is part of it, since those go when people leave."""
    try:
        entry = queries.entry(address)
    except NotFound:
        return None
    return _tag(request, entry.pk, entry.changed_at, *queries.consultants(entry))


def _stamp(request: HttpRequest) -> Stamp:
    """Ask once per request, though Django asks for tag and date separately."""
    known: Stamp | None = getattr(request, "public_stamp", None)
    stamp = known or queries.stamp()
    request.public_stamp = stamp  # type: ignore[attr-defined]  # ours
    return stamp


def _tag(request: HttpRequest, *parts: object) -> str:
    look = (request.COOKIES.get("klartecken_theme", ""), get_language(), request.get_full_path(), people.firm().name)
    text = "\n".join(str(part) for part in (*parts, *look))
    return f'"{hashlib.sha256(text.encode()).hexdigest()[:32]}"'
