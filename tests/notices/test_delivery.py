"""A notice is accepted by the mail transport, or tried again, or failed; its words go when it is settled."""

import smtplib
from datetime import datetime, timedelta
from uuid import UUID

import pytest
from django.core import mail
from pytest_django.fixtures import Settings

from klartecken.config.wiring import wire
from klartecken.notices import actions, delivery, events, failing, queries
from klartecken.notices.models import Notice
from tests.notices.conftest import FailingTransport

pytestmark = pytest.mark.django_db
ADDRESS = "ebba@firma.example"


def queue(recipient: UUID, now: datetime, *, topic: str = "round:1", address: str = ADDRESS) -> Notice:
    return actions.enqueue(
        recipient=recipient,
        address=address,
        kind="decision",
        subject="Möjligt uppdrag",
        body="Läs här",
        topic=topic,
        now=now,
        at_once=True,
    )


def failing_with(settings: Settings, error: Exception) -> None:
    settings.EMAIL_BACKEND = f"{FailingTransport.__module__}.{FailingTransport.__name__}"
    FailingTransport.error, FailingTransport.asked, FailingTransport.closed = error, 0, 0


def test_an_accepted_notice_is_sent_once_and_its_words_are_erased(ebba: UUID, now: datetime) -> None:
    notice = queue(ebba, now)
    assert (notice.subject, notice.body) == ("Möjligt uppdrag", "Läs här")
    later = now + timedelta(minutes=1)
    assert (actions.deliver_due(later), actions.deliver_due(later)) == (1, 0)
    assert [(letter.subject, letter.body, letter.to) for letter in mail.outbox] == [
        ("Möjligt uppdrag", "Läs här", [ADDRESS])
    ]
    notice.refresh_from_db()
    assert (notice.status, notice.subject, notice.body, notice.settled_at) == ("accepted", "", "", later)
    assert (queries.accepted("round:1"), queries.failures("round:1")) == ([(ebba, later)], [])


def test_a_listener_learns_who_was_reached(ebba: UUID, now: datetime) -> None:
    heard: list[tuple[str, UUID, datetime]] = []
    events.wire({"decision": [lambda topic, recipient, at: heard.append((topic, recipient, at))]})
    try:
        queue(ebba, now)
        actions.deliver_due(now)
    finally:
        wire()
    assert heard == [("round:1", ebba, now)]


def test_a_server_out_of_reach_is_tried_again_with_longer_waits_and_then_given_up(
    ebba: UUID, now: datetime, settings: Settings
) -> None:
    failing_with(settings, ConnectionRefusedError())
    notice = queue(ebba, now)
    at, tries = now, []
    for _ in range(20):
        actions.deliver_due(at)
        notice.refresh_from_db()
        tries.append(notice.status)
        if notice.status == Notice.Status.FAILED:
            break
        assert notice.body == "Läs här"
        assert actions.deliver_due(notice.due_at - timedelta(seconds=1)) == 0
        at = notice.due_at
    assert tries == ["waiting"] * len(failing.BACKOFF) + ["failed"]
    assert FailingTransport.asked == len(tries)
    assert (notice.subject, notice.body) == ("", "")
    [failure] = queries.failures("round:1")
    assert (failure.recipient, failure.why) == (ebba, failing.WHY[failing.UNREACHABLE])


def test_a_passing_trouble_is_forgotten_when_the_notice_leaves(ebba: UUID, now: datetime, settings: Settings) -> None:
    outbox = settings.EMAIL_BACKEND
    failing_with(settings, smtplib.SMTPServerDisconnected())
    queue(ebba, now)
    actions.deliver_due(now)
    assert [failure.recipient for failure in queries.failures("round:1")] == [ebba]
    settings.EMAIL_BACKEND = outbox
    assert actions.deliver_due(now + timedelta(hours=1)) == 1
    assert queries.failures("round:1") == []


def test_an_address_that_is_refused_for_good_is_not_tried_again(ebba: UUID, now: datetime, settings: Settings) -> None:
    failing_with(settings, smtplib.SMTPRecipientsRefused({ADDRESS: (550, b"no such user ebba")}))
    notice = queue(ebba, now)
    actions.deliver_due(now)
    notice.refresh_from_db()
    assert (notice.status, notice.failure, notice.attempts) == ("failed", failing.REFUSED, 1)


def test_a_full_mailbox_is_tried_again(ebba: UUID, now: datetime, settings: Settings) -> None:
    failing_with(settings, smtplib.SMTPRecipientsRefused({ADDRESS: (452, b"full")}))
    notice = queue(ebba, now)
    actions.deliver_due(now)
    notice.refresh_from_db()
    assert (notice.status, notice.failure) == ("waiting", failing.REFUSED)


def test_an_address_with_a_line_break_fails_alone(ebba: UUID, now: datetime) -> None:
    broken = queue(ebba, now, address="ebba@firma.example\nBcc: alla@firma.example")
    queue(ebba, now, topic="round:2")
    assert actions.deliver_due(now) == 1
    broken.refresh_from_db()
    assert (broken.status, broken.failure) == ("failed", failing.MALFORMED)


def test_a_resent_notice_that_arrives_clears_the_failure(ebba: UUID, now: datetime, settings: Settings) -> None:
    outbox = settings.EMAIL_BACKEND
    failing_with(settings, smtplib.SMTPRecipientsRefused({ADDRESS: (550, b"")}))
    queue(ebba, now)
    actions.deliver_due(now)
    assert len(queries.failures("round:1")) == 1
    settings.EMAIL_BACKEND = outbox
    queue(ebba, now)
    actions.deliver_due(now)
    assert queries.failures("round:1") == []


def test_two_workers_send_one_letter(ebba: UUID, now: datetime) -> None:
    queue(ebba, now)
    mine, yours = Notice.objects.get(), Notice.objects.get()
    assert (delivery.claim(mine, now=now), delivery.claim(yours, now=now)) == (True, False)


def test_a_long_subject_is_cut_and_kept_on_one_line(ebba: UUID, now: datetime) -> None:
    notice = actions.enqueue(
        recipient=ebba, address=ADDRESS, kind="decision", subject="En\nrad " * 100, body="b", now=now, at_once=True
    )
    assert (len(notice.subject), "\n" in notice.subject) == (300, False)
    assert actions.deliver_due(now) == 1


def test_a_broken_connection_does_not_take_the_next_letter_with_it(
    ebba: UUID, now: datetime, settings: Settings
) -> None:
    failing_with(settings, smtplib.SMTPServerDisconnected())
    queue(ebba, now)
    queue(ebba, now, topic="round:2")
    actions.deliver_due(now)
    assert (FailingTransport.asked, FailingTransport.closed) == (2, 3)
