"""What the check says, as the assignment's page shows it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from klartecken.assignments import queries as assignments
from klartecken.assignments.models import Assignment
from klartecken.core.journey import CLOSED, Effect, State
from klartecken.people import queries as people
from klartecken.people.models import Person
from klartecken.policies import queries as policies
from klartecken.policies.actions.answering import CAN_BE_SET_ASIDE, DECIDERS, MAY_SETTLE, may_settle
from klartecken.policies.views import FindingView, QuestionView
from klartecken.screening import permissions
from klartecken.screening import queries as screening
from klartecken.screening.models import Run
from klartecken.screening.views import HitView


@dataclass(frozen=True, slots=True)
class Shown:
    """A finding, and what the viewer may make of it."""

    finding: FindingView
    may_settle: bool
    may_set_aside: bool
    is_law: bool

    @property
    def may_answer(self) -> bool:
        """Whether there is anything for the viewer to answer."""
        return self.finding.is_shown and (self.may_settle or self.may_set_aside)


@dataclass(frozen=True, slots=True)
class Check:
    """Everything that the part of the page about the check shows one person."""

    assignment: Assignment
    run: Run | None
    is_current: bool
    findings: tuple[Shown, ...]
    fulfilled: tuple[FindingView, ...]
    questions: tuple[QuestionView, ...]
    hits: tuple[HitView, ...]
    identities: tuple[HitView, ...]
    may_run: bool
    may_answer: bool
    may_identify: bool
    resolves: bool
    goes_on: bool


def check_of(
    assignment: Assignment, *, person: Person, now: datetime, found: Sequence[FindingView] | None = None
) -> Check:
    """Read what the check says of an assignment, for one who sees the whole of it; `found` saves reading it twice."""
    run = screening.current_run(assignment)
    found = policies.findings(assignment.pk) if found is None else found
    hits = screening.hits(assignment, person, now=now)
    over = assignment.state in CLOSED or assignment.state == State.ENDED
    resolves = permissions.may_resolve(person, now=now)
    may_edit = assignments.may_edit(person, assignment)
    return Check(
        assignment=assignment,
        run=run,
        is_current=run is not None and (over or screening.is_current(assignment)),
        findings=tuple(
            _shown(each, person, now=now, may_edit=may_edit and not over)
            for each in found
            if each.is_shown and not each.is_open_question
        ),
        fulfilled=tuple(each for each in found if not each.is_shown),
        questions=tuple(policies.questions_in(found)) if not over else (),
        hits=tuple(each for each in hits if each.is_question),
        identities=tuple(each for each in hits if not each.is_question and each.hit.role != "owner")[:3],
        may_run=not over,
        may_answer=not over,
        may_identify=not over and (may_edit or resolves),
        resolves=resolves,
        goes_on=run is not None and assignment.state in {State.DRAFT, State.CIRCULATING, State.ESCALATED},
    )


def _shown(finding: FindingView, person: Person, *, now: datetime, may_edit: bool) -> Shown:
    decides = bool(DECIDERS & people.roles_of(person, now.date()))
    effect = Effect(finding.effect)
    asks = (finding.needs_a_person or finding.is_condition) and effect is not Effect.MENTION
    return Shown(
        finding=finding,
        may_settle=asks and may_settle(person, finding, now=now) and (may_edit or effect in MAY_SETTLE),
        may_set_aside=asks and decides and effect in CAN_BE_SET_ASIDE,
        is_law=effect is Effect.HARD_STOP,
    )
