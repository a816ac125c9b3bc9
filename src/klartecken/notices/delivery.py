"""Handing notices to the mail transport: each is claimed before it is sent, so that two workers never send it twice."""

from datetime import datetime
from smtplib import SMTPException

from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction

from klartecken.notices import events
from klartecken.notices.failing import BACKOFF, Undelivered, next_wait, undelivered
from klartecken.notices.models import Notice

BATCH = 200


def deliver_due(now: datetime) -> int:
    """Send the notices that are due; return how many the transport accepted.

    An accepted notice's words are erased at once. A failed one is tried again after a while, at most six times;
    then it is marked failed, its words are erased too, and whoever sent it can send it anew.
    """
    due = list(Notice.objects.filter(status=Notice.Status.WAITING, due_at__lte=now).order_by("due_at")[:BATCH])
    if not due:
        return 0
    connection: BaseEmailBackend = get_connection()
    try:
        return sum(_deliver(notice, connection, now=now) for notice in due if claim(notice, now=now))
    finally:
        connection.close()


def claim(notice: Notice, *, now: datetime) -> bool:
    """Take the next attempt of a notice; False when another worker has it."""
    # Whoever moves the next attempt forward owns this one; if we die while sending, it is tried again then.
    waiting = Notice.objects.filter(pk=notice.pk, status=Notice.Status.WAITING, attempts=notice.attempts)
    notice.attempts += 1
    wait = next_wait(notice.attempts) or BACKOFF[-1]
    return waiting.update(attempts=notice.attempts, due_at=now + wait) == 1


def _deliver(notice: Notice, connection: BaseEmailBackend, *, now: datetime) -> int:
    try:
        _send(notice, connection)
    except Undelivered as failure:
        _keep_failure(notice, failure, now=now)
        return 0
    _keep_acceptance(notice, now=now)
    return 1


def _send(notice: Notice, connection: BaseEmailBackend) -> None:
    letter = EmailMessage(
        subject=notice.subject,
        body=notice.body,
        to=[notice.address],
        connection=connection,
        # Nobody's holiday answer comes back, and no mail program groups letters under a prospect's name.
        headers={"Auto-Submitted": "auto-generated"},
    )
    try:
        connection.open()  # kept open for the next letter; a transport closes only what it opened by itself
        letter.send()
    except (OSError, SMTPException, ValueError) as error:
        connection.close()  # whatever went wrong, the next letter begins anew
        raise undelivered(error) from None


def _keep_acceptance(notice: Notice, *, now: datetime) -> None:
    with transaction.atomic():
        Notice.objects.filter(pk=notice.pk).update(
            status=Notice.Status.ACCEPTED, settled_at=now, subject="", body="", failure=""
        )
        events.accepted(notice.kind, notice.topic, recipient=notice.recipient, at=now)


def _keep_failure(notice: Notice, failure: Undelivered, *, now: datetime) -> None:
    row = Notice.objects.filter(pk=notice.pk)
    if failure.permanent or next_wait(notice.attempts) is None:
        row.update(status=Notice.Status.FAILED, settled_at=now, subject="", body="", failure=failure.why)
    else:
        row.update(failure=failure.why)
