"""Asking an affected client: only after the enquirer's consent, recorded with its answer and how long it holds."""

from datetime import date, datetime

from klartecken.assignments import actions as assignments
from klartecken.ledger.actions import record, step
from klartecken.people import queries as people
from klartecken.people.models import Person
from klartecken.screening import permissions
from klartecken.screening.errors import (
    AlreadyAsked,
    AnswerIncomplete,
    ConsentMissing,
    NobodyToConsult,
    NoSuchHit,
    NotTheResolver,
)
from klartecken.screening.models import Consultation, Hit

LONGEST_TERMS = 20_000


def start_consultation(hit: Hit, *, by: Person, now: datetime) -> Consultation:
    """Note that an affected client is being asked. Nothing is sent from here: people talk to each other.

    Raises ConsentMissing unless the enquirer has said that the affected clients may be asked.
    """
    with step():
        current = Hit.objects.filter(pk=hit.pk, run__is_current=True).first()
        if current is None:
            raise NoSuchHit
        held = assignments.hold(current.assignment_id)
        _check_may_consult(by, now=now)
        if held.may_ask_affected is not True:
            raise ConsentMissing
        if current.other_id is None:
            raise NobodyToConsult
        waiting = Consultation.objects.filter(assignment=held, hit_key=current.key, answer=Consultation.Answer.WAITING)
        if waiting.exists():
            raise AlreadyAsked
        asked = Consultation.objects.create(
            assignment=held, affected_id=current.other_id, hit_key=current.key, asked_by=by, asked_at=now
        )
        payload = {"affected": str(current.other_id), "key": current.key}
        record("screening.consulted", subject=held.pk, actor=by.pk, now=now, payload=payload)
    return asked


def record_consultation(
    consultation: Consultation,
    *,
    answer: str,
    valid_until: date | None,
    by: Person,
    now: datetime,
    terms: str = "",
    answered_by: str = "",
) -> Consultation:
    """Record what an affected client answered, with any terms and the last day that the answer holds."""
    with step():
        held = Consultation.objects.select_for_update().get(pk=consultation.pk)
        assignment = assignments.hold(held.assignment_id)
        _check_may_consult(by, now=now)
        answers = set(Consultation.Answer.values) - {Consultation.Answer.WAITING}
        without_terms = answer == Consultation.Answer.WITH_TERMS and not terms.strip()
        if answer not in answers or valid_until is None or without_terms:
            raise AnswerIncomplete(field="answer")
        held.answer = answer
        held.terms = terms.strip()[:LONGEST_TERMS]
        held.answered_by = answered_by.strip()[:160]
        held.valid_until, held.answered_at, held.recorded_by = valid_until, now, by
        held.save()
        payload = {"key": held.hit_key, "answer": answer, "terms": held.terms, "valid_until": valid_until.isoformat()}
        record("screening.consultation_answered", subject=assignment.pk, actor=by.pk, now=now, payload=payload)
    return held


def _check_may_consult(by: Person, *, now: datetime) -> None:
    if not permissions.may_resolve(by, now=now) and by not in people.deciders(now.date()):
        raise NotTheResolver
