"""The day's digest: how many things of each kind, no names, one link; and only if there is something."""

from collections import Counter
from datetime import date, datetime, time
from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.utils.timezone import localtime

from klartecken.core.calendar import is_business_day
from klartecken.notices import tasks
from klartecken.notices.models import Notice, Preference
from klartecken.notices.wording import digest_letter

FROM_HOUR = time(7, 30)
"""Digests leave on business days, from this local time on."""


def send_digests(now: datetime) -> int:
    """Queue the digests of those for whom something was held, at most one a day each; return how many."""
    local = localtime(now)
    if local.time() < FROM_HOUR or not is_business_day(local.date()):
        return 0
    held = Notice.objects.filter(status=Notice.Status.HELD).order_by("created_at")
    waiting = set(held.values_list("recipient", flat=True)) - _had_theirs(local.date())
    return sum(_send(recipient, now=now) for recipient in waiting)


def _had_theirs(today: date) -> set[UUID]:
    quiet = Q(last_digest_on__gte=today) | Q(quiet_until__gte=today)
    return set(Preference.objects.filter(quiet).values_list("person", flat=True))


def _send(recipient: UUID, *, now: datetime) -> int:
    today = localtime(now).date()
    with transaction.atomic():
        Preference.objects.get_or_create(person=recipient)
        unclaimed = Q(last_digest_on__isnull=True) | Q(last_digest_on__lt=today)
        if not Preference.objects.filter(unclaimed, person=recipient).update(last_digest_on=today):
            return 0  # another worker was first
        held = list(Notice.objects.filter(recipient=recipient, status=Notice.Status.HELD).order_by("created_at"))
        letter = digest_letter(Counter(notice.kind for notice in held), language=held[-1].language)
        Notice.objects.create(
            recipient=recipient,
            address=held[-1].address,
            language=held[-1].language,
            kind="digest",
            subject=letter.subject,
            body=letter.body,
            created_at=now,
            due_at=now,
        )
        Notice.objects.filter(pk__in=[notice.pk for notice in held]).delete()
        transaction.on_commit(tasks.ask_for_delivery)
    return 1
