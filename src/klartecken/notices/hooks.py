"""Web-hooks: the firm's own programs are told that something happened, never what or about whom."""

import json
import secrets
from datetime import datetime
from urllib.parse import urlsplit
from uuid import UUID

from django.db import transaction

from klartecken.notices import calling, tasks
from klartecken.notices.errors import HookAddressIsWrong
from klartecken.notices.failing import BACKOFF, Undelivered, next_wait
from klartecken.notices.models import Delivery, WebHook

BATCH = 100


def add_hook(*, address: str, verbs: list[str], now: datetime) -> WebHook:
    """Tell an address from now on; without verbs, of everything. Its secret signs each message."""
    parts = urlsplit(address.strip())
    if parts.scheme not in calling.SCHEMES or not parts.hostname or parts.username:
        raise HookAddressIsWrong(field="address")
    return WebHook.objects.create(
        address=address.strip(), secret=secrets.token_hex(32), verbs=sorted(verbs), created_at=now
    )


def end_hook(hook: WebHook, *, now: datetime) -> None:
    """Stop telling an address, also of what was on its way."""
    WebHook.objects.filter(pk=hook.pk, ended_at__isnull=True).update(ended_at=now)
    Delivery.objects.filter(hook=hook).update(due_at=None)


def announce(verb: str, subject: UUID, *, now: datetime) -> int:
    """Queue a message to each hook that listens for the verb; return how many."""
    hooks = [hook for hook in WebHook.objects.filter(ended_at__isnull=True) if not hook.verbs or verb in hook.verbs]
    Delivery.objects.bulk_create(
        Delivery(hook=hook, verb=verb, subject=subject, created_at=now, due_at=now) for hook in hooks
    )
    if hooks:
        transaction.on_commit(tasks.ask_for_hooks)
    return len(hooks)


def deliver_hooks_due(now: datetime) -> int:
    """Call the hooks that are due; return how many answered that they took it."""
    due = Delivery.objects.filter(due_at__lte=now, delivered_at__isnull=True).select_related("hook")
    return sum(_deliver(delivery, now=now) for delivery in due.order_by("due_at")[:BATCH])


def _deliver(delivery: Delivery, *, now: datetime) -> int:
    row = Delivery.objects.filter(pk=delivery.pk, attempts=delivery.attempts, due_at__isnull=False)
    delivery.attempts += 1
    wait = next_wait(delivery.attempts) or BACKOFF[-1]
    if not row.update(attempts=delivery.attempts, due_at=now + wait):
        return 0  # another worker was first
    settled = Delivery.objects.filter(pk=delivery.pk)
    try:
        calling.call(delivery.hook.address, body_of(delivery), secret=delivery.hook.secret, now=now)
    except Undelivered as failure:
        given_up = failure.permanent or next_wait(delivery.attempts) is None
        settled.update(failure=failure.why, **({"due_at": None} if given_up else {}))
        return 0
    settled.update(delivered_at=now, due_at=None, failure="")
    return 1


def body_of(delivery: Delivery) -> bytes:
    """Write what a hook is told: which kind of thing happened, to which id, and when."""
    told = {
        "id": str(delivery.pk),
        "verb": delivery.verb,
        "subject": str(delivery.subject),
        "at": delivery.created_at.isoformat(),
    }
    return json.dumps(told, sort_keys=True).encode()
