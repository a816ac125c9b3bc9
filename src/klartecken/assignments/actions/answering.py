"""Answers to the policy's questions, and the openness requirement."""

import json
from datetime import datetime

from django.utils.translation import gettext_noop as _

from klartecken.assignments import queries
from klartecken.assignments.actions.amending import amend
from klartecken.assignments.actions.moving import hold, store, touch
from klartecken.assignments.actions.proposing import save_draft
from klartecken.assignments.errors import AlreadyClosed, NotLobbying, NotYourAssignment, TellFirst
from klartecken.assignments.fields import checked, put
from klartecken.assignments.models import Answer, Assignment
from klartecken.core.journey import CLOSED, State
from klartecken.core.refusals import Invalid
from klartecken.ledger.actions import record, step
from klartecken.people.models import Person

LARGEST_ANSWER = 10_000


def answer(
    assignment: Assignment,
    *,
    fact: str,
    value: object = None,
    not_obtainable: str = "",
    source: str = "",
    by: Person,
    now: datetime,
) -> Assignment:
    """Answer a question of the policy; "asked, not obtainable" with a reason is an answer too.

    Any colleague who sees the case may answer: they often know. A fact that is a field of the assignment, or an
    act of its own (the openness requirement), is settled there by those who may.
    """
    if (value is None) == (not not_obtainable.strip()):
        raise Invalid(_("Svara på frågan, eller skriv varför svaret inte går att få."), field=fact)
    if len(json.dumps(value, default=str)) > LARGEST_ANSWER:
        raise Invalid(_("Svaret är för långt. Korta det och spara igen; inget har sparats."), field=fact)
    if value is True and fact in ACTS:
        return ACTS[fact](assignment, by=by, now=now)
    if value is not None and fact in FIELDS:
        return _change_field(assignment, fact, value, by=by, now=now)
    with step():
        held = hold(assignment.pk)
        if held.state in CLOSED or held.state == State.ENDED:
            raise AlreadyClosed
        given, _created = Answer.objects.update_or_create(
            assignment=held,
            fact=fact,
            defaults={
                "value": value,
                "not_obtainable": not_obtainable.strip()[:300],
                "source": source.strip()[:200],
                "answered_by": by,
                "answered_at": now,
            },
        )
        touch(held, now=now)
        payload = {"fact": fact, "value": value, "not_obtainable": given.not_obtainable, "source": given.source}
        record("assignment.answered", subject=held.pk, actor=by.pk, now=now, payload=payload)
    return held


def _change_field(assignment: Assignment, field: str, value: object, *, by: Person, now: datetime) -> Assignment:
    present = Assignment.objects.get(pk=assignment.pk)
    if present.state == State.DRAFT:
        return save_draft(present, {field: value}, by=by, now=now)
    if getattr(present, field) in UNANSWERED:
        return _fill_in(present, field, value, by=by, now=now)
    amend(present, {field: value}, by=by, now=now, reason=_("Svar på en av policyns frågor."))
    return Assignment.objects.get(pk=assignment.pk)


def _fill_in(assignment: Assignment, field: str, value: object, *, by: Person, now: datetime) -> Assignment:
    """Fill in what circulated as an open question: colleagues were told that it was open, so their round stands."""
    clean = checked({field: value})
    with step():
        held = hold(assignment.pk)
        if held.state in CLOSED or held.state == State.ENDED:
            raise AlreadyClosed
        if field == "lobbying" and held.responsible_id != by.pk:
            raise NotYourAssignment
        put(held, clean)
        store(held, now=now)
        payload = {"fact": field, "value": value}
        record("assignment.answered", subject=held.pk, actor=by.pk, now=now, payload=payload)
    return held


def tell_openness(assignment: Assignment, *, by: Person, now: datetime) -> Assignment:
    """Record that the client was told of the openness requirement."""
    with step():
        held = _held_by_team(assignment, by)
        held.openness_told_at = held.openness_told_at or now
        store(held, now=now)
        record("assignment.openness_told", subject=held.pk, actor=by.pk, now=now)
    return held


def accept_openness(assignment: Assignment, *, accepted_by: str = "", by: Person, now: datetime) -> Assignment:
    """Record who at the client accepted the openness requirement; it was told before that."""
    with step():
        held = _held_by_team(assignment, by)
        if held.lobbying == "no":
            raise NotLobbying
        if held.openness_told_at is None:
            raise TellFirst
        held.openness_accepted_at = now
        held.openness_accepted_by = accepted_by.strip()[:160]
        store(held, now=now)
        record(
            "assignment.openness_accepted",
            subject=held.pk,
            actor=by.pk,
            now=now,
            payload={"accepted_by": held.openness_accepted_by},
        )
    return held


def _held_by_team(assignment: Assignment, by: Person) -> Assignment:
    held = hold(assignment.pk)
    if held.state in CLOSED or held.state == State.ENDED:
        raise AlreadyClosed
    if held.responsible_id != by.pk and not queries.is_on_team(by, held):
        raise NotYourAssignment
    return held


FIELDS = frozenset({"lobbying", "intermediary", "party_work", "services", "fee_estimate"})
"""Facts of the policy that are fields of the assignment."""

UNANSWERED: tuple[object, ...] = ("", None, [], "unsure")
"""What a field holds while its question is open."""

ACTS = {"openness_told": tell_openness, "openness_accepted": accept_openness}
"""Facts of the policy that are acts of their own."""
