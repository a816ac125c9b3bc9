"""Assignments at any stage, written straight into their tables: for tests of what follows the journey, not of it."""

from datetime import UTC, datetime

from klartecken.assignments.models import Assignment, AssignmentParty, Clearance, Position, TeamMember
from klartecken.core.journey import AFTER_CLEARANCE
from klartecken.parties.folding import folded
from klartecken.parties.models import Issue, Party
from klartecken.people import actions as people
from klartecken.people.models import Person, Role

SPRING = datetime(2026, 4, 1, 8, 0, tzinfo=UTC)


def colleague(name: str = "Jonas Ek", *roles: Role, now: datetime = SPRING) -> Person:
    """Somebody who has signed."""
    mailbox = name.lower().replace(" ", ".")
    person, _ = people.invite(email=f"{mailbox}@sylve.example", name=name, roles=roles, by=None, now=now)
    people.sign_undertaking(person, now=now)
    return person


def party(name: str, *, now: datetime = SPRING) -> Party:
    """A party that nobody else knows."""
    return Party.objects.create(name=name, search_name=folded(name), country="SE", created_at=now)


def begun(
    responsible: Person,
    *,
    client: str | Party = "Åkerbruket Energi AB",
    state: str = "ongoing",
    lobbying: str = "yes",
    now: datetime = SPRING,
    issues: tuple[str, ...] = (),
    principal: str = "",
    team: tuple[Person, ...] = (),
    **fields: object,
) -> Assignment:
    """An assignment in a state, with a clearance where the state needs one."""
    clearance = None
    if state in AFTER_CLEARANCE:
        clearance = Clearance.objects.create(kind="agreed", granted_by=responsible, granted_at=now)
    assignment = Assignment.objects.create(
        client=party(client, now=now) if isinstance(client, str) else client,
        state=state,
        lobbying=lobbying,
        responsible=responsible,
        clearance=clearance,
        created_at=now,
        changed_at=now,
        started_at=now if state in {"ongoing", "ended", "suspended"} else None,
        closed_at=now if state in {"ended", "declined", "withdrawn"} else None,
        circulated_at=now if state != "draft" else None,
        **{"summary": "Den inre sammanfattningen", "public_title": "Åkerbruket", "public_text": "Vi odlar.", **fields},
    )
    for name in issues:
        issue, _ = Issue.objects.get_or_create(name_sv=name, defaults={"name_en": name})
        Position.objects.create(assignment=assignment, issue=issue, stance=1)
    if principal:
        role = AssignmentParty.PartyRole.PRINCIPAL
        AssignmentParty.objects.create(assignment=assignment, party=party(principal, now=now), role=role)
    for person in team:
        TeamMember.objects.create(assignment=assignment, person=person)
    return assignment
