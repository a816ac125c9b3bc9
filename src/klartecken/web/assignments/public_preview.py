"""The public text as readers of the list would meet it, from what is stored and what is being typed."""

from collections.abc import Mapping

from django.utils import timezone

from klartecken.assignments.models import Assignment
from klartecken.publication.models import PublicEntry
from klartecken.publication.showing import Shown, preview, shown

Preview = Shown
"""What the layout of the public list needs: the very same values as a published entry."""


def preview_of(
    assignment: Assignment, *, typed: Mapping[str, object] | None = None, entry: PublicEntry | None = None
) -> Preview:
    """Return the entry as it is published; before that as it would be, typed words first."""
    if entry is not None:
        return shown(entry, with_consultants=True)
    return preview(assignment, now=timezone.now(), typed=typed)
