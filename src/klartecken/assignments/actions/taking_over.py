"""Work that was begun before Klartecken comes in as it stands: ongoing or ended, never as a proposal."""

from datetime import date, datetime, time

from django.utils import timezone

from klartecken.assignments import fields
from klartecken.assignments.models import Assignment, Clearance, Step, TeamMember
from klartecken.core.journey import State
from klartecken.ledger.actions import record, step
from klartecken.parties.models import Party
from klartecken.people.models import Person

NOON = time(12)


def take_over(
    *,
    client: Party,
    responsible: Person,
    started_on: date,
    ended_on: date | None,
    by: Person,
    now: datetime,
    **said: object,
) -> Assignment:
    """Bring in an assignment from before Klartecken, with the clearance that says so; `deciding` alone calls this."""
    clean = fields.checked({"client": client, "responsible": responsible, **said})
    with step():
        clearance = Clearance.objects.create(
            kind=Clearance.Kind.BEFORE_KLARTECKEN, granted_by=by, granted_at=now, reasons="", weighed=[]
        )
        began, ended = _at_noon(started_on), _at_noon(ended_on) if ended_on else None
        assignment = Assignment(
            **clean,
            state=(State.ENDED if ended else State.ONGOING).value,
            clearance=clearance,
            starts_on=started_on,
            ends_on=ended_on,
            created_at=now,
            changed_at=now,
            started_at=began,
            closed_at=ended,
        )
        assignment.save(force_insert=True)
        TeamMember.objects.create(assignment=assignment, person=responsible)
        Step.objects.create(assignment=assignment, to_state=State.ONGOING, at=began, by=by)
        if ended:
            Step.objects.create(assignment=assignment, from_state=State.ONGOING, to_state=State.ENDED, at=ended, by=by)
        told = {"client": client.name, "summary": assignment.summary, "lobbying": assignment.lobbying}
        record("assignment.taken_over", subject=assignment.pk, actor=by.pk, now=now, payload=told)
    return assignment


def _at_noon(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, NOON))
