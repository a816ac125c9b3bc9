"""Where an assignment stands for the one who looks at it: what the page offers rests on this."""

from dataclasses import dataclass
from datetime import datetime

from klartecken.assignments import queries as assignments
from klartecken.assignments.models import Assignment, Mask, TeamMember
from klartecken.circulation import queries as circulation
from klartecken.circulation.models import Round
from klartecken.core.journey import State
from klartecken.core.refusals import Missing
from klartecken.deciding import queries as deciding
from klartecken.people.models import Person


@dataclass(frozen=True, slots=True)
class Situation:
    """One person's view of where the assignment stands."""

    state: State
    is_responsible: bool
    decides: bool
    on_team: bool
    word_given: bool
    may_edit: bool
    window: str  # "", "open", "due" (ended, not closed) or "closed"
    mask: str
    lobbying: str
    openness_told: bool
    openness_accepted: bool
    everyone_informed: bool
    goes_to_the_ceo: bool
    missing: tuple[Missing, ...]

    @property
    def may_speak(self) -> bool:
        """Tell whether viewpoints are welcome now."""
        return self.window == "open"


def situation(
    assignment: Assignment, valid: Round | None, team: list[TeamMember], *, person: Person, now: datetime
) -> Situation:
    """Read where the assignment stands for `person`."""
    own = next((member for member in team if member.person_id == person.pk), None)
    is_responsible = assignment.responsible_id == person.pk
    window = window_of(valid, now=now)
    asks = is_responsible and assignment.state == State.CIRCULATING and window in {"due", "closed"}
    return Situation(
        state=State(assignment.state),
        is_responsible=is_responsible,
        decides=deciding.may_decide(person, assignment, now=now),
        on_team=own is not None,
        word_given=own is not None and own.stands_behind_at is not None,
        may_edit=assignments.may_edit(person, assignment),
        window=window,
        mask=Mask(assignment.mask),
        lobbying=assignment.lobbying,
        openness_told=assignment.openness_told_at is not None,
        openness_accepted=assignment.openness_accepted_at is not None,
        everyone_informed=not asks or valid is None or circulation.everyone_informed(valid, now=now),
        goes_to_the_ceo=asks and window == "closed" and deciding.goes_to_the_ceo(assignment),
        missing=tuple(_missing(assignment, window, is_responsible=is_responsible, now=now)),
    )


def window_of(valid: Round | None, *, now: datetime) -> str:
    """Name how the round stands: open, due to be closed, closed, or nothing at all."""
    if valid is None:
        return ""
    if valid.closed_at is not None:
        return "closed"
    return "open" if now < valid.closes_at else "due"


def _missing(assignment: Assignment, window: str, *, is_responsible: bool, now: datetime) -> list[Missing]:
    if not is_responsible:
        return []
    if assignment.state == State.CIRCULATING and window == "closed":
        return deciding.missing_for_clearance(assignment, now=now)
    if assignment.state == State.CLEARED:
        return deciding.missing_for_quote(assignment, now=now)
    if assignment.state == State.QUOTED:
        return deciding.missing_for_start(assignment, now=now)
    return []
