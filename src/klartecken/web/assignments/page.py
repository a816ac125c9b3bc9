"""What the page of an assignment shows: read once, by one call to each room."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.functional import Promise

from klartecken.assignments import queries as assignments
from klartecken.assignments.models import Assignment, AssignmentParty, Position, TeamMember
from klartecken.circulation import queries as circulation
from klartecken.circulation.models import Round, Viewpoint
from klartecken.core.journey import CLOSED, OPEN_TO_ALL, PROPOSED, State
from klartecken.deciding import queries as deciding
from klartecken.people.models import Person
from klartecken.policies import queries as policies
from klartecken.publication import queries as publication
from klartecken.web.assignments import check
from klartecken.web.assignments.history import history
from klartecken.web.assignments.journey_line import journey_line
from klartecken.web.assignments.letters import offered
from klartecken.web.assignments.next_step import next_step, other_acts
from klartecken.web.assignments.public_preview import preview_of
from klartecken.web.assignments.situation import Situation, situation
from klartecken.web.assignments.words import OWN_STANCES, PARTY_ROLES, POSITIONS, STANCES
from klartecken.web.screening.check import check_of


@dataclass(frozen=True, slots=True)
class Voice:
    """A viewpoint as the page writes it."""

    viewpoint: Viewpoint
    tag: Promise | str
    kind: str
    earlier: tuple[tuple[Promise | str, str, datetime], ...]


def page(assignment: Assignment, *, person: Person, now: datetime) -> dict[str, Any]:
    """Read everything that the page of an assignment shows to somebody who sees the whole of it."""
    valid = circulation.current_round(assignment)
    team = list(TeamMember.objects.filter(assignment=assignment).select_related("person").order_by("person__name"))
    where = situation(assignment, valid, team, person=person, now=now)
    steps = list(assignments.steps(assignment))
    decisions = list(deciding.decisions(assignment))
    entry = publication.entry_of(assignment)
    findings = policies.findings(assignment.pk)
    return (
        speaking(assignment, valid, where, person=person)
        | _about(assignment)
        | {
            "assignment": assignment,
            "where": where,
            "team": team,
            "own_word": next((member for member in team if member.person_id == person.pk), None),
            "line": journey_line(
                assignment,
                steps=steps,
                valid=valid,
                check_note=check.note(findings),
                published_on=entry.published_at if entry else None,
                now=now,
            ),
            "findings": findings,
            "check": check_of(assignment, person=person, now=now, found=findings),
            "preview": preview_of(assignment, entry=entry),
            "letters": offered(assignment) if where.is_responsible or where.on_team else [],
            "next": next_step(where),
            "others": other_acts(where),
            "history": history(assignment, steps=steps, decisions=decisions),
            "decision": decisions[-1] if decisions else None,
            "conditions": [each for decision in decisions[-1:] for each in decision.conditions.all()],
            "entry": entry,
            "failures": circulation.delivery_failures(assignment) if where.is_responsible else [],
            "blocks": list(assignments.open_blocks(assignment)),
            "is_proposed": assignment.state in PROPOSED,
            "is_draft": assignment.state == State.DRAFT,
            "is_closed": assignment.state in CLOSED,
            "has_begun": assignment.state in OPEN_TO_ALL,
        }
    )


def speaking(assignment: Assignment, valid: Round | None, where: Situation, *, person: Person) -> dict[str, Any]:
    """Read what colleagues say, and the viewer's own voice."""
    said = circulation.viewpoints(assignment) if valid else []
    own = next((each for each in said if each.person_id == person.pk), None)
    may_opt_out = assignment.state in PROPOSED and not where.is_responsible
    return {
        "round": valid,
        "voices": [_voice(each) for each in said],
        "earlier_voices": circulation.earlier_viewpoints(assignment) if valid and valid.number > 1 else [],
        "own": own,
        "own_words": OWN_STANCES[own.stance] if own else "",
        "stances": [(stance, words) for stance, (words, _kind) in STANCES.items()],
        "may_opt_out": may_opt_out,
        "opted_out": may_opt_out and circulation.has_opted_out(person, assignment),
    }


def _voice(viewpoint: Viewpoint) -> Voice:
    words, kind = STANCES[viewpoint.stance]
    earlier = tuple((STANCES[each.stance][0], each.words, each.at) for each in viewpoint.history.all())
    return Voice(viewpoint=viewpoint, tag=words, kind=kind, earlier=earlier)


def _about(assignment: Assignment) -> dict[str, Any]:
    parties = AssignmentParty.objects.filter(assignment=assignment).select_related("party").order_by("role")
    positions = Position.objects.filter(assignment=assignment).select_related("issue")
    return {
        "parties": [(PARTY_ROLES[row.role], row.party) for row in parties],
        "positions": [(row.issue, POSITIONS[row.stance], row.words) for row in positions],
    }
