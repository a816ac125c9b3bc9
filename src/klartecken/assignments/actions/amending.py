"""Amending what colleagues have already been told: the table in `core.journey.voids` says what it voids."""

from collections.abc import Mapping
from datetime import datetime

from django.utils.translation import gettext_noop as _

from klartecken.assignments import fields, queries
from klartecken.assignments.actions.moving import hold, move, store
from klartecken.assignments.actions.team import renew_own_word
from klartecken.assignments.errors import AlreadyClosed, CannotBeChanged, NotYourAssignment, StillADraft
from klartecken.assignments.models import Amendment, Assignment, TeamMember
from klartecken.core.journey import CLOSED, State
from klartecken.core.journey.voids import VOIDED_BY, Consequence, Void, consequence
from klartecken.core.refusals import Invalid
from klartecken.ledger.actions import record, step
from klartecken.people import queries as people
from klartecken.people.models import Person


def preview_amendment(assignment: Assignment, changes: Mapping[str, object]) -> Consequence:
    """Tell what the changes would void, and which state would follow, without changing anything."""
    unknown = [field for field in changes if field not in VOIDED_BY]
    if unknown:
        raise CannotBeChanged(field=unknown[0])
    return consequence(_differing(assignment, changes), State(assignment.state))


def amend(
    assignment: Assignment,
    changes: Mapping[str, object],
    *,
    by: Person,
    now: datetime,
    reason: str = "",
    expected_version: int | None = None,
) -> Amendment | None:
    """Change a circulated assignment, void what the table says, and reopen just that.

    Returns None when nothing differs from what is stored.
    """
    clean = fields.checked(changes)
    with step():
        held = hold(assignment.pk, expected_version)
        _check_may_amend(held, by, now=now)
        differing = _differing(held, clean)
        if not differing:
            return None
        effect = consequence(differing, State(held.state))
        if effect.voids and not reason.strip():
            raise Invalid(_("Skriv varför ändringen görs; kollegorna läser det. Inget har sparats."), field="reason")
        before = {field: fields.as_words(held, field) for field in differing}
        fields.put(held, {field: clean[field] for field in differing})
        if "responsible" in differing:
            TeamMember.objects.get_or_create(assignment=held, person=held.responsible)
        return _carry_out(held, effect, before=before, by=by, now=now, reason=reason.strip())


def _check_may_amend(held: Assignment, by: Person, *, now: datetime) -> None:
    if held.state == State.DRAFT:
        raise StillADraft
    if held.state in CLOSED or held.state == State.ENDED:
        raise AlreadyClosed
    if not queries.may_edit(by, held) and by not in people.deciders(now.date()):
        raise NotYourAssignment


def _differing(assignment: Assignment, changes: Mapping[str, object]) -> set[str]:
    differing = {field for field in changes if field in fields.COLUMNS and getattr(assignment, field) != changes[field]}
    return differing | {field for field in changes if field in fields.ROWS and _rows_differ(assignment, field, changes)}


def _rows_differ(assignment: Assignment, field: str, changes: Mapping[str, object]) -> bool:
    return _row_keys(assignment, field) != _wanted_keys(assignment, field, changes[field])


def _row_keys(assignment: Assignment, field: str) -> set[object]:
    if field == "parties":
        return set(assignment.parties.values_list("party_id", "role"))
    if field == "positions":
        return set(assignment.positions.values_list("issue_id", "stance", "words"))
    return set(assignment.team.values_list("person_id", flat=True))


def _wanted_keys(assignment: Assignment, field: str, value: object) -> set[object]:
    rows: list[object] = list(value) if isinstance(value, list | tuple) else []
    if field == "team":
        return {row.pk for row in rows if isinstance(row, Person)} | {assignment.responsible_id}
    return {(row[0].pk, *row[1:]) for row in rows if isinstance(row, tuple)}


def _carry_out(
    held: Assignment,
    effect: Consequence,
    *,
    before: Mapping[str, object],
    by: Person | None,
    now: datetime,
    reason: str,
) -> Amendment:
    _void(held, effect, by=by, now=now)
    moves = effect.state != held.state
    reopens = Void.CIRCULATION in effect.voids and held.state == State.CIRCULATING
    if moves or reopens:
        move(held, effect.state, by=by, now=now, reason=reason)
    else:
        store(held, now=now)
    after = {field: fields.as_words(held, field) for field in before if field in fields.COLUMNS or field in fields.ROWS}
    changes = {field: [before[field], after.get(field)] for field in before}
    voided = sorted(effect.voids)
    amendment = Amendment.objects.create(assignment=held, at=now, by=by, changes=changes, voided=voided, reason=reason)
    record(
        "assignment.amended",
        subject=held.pk,
        actor=by.pk if by else "klartecken",
        now=now,
        payload={"changes": changes, "voided": voided, "reason": reason},
    )
    return amendment


def _void(held: Assignment, effect: Consequence, *, by: Person | None, now: datetime) -> None:
    if Void.TEAM_WORD in effect.voids:
        held.team.update(stands_behind_at=None, words="")
        renew_own_word(held, by=by, now=now)
    if Void.OPENNESS in effect.voids:
        held.openness_told_at = None
        held.openness_accepted_at = None
        held.openness_accepted_by = ""
