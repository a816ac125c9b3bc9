"""The thin line of the journey: seven places, and which of them the assignment has reached."""

from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from klartecken.assignments.models import Assignment, Step
from klartecken.circulation.models import Round
from klartecken.core.journey import CLOSED, State
from klartecken.web.assignments.situation import window_of

PLACES = (_("Förslag"), _("Kontroll"), _("Synpunkter"), _("Beslut"), _("Offert"), _("Uppdrag"), _("Publicering"))
PROPOSAL, CHECK, VIEWPOINTS, DECISION, QUOTE, WORK, PUBLISHED = range(7)

_PLACE_OF: dict[State, int] = {
    State.DRAFT: PROPOSAL,
    State.CIRCULATING: VIEWPOINTS,
    State.ESCALATED: DECISION,
    State.CLEARED: QUOTE,
    State.QUOTED: QUOTE,
    State.ONGOING: WORK,
    State.SUSPENDED: WORK,
    State.ENDED: WORK,
}
_MARKED_BY: dict[int, State] = {
    PROPOSAL: State.DRAFT,
    DECISION: State.CLEARED,
    QUOTE: State.QUOTED,
    WORK: State.ONGOING,
}
"""The move whose date stands under a place."""


@dataclass(frozen=True, slots=True)
class Place:
    """One place on the line."""

    label: Promise
    note: str
    state: str


def journey_line(
    assignment: Assignment,
    *,
    steps: list[Step],
    valid: Round | None,
    check_note: str,
    published_on: datetime | None,
    now: datetime,
) -> list[Place]:
    """Draw the line: what is done, where it is now, what is next; an assignment that came to nothing stops on it."""
    current = _current(assignment, steps, window=window_of(valid, now=now))
    notes = _notes(assignment, steps, valid=valid, check_note=check_note, published_on=published_on, now=now)
    stopped = State(assignment.state) in CLOSED
    return [
        Place(label=label, note=notes.get(place, ""), state=_state(place, current, stopped=stopped, notes=notes))
        for place, label in enumerate(PLACES)
    ]


def _state(place: int, current: int, *, stopped: bool, notes: dict[int, str]) -> str:
    if place == PUBLISHED:
        return "done" if PUBLISHED in notes else "next"
    if place == current:
        return "stopped" if stopped else "now"
    return "done" if place < current else "next"


def _current(assignment: Assignment, steps: list[Step], *, window: str) -> int:
    state = State(assignment.state)
    if state in CLOSED:
        before = next((State(step.from_state) for step in reversed(steps) if step.from_state), State.DRAFT)
        return _PLACE_OF.get(before, PROPOSAL)
    if state is State.CIRCULATING and window in {"due", "closed"}:
        return DECISION
    return _PLACE_OF[state]


def _notes(
    assignment: Assignment,
    steps: list[Step],
    *,
    valid: Round | None,
    check_note: str,
    published_on: datetime | None,
    now: datetime,
) -> dict[int, str]:
    last = {step.to_state: step.at for step in steps}
    notes = {place: _short(last[state]) for place, state in _MARKED_BY.items() if state in last}
    if assignment.state != State.DRAFT:
        notes[CHECK] = check_note
    if valid is not None:
        until = gettext("till %(day)s") % {"day": _short(valid.closes_at)}
        notes[VIEWPOINTS] = until if window_of(valid, now=now) == "open" else gettext("avslutad")
    if assignment.closed_at and assignment.state in CLOSED:
        notes[_current(assignment, steps, window="")] = _short(assignment.closed_at)
    if published_on is not None:
        notes[PUBLISHED] = _short(published_on)
    return notes


def _short(moment: datetime) -> str:
    local = timezone.localtime(moment)
    return date_format(local, "j M" if local.year == timezone.localdate().year else "j M Y").lower()
