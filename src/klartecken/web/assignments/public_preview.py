"""The public text as readers of the list would meet it, from what is stored and what is being typed."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils import timezone

from klartecken.assignments.models import Assignment


@dataclass(frozen=True, slots=True)
class Preview:
    """What the layout of the public list needs."""

    heading: str
    text: str
    lobbying: bool
    contacts: tuple[str, ...]
    since: str


def preview_of(assignment: Assignment, *, typed: Mapping[str, object] | None = None) -> Preview:
    """Return the public words, typed ones first."""
    latest = typed or {}
    title = str(latest.get("public_title", assignment.public_title) or "").strip()
    client = str(latest.get("client_name") or assignment.client.name)
    began = assignment.started_at or assignment.starts_on or timezone.now()
    return Preview(
        heading=title or client,
        text=str(latest.get("public_text", assignment.public_text) or "").strip(),
        lobbying=latest.get("lobbying", assignment.lobbying) == "yes",
        contacts=(assignment.responsible.name,),
        since=str(began.year),
    )
