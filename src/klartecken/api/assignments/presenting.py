"""An assignment as JSON, as far as the caller may see it."""

from datetime import datetime
from typing import Any

from django.utils import translation

from klartecken.assignments.models import Assignment
from klartecken.circulation import queries as circulation
from klartecken.core.journey import AFTER_CLEARANCE, State
from klartecken.core.journey.sight import Sight
from klartecken.deciding import queries as deciding
from klartecken.deciding.models import Condition
from klartecken.people.models import Person
from klartecken.policies import queries as policies
from klartecken.publication import queries as publication
from klartecken.screening import queries as screening

COLUMNS = (
    "purpose",
    "services",
    "party_work",
    "intermediary",
    "fee_estimate",
    "starts_on",
    "ends_on",
    "may_ask_affected",
    "public_title",
    "public_text",
    "openness_told_at",
    "openness_accepted_at",
)
HIDDEN_BY_MASK: dict[str, Any] = {
    "purpose": "",
    "services": [],
    "party_work": "",
    "intermediary": None,
    "fee_estimate": None,
    "starts_on": None,
    "ends_on": None,
    "may_ask_affected": None,
    "public_title": "",
    "public_text": "",
    "openness_told_at": None,
    "openness_accepted_at": None,
}
"""What a masked case shows in place of its columns: the sentence, market and countries remain."""


def row(assignment: Assignment) -> dict[str, Any]:
    """Return what a list shows of one assignment (`.sight` is annotated)."""
    masked = assignment.sight == Sight.MASK
    return {
        "id": assignment.pk,
        "version": assignment.version,
        "state": assignment.state,
        "masked": masked,
        "client": _client(assignment, masked=masked),
        "summary": assignment.masked_summary if masked else assignment.summary,
        "responsible": _person(assignment.responsible),
        "lobbying": assignment.lobbying,
        "changed_at": assignment.changed_at,
    }


def whole(assignment: Assignment, person: Person, *, now: datetime) -> dict[str, Any]:
    """Return one assignment with what the check says and what colleagues said."""
    shown = row(assignment)
    masked = shown["masked"]
    columns = HIDDEN_BY_MASK if masked else {field: getattr(assignment, field) for field in COLUMNS}
    return {
        **shown,
        **columns,
        "market": assignment.market,
        "geography": assignment.geography,
        "question_to_colleagues": "" if masked else assignment.question_to_colleagues,
        "team": [] if masked else _team(assignment),
        "findings": [] if masked else _findings(assignment),
        "hits": [] if masked else _hits(assignment, person),
        "open_questions": [] if masked else _questions(assignment),
        "clearance": _clearance(assignment, masked=masked),
        "conditions": [] if masked else _conditions(assignment),
        "round": circulation.current_round(assignment),
        "viewpoints": _viewpoints(assignment),
        "missing_for_quote": [] if masked else _missing(assignment, person, now=now),
        "public_address": None if masked else _public_address(assignment),
        "created_at": assignment.created_at,
    }


def _client(assignment: Assignment, *, masked: bool) -> dict[str, Any]:
    client = assignment.client
    if masked:
        return {"id": None, "name": None, "identifiers": [], "country": ""}
    identifiers = [{"scheme": each.scheme, "value": each.value} for each in client.identifiers.all()]
    return {"id": client.pk, "name": client.name, "identifiers": identifiers, "country": client.country}


def _person(person: Person) -> dict[str, str]:
    return {"email": person.email, "name": person.name}


def _team(assignment: Assignment) -> list[dict[str, Any]]:
    members = assignment.team.select_related("person").order_by("person__name")
    return [{**_person(each.person), "stands_behind": each.stands_behind_at is not None} for each in members]


def _findings(assignment: Assignment) -> list[dict[str, Any]]:
    english = (translation.get_language() or "sv").startswith("en")
    return [
        {
            "rule": each.rule,
            "clause": each.clause,
            "effect": each.effect,
            "outcome": each.outcome,
            "due": each.due,
            "title": each.title_en if english else each.title_sv,
            "sentence": each.sentence_en if english else each.sentence_sv,
            "questions": [{"fact": question.fact, "question": question.text} for question in each.questions],
            "stands": each.stands,
        }
        for each in policies.findings(assignment.pk)
    ]


def _questions(assignment: Assignment) -> list[dict[str, str]]:
    return [{"fact": each.fact, "question": each.text} for each in policies.open_questions(assignment.pk)]


def _hits(assignment: Assignment, person: Person) -> list[dict[str, Any]]:
    return [
        {
            "id": each.pk,
            "kind": each.kind,
            "name": each.name,
            "party_name": each.party_name,
            "source": each.register,
            "tier": each.tier,
            "entity": each.entity,
            "country": each.country,
            "score": each.score,
            "sentence": each.sentence,
            "features": each.features,
            "resolution": each.outcome,
        }
        for each in screening.hits(assignment, person)
    ]


def _clearance(assignment: Assignment, *, masked: bool) -> dict[str, Any] | None:
    granted = assignment.clearance
    if granted is None:
        return None
    by = granted.granted_by.name if granted.granted_by else None
    reasons = "" if masked else granted.reasons  # whoever wrote them knew the name
    return {"kind": granted.kind, "granted_at": granted.granted_at, "granted_by": by, "reasons": reasons}


def _viewpoints(assignment: Assignment) -> list[dict[str, Any]]:
    spoken = circulation.viewpoints(assignment)
    return [{"by": each.person.name, "stance": each.stance, "words": each.words, "at": each.at} for each in spoken]


def _conditions(assignment: Assignment) -> list[Condition]:
    return [condition for decision in deciding.decisions(assignment) for condition in decision.conditions.all()]


def _public_address(assignment: Assignment) -> str | None:
    entry = publication.entry_of(assignment)
    return entry.address if entry else None


def _missing(assignment: Assignment, person: Person, *, now: datetime) -> list[dict[str, str]]:
    if assignment.state in AFTER_CLEARANCE - {State.CLEARED}:
        return []
    # That the team has to change says that one of them declined: only who chooses the team is told.
    chooses = assignment.responsible_id == person.pk or deciding.may_decide(person, assignment, now=now)
    return [
        {"code": each.code, "message": translation.gettext(each.message)}
        for each in deciding.missing_for_quote(assignment, now=now)
        if chooses or each.code != "team"
    ]
