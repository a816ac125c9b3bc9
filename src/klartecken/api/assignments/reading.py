"""Lists, single assignments, proposals and changes."""

from typing import Annotated, Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from ninja import Router, Status
from pydantic import Field

from klartecken.api.assignments import presenting
from klartecken.api.assignments.entering import entered
from klartecken.api.assignments.shapes import AssignmentOut, AssignmentPage, ChangeIn, ProposalIn
from klartecken.api.authentication import caller, moment
from klartecken.api.versions import expected_version, tag
from klartecken.assignments import actions, queries
from klartecken.assignments.models import Assignment
from klartecken.core.journey import State
from klartecken.ledger.actions import step
from klartecken.people.models import Person

router = Router(tags=["assignments"])
MOST = 200
Limit = Annotated[int, Field(ge=1, le=MOST)]
Offset = Annotated[int, Field(ge=0)]


def answer(request: HttpRequest, response: HttpResponse, assignment_id: UUID) -> dict[str, Any]:
    """Return the assignment as it is now, with its version as the ETag."""
    person = caller(request)
    assignment = queries.get_visible(person, assignment_id, now=moment())
    response["ETag"] = tag(assignment)
    return presenting.whole(assignment, person, now=moment())


@router.get("", response=AssignmentPage)
def list_assignments(
    request: HttpRequest,
    state: str = "",
    q: str = "",
    limit: Limit = 50,
    offset: Offset = 0,
) -> dict[str, Any]:
    """List the assignments that the caller sees, last changed first."""
    seen = queries.visible_to(caller(request), now=moment()).order_by("-changed_at", "pk")
    if state:
        seen = seen.filter(state__in=state.split(","))
    if q:
        seen = queries.named_like(seen, q)
    rows = seen.select_related("client", "responsible").prefetch_related("client__identifiers")
    return {"items": [presenting.row(each) for each in rows[offset : offset + limit]], "count": seen.count()}


@router.post("", response={201: AssignmentOut})
def propose(request: HttpRequest, response: HttpResponse, body: ProposalIn) -> Status[Any]:
    """Write a draft from the four required things and whatever else is known."""
    person, now = caller(request), moment()
    with step():  # a refused proposal leaves no party behind
        fields = entered(body, by=person, now=now)
        assignment = actions.propose(by=person, now=now, **fields)
    response["Location"] = reverse("api-v1:show_assignment", args=[assignment.pk])
    return Status(201, answer(request, response, assignment.pk))


@router.get("/{uuid:assignment_id}", response=AssignmentOut, url_name="show_assignment")
def show(request: HttpRequest, response: HttpResponse, assignment_id: UUID) -> dict[str, Any]:
    """Show one assignment with its findings, hits, viewpoints and what the quote gate still asks for."""
    return answer(request, response, assignment_id)


@router.patch("/{uuid:assignment_id}", response=AssignmentOut)
def change(request: HttpRequest, response: HttpResponse, assignment_id: UUID, body: ChangeIn) -> dict[str, Any]:
    """Save a draft, or amend what colleagues were told; `If-Match` guards against overwriting."""
    person, now = caller(request), moment()
    assignment = queries.get_whole(person, assignment_id, now=now)
    with step():  # a refused change leaves no party behind
        _store(assignment, body, by=person, version=expected_version(request))
    return answer(request, response, assignment_id)


def _store(assignment: Assignment, body: ChangeIn, *, by: Person, version: int | None) -> None:
    now = moment()
    fields = entered(body, by=by, now=now)
    fields.pop("reason", None)
    if assignment.state == State.DRAFT:
        actions.save_draft(assignment, fields, by=by, now=now, expected_version=version)
    else:
        actions.amend(assignment, fields, by=by, now=now, reason=body.reason, expected_version=version)
