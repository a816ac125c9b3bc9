"""Leaving: the access ends at once, the record stays."""

from datetime import date, datetime

import pytest
from django.contrib.sessions.models import Session
from django.test import Client

from klartecken.config.wiring import wire
from klartecken.ledger import events
from klartecken.ledger.events import Event
from klartecken.ledger.queries import entries_about
from klartecken.notices import actions as notices
from klartecken.notices.models import Notice
from klartecken.people import actions, errors, queries
from klartecken.people.models import Person, Role, RoleHolding

TODAY = date(2026, 11, 23)


def test_access_ends_at_once_and_the_record_stays(
    client: Client, administrator: Person, ebba: Person, now: datetime
) -> None:
    client.force_login(ebba)
    token = actions.issue_token(ebba, label="kalender", now=now)
    actions.give_role(ebba, Role.POLICY_OWNER, by=administrator, now=now)
    actions.add_area(ebba, "landsbygd")
    assert (queries.person_by_token(token), Session.objects.count()) == (ebba, 1)

    actions.leave(ebba, by=administrator, now=now)

    ebba.refresh_from_db()
    assert (queries.person_by_token(token), Session.objects.count()) == (None, 0)
    assert (ebba.is_active, ebba.left_at, ebba.has_usable_password()) == (False, now, False)
    assert queries.roles_of(ebba, TODAY) == frozenset()
    assert list(ebba.areas.all()) == []
    assert ebba not in queries.signed_colleagues(now)
    assert queries.has_signed(ebba)
    assert [entry.verb for entry in entries_about(ebba.pk)] == [
        "people.token_issued",
        "people.role_given",
        "people.role_taken",
        "people.left",
    ]


def test_somebody_elses_session_goes_on(client: Client, administrator: Person, ebba: Person, now: datetime) -> None:
    client.force_login(administrator)
    actions.leave(ebba, by=administrator, now=now)
    assert Session.objects.count() == 1


def test_waiting_mail_is_dropped(administrator: Person, ebba: Person, now: datetime) -> None:
    notices.enqueue(recipient=ebba.pk, address=ebba.email, kind="decision", subject="s", body="b", now=now)
    actions.leave(ebba, by=administrator, now=now)
    assert Notice.objects.count() == 0


def test_the_reaction_finds_who_takes_over(administrator: Person, ebba: Person, ceo: Person, now: datetime) -> None:
    seen: list[tuple[str, Person | None]] = []

    def note(event: Event) -> None:
        seen.append((event.verb, Person.objects.get(pk=event.subject).handed_over_to))

    events.wire({"people.left": [note]})
    try:
        actions.leave(ebba, by=administrator, now=now, hand_over_to=ceo)
    finally:
        wire()
    assert seen == [("people.left", ceo)]


def test_work_is_handed_over_to_somebody_who_can_read_it(
    administrator: Person, ebba: Person, newcomer: Person, now: datetime
) -> None:
    for heir in (ebba, newcomer):
        with pytest.raises(errors.NobodyToHandOverTo):
            actions.leave(ebba, by=administrator, now=now, hand_over_to=heir)
    ebba.refresh_from_db()
    assert ebba.is_active


def test_the_ceo_and_the_last_administrator_hand_over_first(administrator: Person, ceo: Person, now: datetime) -> None:
    with pytest.raises(errors.CeoMustHandOver):
        actions.leave(ceo, by=administrator, now=now)
    with pytest.raises(errors.LastAdministrator):
        actions.leave(administrator, by=administrator, now=now)


def test_a_role_that_was_to_begin_later_goes_too(administrator: Person, ebba: Person, now: datetime) -> None:
    actions.name_deputy(ebba, by=administrator, now=now, from_date=date(2027, 1, 1), until_date=date(2027, 1, 9))
    actions.leave(ebba, by=administrator, now=now)
    assert not RoleHolding.objects.filter(person=ebba).exists()


def test_only_the_administrator_lets_somebody_leave(ebba: Person, ceo: Person, now: datetime) -> None:
    with pytest.raises(errors.NotTheAdministrator):
        actions.leave(ebba, by=ceo, now=now)
