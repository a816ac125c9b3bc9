"""A circulation as it is read in place: the public text, the findings in a sentence, what colleagues said."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import prefetch_related_objects
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from klartecken.agenda.queries import Circulation
from klartecken.circulation.models import Viewpoint
from klartecken.web.assignments.check import Line, lines
from klartecken.web.assignments.public_preview import Preview, preview_of
from klartecken.web.assignments.words import STANCES

MOST_LINES = 3


@dataclass(frozen=True, slots=True)
class Reading:
    """One circulation, ready to be read."""

    circulation: Circulation
    preview: Preview | None
    check: tuple[Line, ...]
    more_lines: str
    voices: tuple[tuple[Viewpoint, Promise | str, str], ...]


def readings(circulations: Iterable[Circulation]) -> list[Reading]:
    """Prepare circulations for the page; a mask has no public text and no findings."""
    read = list(circulations)
    prefetch_related_objects([each.assignment for each in read if not each.is_masked], "parties__party")
    return [_reading(each) for each in read]


def _reading(each: Circulation) -> Reading:
    has_text = bool(each.assignment.public_text) and not each.is_masked
    check = lines(each.findings)
    left = len(check) - MOST_LINES
    return Reading(
        circulation=each,
        preview=preview_of(each.assignment) if has_text else None,
        check=tuple(check[:MOST_LINES]),
        more_lines=_("och %(count)d till") % {"count": left} if left > 0 else "",
        voices=tuple((voice, *STANCES[voice.stance]) for voice in each.voices),
    )
