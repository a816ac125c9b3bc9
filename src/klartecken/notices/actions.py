"""Queueing notices, choosing a rhythm, and keeping quiet. Notices are no acts of the firm: none is in the ledger."""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from klartecken.notices import tasks
from klartecken.notices.delivery import deliver_due
from klartecken.notices.digests import send_digests
from klartecken.notices.hooks import add_hook, announce, deliver_hooks_due, end_hook
from klartecken.notices.models import Notice, Preference

LONGEST_SUBJECT = 300

__all__ = [
    "add_hook",
    "announce",
    "be_quiet",
    "deliver_due",
    "deliver_hooks_due",
    "end_hook",
    "enqueue",
    "forget",
    "prefer",
    "send_digests",
]


def enqueue(  # noqa: PLR0913 - a letter has this many parts
    *,
    recipient: UUID,
    address: str,
    kind: str,
    subject: str,
    body: str,
    now: datetime,
    about: UUID | None = None,
    topic: str = "",
    at_once: bool = False,
    language: str = "sv",
) -> Notice:
    """Queue one notice; unless it goes at once it is held for the day's digest, which only counts it.

    A held notice's words are not stored: the digest names nothing.
    """
    at_once = at_once or Preference.objects.filter(person=recipient, rhythm=Preference.Rhythm.AT_ONCE).exists()
    notice = Notice.objects.create(
        recipient=recipient,
        address=address,
        language=language,
        kind=kind,
        about=about,
        topic=topic,
        subject=_one_line(subject) if at_once else "",
        body=body if at_once else "",
        status=Notice.Status.WAITING if at_once else Notice.Status.HELD,
        created_at=now,
        due_at=now,
    )
    if at_once:
        transaction.on_commit(tasks.ask_for_delivery)
    return notice


def _one_line(subject: str) -> str:
    return " ".join(subject.split())[:LONGEST_SUBJECT]


def prefer(person_id: UUID, rhythm: str) -> Preference:
    """Choose between one digest a day and each notice by itself."""
    chosen = Preference.Rhythm(rhythm)
    return Preference.objects.update_or_create(person=person_id, defaults={"rhythm": chosen})[0]


def be_quiet(person_id: UUID, *, until: date | None) -> None:
    """Send somebody no digest until they are back; None ends it."""
    if until is None:
        Preference.objects.filter(person=person_id).update(quiet_until=None)
        return
    Preference.objects.update_or_create(person=person_id, defaults={"quiet_until": until})


def forget(person_id: UUID) -> None:
    """Drop what waits for somebody who has left, and their preference."""
    Notice.objects.filter(recipient=person_id, status__in=(Notice.Status.WAITING, Notice.Status.HELD)).delete()
    Preference.objects.filter(person=person_id).delete()
