"""Proposing: a draft in thirty seconds, saved as it is written."""

from collections.abc import Mapping
from datetime import datetime

from klartecken.assignments import fields, queries
from klartecken.assignments.actions.moving import hold, store
from klartecken.assignments.errors import NotADraft, NotYourAssignment
from klartecken.assignments.models import Assignment, Mask, Step, TeamMember
from klartecken.core.journey import State
from klartecken.core.refusals import NotAllowed
from klartecken.ledger.actions import record, step
from klartecken.parties.models import Party
from klartecken.people import queries as people
from klartecken.people.models import Person
from klartecken.prospects.models import Prospect


def propose(
    *,
    by: Person,
    now: datetime,
    client: Party,
    summary: str,
    lobbying: str,
    responsible: Person | None = None,
    prospect: Prospect | None = None,
    **further: object,
) -> Assignment:
    """Write a draft from the four required things, and whatever else is known already."""
    if not people.has_signed(by):
        raise NotAllowed
    own = {"client": client, "summary": summary, "lobbying": lobbying, "responsible": responsible or by}
    changes = fields.checked({**own, "team": [], **further})
    with step():
        columns = {field: value for field, value in changes.items() if field in fields.COLUMNS}
        assignment = Assignment(**columns, prospect=prospect, created_at=now, changed_at=now)
        fields.check_dates(assignment)
        assignment.save(force_insert=True)
        fields.put(assignment, {field: value for field, value in changes.items() if field in fields.ROWS})
        if by != assignment.responsible:
            TeamMember.objects.get_or_create(assignment=assignment, person=by)
        Step.objects.create(assignment=assignment, to_state=State.DRAFT, at=now, by=by)
        record(
            "assignment.proposed",
            subject=assignment.pk,
            actor=by.pk,
            now=now,
            payload={"client": client.name, "summary": assignment.summary, "lobbying": assignment.lobbying},
        )
    return assignment


def save_draft(
    assignment: Assignment,
    changes: Mapping[str, object],
    *,
    by: Person,
    now: datetime,
    expected_version: int | None = None,
) -> Assignment:
    """Save changes to a draft; nothing is told to anybody, and the ledger waits for the circulation."""
    clean = fields.checked(changes)
    with step():
        held = hold(assignment.pk, expected_version)
        if held.state != State.DRAFT:
            raise NotADraft
        if not queries.may_edit(by, held):
            raise NotYourAssignment
        if held.mask == Mask.APPROVED and clean.get("client", held.client) != held.client:
            held.mask = Mask.REQUESTED  # the CEO approved withholding another name
        fields.put(held, clean)
        if "responsible" in clean:
            TeamMember.objects.get_or_create(assignment=held, person=held.responsible)
        store(held, now=now)
    return held
