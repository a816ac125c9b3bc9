"""What has happened with an assignment, in the order it happened: moves, amendments and decisions."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from klartecken.assignments.models import Amendment, Assignment, Step
from klartecken.core.journey import State
from klartecken.deciding.models import Decision
from klartecken.web.assignments.words import FIELDS, MOVES, OWN_MOVES, VOIDS, Words


@dataclass(frozen=True, slots=True)
class Change:
    """One field of an amendment: before and after, as words."""

    field: Words
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened: when, by whom (nobody when the program did it), what, and why."""

    at: datetime
    who: str
    what: Words
    why: str = ""
    changes: tuple[Change, ...] = ()
    voided: tuple[Words, ...] = ()
    conditions: tuple[str, ...] = ()


def history(assignment: Assignment, *, steps: list[Step], decisions: list[Decision]) -> list[Event]:
    """Return what has happened, the latest first."""
    amendments = list(Amendment.objects.filter(assignment=assignment).select_related("by"))
    told = {amendment.at for amendment in amendments} | {decision.at for decision in decisions}
    moves = [step for step in steps if step.at not in told]
    events = [*_moves(moves), *_amendments(amendments), *_decisions(decisions)]
    return sorted(events, key=lambda event: event.at)[::-1]


def _moves(steps: list[Step]) -> Iterator[Event]:
    for step in steps:
        if step.by is None:
            yield Event(step.at, "", OWN_MOVES.get(step.to_state, MOVES[step.to_state]), why=step.reason)
        elif step.from_state == State.SUSPENDED and step.to_state == State.ONGOING:
            yield Event(step.at, step.by.name, MOVES["resumed"], why=step.reason)
        else:
            yield Event(step.at, step.by.name, MOVES[step.to_state], why=step.reason)


def _amendments(amendments: list[Amendment]) -> Iterator[Event]:
    for amendment in amendments:
        yield Event(
            amendment.at,
            amendment.by.name if amendment.by else "",
            MOVES["amended"] if amendment.by else OWN_MOVES["amended"],
            why=amendment.reason,
            changes=tuple(_changes(amendment.changes)),
            voided=tuple(VOIDS[void] for void in amendment.voided if void in VOIDS),
        )


def _changes(changes: Mapping[str, list[object]]) -> Iterator[Change]:
    for field, (before, after) in changes.items():
        yield Change(FIELDS.get(field, field), _as_words(before), _as_words(after))


def _as_words(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(str(each) for each in value) or "–"
    return "–" if value in (None, "", "None") else str(value)


def _decisions(decisions: list[Decision]) -> Iterator[Event]:
    for decision in decisions:
        yield Event(
            decision.at,
            decision.decided_by.name,
            MOVES[f"decided_{decision.outcome}"],
            why=decision.reasons,
            conditions=tuple(condition.words for condition in decision.conditions.all()),
        )
