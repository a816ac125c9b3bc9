"""The acts of the journey, one address each: what the pages can do, the API can do, through the same actions."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from ninja import Router, Status

from klartecken.api.assignments import shapes
from klartecken.api.assignments.reading import answer
from klartecken.api.authentication import caller, moment
from klartecken.api.versions import expected_version
from klartecken.assignments import actions as assignments
from klartecken.assignments import queries
from klartecken.assignments.models import Assignment
from klartecken.circulation import actions as circulation
from klartecken.core.refusals import NotFound, Stale
from klartecken.deciding import actions as deciding
from klartecken.deciding.queries import decisions
from klartecken.publication import actions as publication
from klartecken.screening import actions as screening
from klartecken.screening import queries as screenings

router = Router(tags=["journey"])
PATH = "/{uuid:assignment_id}/"
Answer = dict[str, Any]


def seen(request: HttpRequest, assignment_id: UUID, *, masked_too: bool = False) -> Assignment:
    """Return the assignment that the caller sees, checked against `If-Match`."""
    find: Callable[..., Assignment] = queries.get_visible if masked_too else queries.get_whole
    assignment = find(caller(request), assignment_id, now=moment())
    version = expected_version(request)
    if version is not None and version != assignment.version:
        raise Stale
    return assignment


@router.post(PATH + "screen", response=shapes.AssignmentOut)
def screen(request: HttpRequest, response: HttpResponse, assignment_id: UUID) -> Answer:
    """Screen now, against the registers in use and the firm's own clients."""
    screening.screen(seen(request, assignment_id).pk, by=caller(request), now=moment())
    return answer(request, response, assignment_id)


@router.post(PATH + "circulate", response=shapes.AssignmentOut)
def circulate(request: HttpRequest, response: HttpResponse, assignment_id: UUID) -> Answer:
    """Tell all colleagues and open the window."""
    assignment = seen(request, assignment_id)
    version = expected_version(request)
    circulation.circulate(assignment, by=caller(request), now=moment(), expected_version=version)
    return answer(request, response, assignment_id)


@router.post(PATH + "viewpoint", response=shapes.AssignmentOut)
def viewpoint(request: HttpRequest, response: HttpResponse, assignment_id: UUID, body: shapes.ViewpointIn) -> Answer:
    """Say what one thinks, or change it."""
    assignment = seen(request, assignment_id, masked_too=True)
    circulation.give_viewpoint(assignment, by=caller(request), now=moment(), stance=body.stance, words=body.words)
    return answer(request, response, assignment_id)


@router.post(PATH + "opt-out", response={204: None})
def opt_out(request: HttpRequest, assignment_id: UUID) -> Status[Any]:
    """Decline, privately, to work on it."""
    circulation.opt_out(seen(request, assignment_id, masked_too=True), by=caller(request))
    return Status(204, None)


@router.delete(PATH + "opt-out", response={204: None})
def take_back_opt_out(request: HttpRequest, assignment_id: UUID) -> Status[Any]:
    """Take back one's own opt-out."""
    circulation.take_back_opt_out(seen(request, assignment_id, masked_too=True), by=caller(request))
    return Status(204, None)


@router.post(PATH + "close-round", response=shapes.AssignmentOut)
def close_round(
    request: HttpRequest, response: HttpResponse, assignment_id: UUID, body: shapes.CloseIn | None = None
) -> Answer:
    """Close the round when its window has ended; the CEO may do it earlier with a reason."""
    assignment = seen(request, assignment_id, masked_too=True)
    circulation.close_round(assignment, by=caller(request), now=moment(), reason=body.reason if body else "")
    return answer(request, response, assignment_id)


@router.post(PATH + "shorten-window", response=shapes.AssignmentOut)
def shorten_window(request: HttpRequest, response: HttpResponse, assignment_id: UUID, body: shapes.ShortenIn) -> Answer:
    """Shorten the window: the CEO, with a reason."""
    assignment = seen(request, assignment_id)
    circulation.shorten_window(
        assignment, by=caller(request), now=moment(), closes_at=body.closes_at, reason=body.reason
    )
    return answer(request, response, assignment_id)


@router.post(PATH + "answer", response=shapes.AssignmentOut)
def answer_question(request: HttpRequest, response: HttpResponse, assignment_id: UUID, body: shapes.AnswerIn) -> Answer:
    """Answer a question of the policy, or say why the answer cannot be had."""
    assignment = seen(request, assignment_id)
    assignments.answer(
        assignment,
        fact=body.fact,
        value=body.value,
        not_obtainable=body.not_obtainable,
        source=body.source,
        by=caller(request),
        now=moment(),
    )
    return answer(request, response, assignment_id)


@router.post(PATH + "resolve", response=shapes.AssignmentOut)
def resolve(request: HttpRequest, response: HttpResponse, assignment_id: UUID, body: shapes.ResolveIn) -> Answer:
    """Say what a hit is; a second person's same answer to a sanctions hit confirms it."""
    person = caller(request)
    assignment = seen(request, assignment_id)
    hit = next((each for each in screenings.hits(assignment, person) if each.pk == body.hit), None)
    if hit is None:
        raise NotFound
    screening.resolve(hit, outcome=body.outcome, reason=body.reason, by=person, now=moment())
    return answer(request, response, assignment_id)


@router.post(PATH + "confirm", response=shapes.AssignmentOut)
def confirm(
    request: HttpRequest, response: HttpResponse, assignment_id: UUID, body: shapes.WordsIn | None = None
) -> Answer:
    """Stand behind it: from the responsible consultant it also clears what nobody disagrees on."""
    person, assignment = caller(request), seen(request, assignment_id)
    words = body.words if body else ""
    if assignment.responsible_id == person.pk:
        version = expected_version(request)
        deciding.confirm(assignment, by=person, now=moment(), words=words, expected_version=version)
    else:
        assignments.stand_behind(assignment, by=person, now=moment(), words=words)
    return answer(request, response, assignment_id)


@router.post(PATH + "stand-behind", response=shapes.AssignmentOut)
def stand_behind(
    request: HttpRequest, response: HttpResponse, assignment_id: UUID, body: shapes.WordsIn | None = None
) -> Answer:
    """Give one's word as a member of the team."""
    assignment = seen(request, assignment_id)
    words = body.words if body else ""
    assignments.stand_behind(assignment, by=caller(request), now=moment(), words=words)
    return answer(request, response, assignment_id)


@router.post(PATH + "decide", response=shapes.AssignmentOut)
def decide(request: HttpRequest, response: HttpResponse, assignment_id: UUID, body: shapes.DecideIn) -> Answer:
    """Decide an escalated case: the CEO, with reasons."""
    conditions = [
        (each, "before_quote") if isinstance(each, str) else (each.words, each.due) for each in body.conditions
    ]
    deciding.decide(
        seen(request, assignment_id),
        by=caller(request),
        now=moment(),
        outcome=body.outcome,
        reasons=body.reasons,
        conditions=conditions,
        expected_version=expected_version(request),
    )
    return answer(request, response, assignment_id)


@router.post(PATH + "meet-condition", response=shapes.AssignmentOut)
def meet_condition(request: HttpRequest, response: HttpResponse, assignment_id: UUID, body: shapes.MeetIn) -> Answer:
    """Record that a decision's condition is met, and what shows it."""
    asked_for = [each for made in decisions(seen(request, assignment_id)) for each in made.conditions.all()]
    condition = next((each for each in asked_for if each.pk == body.condition), None)
    if condition is None:
        raise NotFound
    deciding.meet_condition(condition, by=caller(request), now=moment(), evidence=body.evidence)
    return answer(request, response, assignment_id)


@router.post(PATH + "decline", response=shapes.AssignmentOut)
def decline(request: HttpRequest, response: HttpResponse, assignment_id: UUID, body: shapes.ReasonIn) -> Answer:
    """Say no to an enquirer."""
    assignment = seen(request, assignment_id)
    version = expected_version(request)
    deciding.decline(assignment, by=caller(request), now=moment(), reasons=body.text, expected_version=version)
    return answer(request, response, assignment_id)


@router.post(PATH + "veto", response=shapes.AssignmentOut)
def veto(request: HttpRequest, response: HttpResponse, assignment_id: UUID, body: shapes.ReasonIn) -> Answer:
    """Stop an assignment before it is ongoing: the CEO, with reasons."""
    assignment = seen(request, assignment_id)
    version = expected_version(request)
    deciding.veto(assignment, by=caller(request), now=moment(), reasons=body.text, expected_version=version)
    return answer(request, response, assignment_id)


@router.post(PATH + "tell-openness", response=shapes.AssignmentOut)
def tell_openness(request: HttpRequest, response: HttpResponse, assignment_id: UUID) -> Answer:
    """Record that the client was told of the openness requirement."""
    assignments.tell_openness(seen(request, assignment_id), by=caller(request), now=moment())
    return answer(request, response, assignment_id)


@router.post(PATH + "accept-openness", response=shapes.AssignmentOut)
def accept_openness(
    request: HttpRequest, response: HttpResponse, assignment_id: UUID, body: shapes.AcceptanceIn | None = None
) -> Answer:
    """Record who accepted the openness requirement; what is accepted was also told."""
    person, assignment = caller(request), seen(request, assignment_id)
    if assignment.openness_told_at is None:
        assignments.tell_openness(assignment, by=person, now=moment())
    by_whom = body.accepted_by if body else ""
    assignments.accept_openness(assignment, accepted_by=by_whom, by=person, now=moment())
    return answer(request, response, assignment_id)


@router.post(PATH + "quote", response=shapes.AssignmentOut)
def quote(request: HttpRequest, response: HttpResponse, assignment_id: UUID) -> Answer:
    """Let the quote leave, or say everything that keeps the gate closed."""
    assignment = seen(request, assignment_id)
    deciding.quote(assignment, by=caller(request), now=moment(), expected_version=expected_version(request))
    return answer(request, response, assignment_id)


@router.post(PATH + "start", response=shapes.AssignmentOut)
def start(request: HttpRequest, response: HttpResponse, assignment_id: UUID) -> Answer:
    """Start the work; lobbying is published in the same step."""
    assignment = seen(request, assignment_id)
    deciding.start(assignment, by=caller(request), now=moment(), expected_version=expected_version(request))
    return answer(request, response, assignment_id)


@router.post(PATH + "publish", response=shapes.AssignmentOut)
def publish(request: HttpRequest, response: HttpResponse, assignment_id: UUID) -> Answer:
    """Publish ongoing work, or leave it published."""
    publication.publish(seen(request, assignment_id), by=caller(request), now=moment())
    return answer(request, response, assignment_id)


@router.post(PATH + "suspend", response=shapes.AssignmentOut)
def suspend(request: HttpRequest, response: HttpResponse, assignment_id: UUID, body: shapes.ReasonIn) -> Answer:
    """Put ongoing work on hold, with a reason."""
    assignment = seen(request, assignment_id)
    version = expected_version(request)
    deciding.suspend(assignment, by=caller(request), now=moment(), reason=body.text, expected_version=version)
    return answer(request, response, assignment_id)


@router.post(PATH + "resume", response=shapes.AssignmentOut)
def resume(request: HttpRequest, response: HttpResponse, assignment_id: UUID, body: shapes.ReasonIn) -> Answer:
    """Let suspended work go on: the CEO, with reasons."""
    assignment = seen(request, assignment_id)
    version = expected_version(request)
    deciding.resume(assignment, by=caller(request), now=moment(), reasons=body.text, expected_version=version)
    return answer(request, response, assignment_id)


@router.post(PATH + "end", response=shapes.AssignmentOut)
def end(
    request: HttpRequest, response: HttpResponse, assignment_id: UUID, body: shapes.ReasonIn | None = None
) -> Answer:
    """End the work."""
    assignment = seen(request, assignment_id)
    version = expected_version(request)
    words = body.text if body else ""
    deciding.end(assignment, by=caller(request), now=moment(), reason=words, expected_version=version)
    return answer(request, response, assignment_id)


@router.post(PATH + "withdraw", response=shapes.AssignmentOut)
def withdraw(
    request: HttpRequest, response: HttpResponse, assignment_id: UUID, body: shapes.WithdrawIn | None = None
) -> Answer:
    """Record that the enquirer drew back, and why."""
    told = body or shapes.WithdrawIn()
    assignments.withdraw(
        seen(request, assignment_id),
        because=told.because,
        words=told.words,
        by=caller(request),
        now=moment(),
        expected_version=expected_version(request),
    )
    return answer(request, response, assignment_id)
