"""What needs one person, read in a fixed number of queries however much it is."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.utils.timezone import localdate

from klartecken.assignments import queries as assignments
from klartecken.assignments.models import Assignment, TeamMember
from klartecken.circulation import queries as circulation
from klartecken.circulation.models import Round, Viewpoint
from klartecken.core.journey import OPEN_TO_ALL, PROPOSED, State
from klartecken.core.journey.sight import Sight
from klartecken.deciding import queries as deciding
from klartecken.people import queries as people
from klartecken.people.models import Person, Role
from klartecken.policies import queries as policies
from klartecken.policies.views import FindingView, QuestionView
from klartecken.prospects import queries as prospects
from klartecken.prospects.models import Prospect
from klartecken.publication import queries as publication
from klartecken.screening import permissions
from klartecken.screening import queries as screening

MOST_CIRCULATIONS = 5
"""How many circulations stand open on the page; those that close later follow when these are answered."""
MOVED_BY_ME = frozenset({State.DRAFT, State.CLEARED, State.QUOTED})
"""States that the responsible consultant alone moves on from."""
TOLD_OF_ERRORS = frozenset({Role.CEO, Role.DEPUTY, Role.ADMINISTRATOR})
"""Roles that read of unpublished lobbying besides the responsible consultant and the team."""


@dataclass(frozen=True, slots=True)
class Circulation:
    """A circulation one has not answered, with what one needs to answer it in place."""

    assignment: Assignment
    round: Round
    is_masked: bool
    findings: tuple[FindingView, ...]
    voices: tuple[Viewpoint, ...]


@dataclass(frozen=True, slots=True)
class OwnCase:
    """Something one is responsible for that is on its way: its open questions, and whether its window has ended."""

    assignment: Assignment
    questions: tuple[QuestionView, ...]
    window_ended: bool

    @property
    def needs_me(self) -> bool:
        """Tell whether it stands still until its responsible consultant does something."""
        return bool(self.questions) or self.window_ended or self.assignment.state in MOVED_BY_ME


@dataclass(frozen=True, slots=True)
class Today:
    """What needs a person today, most pressing first."""

    errors: tuple[Assignment, ...]
    decisions: tuple[deciding.Waiting, ...]
    circulations: tuple[Circulation, ...]
    words_asked: tuple[Assignment, ...]
    own: tuple[OwnCase, ...]
    contacts: tuple[Prospect, ...]
    checks: tuple[screening.Case, ...] = ()

    @property
    def is_calm(self) -> bool:
        """Tell whether nothing needs the person."""
        needs = (
            self.errors,
            self.decisions,
            self.circulations,
            self.words_asked,
            self.own_to_move,
            self.contacts,
            self.checks,
        )
        return not any(needs)

    @property
    def own_to_move(self) -> tuple[OwnCase, ...]:
        """Return what the person has to move on."""
        return tuple(each for each in self.own if each.needs_me)

    @property
    def own_on_their_way(self) -> tuple[OwnCase, ...]:
        """Return what goes on without the person."""
        return tuple(each for each in self.own if not each.needs_me)


def today(person: Person, *, now: datetime) -> Today:
    """Return what needs the person."""
    return Today(
        errors=tuple(errors(person, now=now)),
        decisions=tuple(deciding.waiting_for(person, now=now)),
        circulations=tuple(circulations(person, now=now)),
        words_asked=tuple(words_asked(person, now=now)),
        own=tuple(own_cases(person, now=now)),
        contacts=tuple(prospects.contacts_due(person, localdate(now))),
        checks=tuple(checks(person, now=now)),
    )


def checks(person: Person, *, now: datetime) -> list[screening.Case]:
    """Return the cases whose hits wait for the person: none for anybody but those who settle or confirm them."""
    settles = permissions.may_resolve(person, now=now)
    return [each for each in screening.cases(person, now=now) if settles or each.waits_for_second]


def circulations(person: Person, *, now: datetime) -> list[Circulation]:
    """Return the open circulations the person has not answered, the one that closes first at the top."""
    waiting = list(circulation.unanswered(person, now=now)[:MOST_CIRCULATIONS])
    rounds = _rounds(waiting)
    voices = circulation.viewpoints_of(waiting)
    whole = [each.pk for each in waiting if not _is_masked(each)]
    findings = policies.findings_by_case(whole)
    return [
        Circulation(
            assignment=each,
            round=rounds[each.pk],
            is_masked=_is_masked(each),
            findings=tuple(findings.get(each.pk, ())),
            voices=tuple(voices[each.pk]),
        )
        for each in waiting
    ]


def words_asked(person: Person, *, now: datetime) -> list[Assignment]:
    """Return the proposals on whose team the person is, and has not said whether they stand behind."""
    silent = TeamMember.objects.filter(person=person, stands_behind_at__isnull=True).values("assignment")
    rows = assignments.visible_to(person, now=now).filter(pk__in=silent, state__in=sorted(PROPOSED))
    return list(rows.select_related("client", "responsible").order_by("changed_at"))


def own_cases(person: Person, *, now: datetime) -> list[OwnCase]:
    """Return what the person is responsible for and has to move on: drafts, open questions, ended windows."""
    before_start = [State.DRAFT.value, *sorted(PROPOSED)]
    mine = assignments.visible_to(person, now=now).filter(responsible=person, state__in=before_start)
    cases = list(mine.select_related("client", "responsible").order_by("-changed_at"))
    findings = policies.findings_by_case([each.pk for each in cases])
    rounds = _rounds(cases)
    return [
        OwnCase(
            assignment=each,
            questions=tuple(policies.questions_in(findings.get(each.pk, ()))),
            window_ended=each.state == State.CIRCULATING and each.pk in rounds and rounds[each.pk].closes_at <= now,
        )
        for each in cases
    ]


def errors(person: Person, *, now: datetime) -> list[Assignment]:
    """Return ongoing lobbying that is not on the public list, to those who can put it right."""
    wrong = publication.unpublished_lobbying()
    if not wrong.exists():
        return []
    seen = assignments.visible_to(person, now=now).filter(pk__in=wrong.values("pk"), state__in=sorted(OPEN_TO_ALL))
    rows = list(seen.select_related("client", "responsible").prefetch_related("team"))
    tells_all = bool(people.roles_of(person, localdate(now)) & TOLD_OF_ERRORS)
    return [each for each in rows if tells_all or _works_on(person, each)]


def _is_masked(assignment: Assignment) -> bool:
    return assignment.sight == Sight.MASK or assignment.is_masked


def _works_on(person: Person, assignment: Assignment) -> bool:
    on_team = {member.person_id for member in assignment.team.all()}
    return assignment.responsible_id == person.pk or person.pk in on_team


def _rounds(cases: Iterable[Assignment]) -> dict[object, Round]:
    keys = [each.pk for each in cases]
    valid = Round.objects.filter(assignment__in=keys, voided_at__isnull=True)
    return {each.assignment_id: each for each in valid}
