"""From an assignment to its form, and from what was typed to the changes that the actions take."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any, Protocol

from django.forms import BaseFormSet, formset_factory

from klartecken.assignments.models import Assignment, AssignmentParty
from klartecken.parties import queries as parties
from klartecken.parties.models import Party
from klartecken.people.models import Person
from klartecken.web.assignments import clients
from klartecken.web.assignments.forms import Draft, Standpoint, as_answer, as_truth

EMPTY_STANDPOINTS = 2
MOST_STANDPOINTS = 30
_ROLES = {
    "principals": AssignmentParty.PartyRole.PRINCIPAL,
    "intermediaries": AssignmentParty.PartyRole.INTERMEDIARY,
    "adverse": AssignmentParty.PartyRole.ADVERSE,
}
_PARTY_FIELDS = frozenset({"client_name", "client_number", *_ROLES})
_AS_THEY_ARE = (
    "summary",
    "responsible",
    "lobbying",
    "public_title",
    "public_text",
    "question_to_colleagues",
    "purpose",
    "party_work",
    "market",
    "fee_estimate",
    "starts_on",
    "ends_on",
    "origin",
)
_READ_BY: Mapping[str, Callable[[Any], object]] = {
    "services": lambda text: [line.strip() for line in text.splitlines() if line.strip()],
    "geography": lambda text: text.replace(",", " ").replace(";", " ").split(),
    "intermediary": as_truth,
    "may_ask_affected": as_truth,
    "team": list,
}


class Placing(Protocol):
    """Turns a typed name into a party: registering it, or only planning to."""

    def __call__(self, typed: clients.Named, *, person: Person, now: datetime, among: Sequence[Party] = ()) -> Party:
        """Return the party that was meant."""
        ...


def initial(assignment: Assignment) -> dict[str, object]:
    """Return the form's contents as they are stored."""
    filled: dict[str, object] = {name: getattr(assignment, name) for name in _AS_THEY_ARE if name != "responsible"}
    rows = list(assignment.parties.select_related("party").prefetch_related("party__identifiers"))
    for field, role in _ROLES.items():
        filled[field] = "\n".join(clients.as_line(row.party) for row in rows if row.role == role)
    return filled | {
        "client_name": assignment.client.name,
        "client_number": clients.number_of(assignment.client),
        "responsible": assignment.responsible_id,
        "services": "\n".join(assignment.services),
        "geography": ", ".join(assignment.geography),
        "intermediary": as_answer(assignment.intermediary),
        "may_ask_affected": as_answer(assignment.may_ask_affected),
        "team": [member.person_id for member in assignment.team.all()],
    }


def standpoints(assignment: Assignment, posted: Mapping[str, Any] | None = None) -> BaseFormSet[Standpoint]:
    """Return the rows of issues and positions: those stored, and a few empty ones."""
    rows = assignment.positions.select_related("issue")
    stored = [{"issue": row.issue_id, "stance": str(row.stance), "words": row.words} for row in rows]
    kind = formset_factory(Standpoint, extra=EMPTY_STANDPOINTS, absolute_max=MOST_STANDPOINTS, max_num=MOST_STANDPOINTS)
    return kind(posted, initial=stored, prefix="standpoints", form_kwargs={"issues": parties.open_issues()})


def changes_from(
    form: Draft,
    rows: BaseFormSet[Standpoint] | None,
    assignment: Assignment,
    *,
    place: Placing | None,
    person: Person,
    now: datetime,
) -> dict[str, object]:
    """Return what differs from what is stored; without `place`, parties are left alone."""
    touched = [name for name in form.changed_data if name in form.cleaned_data]
    changes: dict[str, object] = {name: form.cleaned_data[name] for name in touched if name in _AS_THEY_ARE}
    changes |= {name: _READ_BY[name](form.cleaned_data[name]) for name in touched if name in _READ_BY}
    if place is not None and _PARTY_FIELDS & set(touched):
        changes |= _parties(form, set(touched), assignment, place=place, person=person, now=now)
    if rows is not None and rows.has_changed() and rows.is_valid():
        changes["positions"] = _positions(rows)
    return changes


def _parties(
    form: Draft, touched: set[str], assignment: Assignment, *, place: Placing, person: Person, now: datetime
) -> dict[str, object]:
    changes: dict[str, object] = {}
    if {"client_name", "client_number"} & touched:
        typed = clients.named(form.words("client_name"), form.words("client_number"), field="client_name")
        changes["client"] = place(typed, person=person, now=now, among=_same(assignment, typed))
    if set(_ROLES) & touched:
        present = [row.party for row in assignment.parties.select_related("party")]
        changes["parties"] = [
            (place(typed, person=person, now=now, among=present), str(role))
            for field, role in _ROLES.items()
            for typed in clients.lines(form.words(field), field=field)
        ]
    return changes


def _same(assignment: Assignment, typed: clients.Named) -> list[Party]:
    """Keep the client when only its number was taken away or written in another way."""
    return [assignment.client] if not typed.number or typed.number == clients.number_of(assignment.client) else []


def _positions(rows: BaseFormSet[Standpoint]) -> list[tuple[object, int, str]]:
    filled = (row.cleaned_data for row in rows if row.cleaned_data.get("issue") is not None)
    return [(each["issue"], each["stance"], each["words"]) for each in filled]
