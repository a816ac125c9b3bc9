"""Telling everyone, and knowing that everyone was told."""

from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.urls import reverse

from klartecken.assignments import actions as assignments
from klartecken.assignments import queries as seen
from klartecken.assignments.errors import NotYourAssignment
from klartecken.assignments.models import Assignment
from klartecken.circulation import queries
from klartecken.circulation.errors import NoRound
from klartecken.circulation.letters import circulation_letter
from klartecken.circulation.models import Informed, Round
from klartecken.core.journey import PROPOSED, ROUND_IN
from klartecken.core.journey.sight import Sight
from klartecken.ledger.actions import record, step
from klartecken.ledger.events import Event
from klartecken.notices import actions as notices
from klartecken.people import queries as people
from klartecken.people.models import Firm, Person


def inform(event: Event) -> None:
    """Queue the notice of a new round to every colleague (a reaction)."""
    valid = Round.objects.filter(assignment_id=UUID(event.subject), voided_at__isnull=True).first()
    if valid is not None:
        _tell(valid, list(queries.to_be_informed(valid, now=event.at)), now=event.at)


def inform_newcomer(event: Event) -> None:
    """Queue the notices of all open rounds to somebody who has just signed (a reaction)."""
    newcomer = Person.objects.get(pk=UUID(event.subject))
    open_rounds = Round.objects.filter(closed_at__isnull=True, voided_at__isnull=True, closes_at__gt=event.at)
    for valid in open_rounds.filter(assignment__state__in=sorted(ROUND_IN)):
        if not Informed.objects.filter(round=valid, person=newcomer).exists():
            _tell(valid, [newcomer], now=event.at)


def inform_again(assignment: Assignment, *, by: Person, now: datetime) -> int:
    """Send the notice again to those whom it has not reached; return to how many (never to whom)."""
    with step():
        held = assignments.hold(assignment.pk)
        valid = queries.current_round(held)
        if valid is None or held.state not in PROPOSED | ROUND_IN:
            raise NoRound
        if held.responsible_id != by.pk and by not in people.deciders(now.date()):
            raise NotYourAssignment
        missed = list(queries.to_be_informed(valid, now=now))
        _tell(valid, missed, now=now)
        record("circulation.informed_again", subject=held.pk, actor=by.pk, now=now)
    return len(missed)


def shown(assignment: Assignment, *, by: Person, now: datetime) -> None:
    """Note that the page was shown to somebody, so that no mail is needed; told to nobody, logged nowhere."""
    valid = queries.current_round(assignment)
    if valid is None or seen.sight_of(by, assignment, now=now) is Sight.NOTHING:
        return
    with step():
        mark_informed(valid, by, how=Informed.How.PAGE, now=now)


def notice_accepted(topic: str, recipient: UUID, now: datetime) -> None:
    """Note that the mail transport took somebody's notice of a round."""
    if not topic.startswith(queries.TOPIC):
        return
    valid = Round.objects.filter(pk=UUID(topic.removeprefix(queries.TOPIC))).first()
    person = Person.objects.filter(pk=recipient).first()
    if valid is not None and person is not None:
        mark_informed(valid, person, how=Informed.How.MAIL, now=now)


def mark_informed(valid: Round, person: Person, *, how: str, now: datetime) -> None:
    """Keep that a person was told, once."""
    Informed.objects.get_or_create(round=valid, person=person, defaults={"how": how, "at": now})


def _tell(valid: Round, recipients: list[Person], *, now: datetime) -> None:
    firm = people.firm()
    for person in recipients:
        _enqueue(valid, person, firm=firm, now=now)


def _enqueue(valid: Round, person: Person, *, firm: Firm, now: datetime) -> None:
    assignment = valid.assignment
    address = settings.BASE_URL + reverse("assignments:show", args=[assignment.pk])
    letter = circulation_letter(assignment, valid, to=person, firm=firm, address=address)
    notices.enqueue(
        recipient=person.pk,
        address=person.email,
        kind="circulation",
        subject=letter.subject,
        body=letter.body,
        about=assignment.pk,
        topic=queries.topic_of(valid),
        now=now,
        at_once=True,
    )
