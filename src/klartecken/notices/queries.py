"""Reading notices: who was reached and who was not. Never who has read."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, TypedDict
from uuid import UUID

from django.db.models import Exists, Max, OuterRef, QuerySet

from klartecken.notices.failing import UNREACHABLE, WHY
from klartecken.notices.models import Delivery, Notice, Preference, WebHook

if TYPE_CHECKING:
    from django_stubs_ext import WithAnnotations


@dataclass(frozen=True, slots=True)
class Failure:
    """A notice that has not reached somebody, since when, and a sentence that says why."""

    recipient: UUID
    at: datetime
    why: str


def accepted(topic: str) -> list[tuple[UUID, datetime]]:
    """Return whose notice of a topic the mail transport took, and when."""
    rows = Notice.objects.filter(topic=topic, status=Notice.Status.ACCEPTED).order_by("settled_at")
    return [(row.recipient, row.settled_at) for row in rows if row.settled_at]


def failures(topic: str) -> list[Failure]:
    """Return whose notice of a topic failed, or is failing and will be tried again."""
    rows = Notice.objects.filter(topic=topic).exclude(failure="").order_by("created_at")
    reached = {recipient for recipient, _ in accepted(topic)}
    return [
        Failure(
            recipient=row.recipient, at=row.settled_at or row.created_at, why=WHY.get(row.failure, WHY[UNREACHABLE])
        )
        for row in rows
        if row.recipient not in reached
    ]


def record_of(person_id: UUID) -> dict[str, Any]:
    """Return what the room keeps about a recipient; a notice's words are not kept once it has left."""
    rows = Notice.objects.filter(recipient=person_id).order_by("created_at")
    sent = list(rows.values("kind", "address", "status", "created_at", "settled_at"))
    return {"rhythm": rhythm_of(person_id), "notices": sent}


def rhythm_of(person_id: UUID) -> Preference.Rhythm:
    """Return how somebody wants to be told."""
    row = Preference.objects.filter(person=person_id).first()
    return Preference.Rhythm(row.rhythm) if row else Preference.Rhythm.DIGEST


class HookState(TypedDict):
    """How a web-hook is doing: when it last took a message, and whether one is failing."""

    last_delivered_at: datetime | None
    is_failing: bool


def standing_hooks() -> "QuerySet[WithAnnotations[WebHook, HookState]]":
    """Return the web-hooks that are told, oldest first, and how they are doing."""
    failing = Delivery.objects.filter(hook=OuterRef("pk"), delivered_at__isnull=True).exclude(failure="")
    standing = WebHook.objects.filter(ended_at__isnull=True).order_by("created_at")
    return standing.annotate(last_delivered_at=Max("deliveries__delivered_at"), is_failing=Exists(failing))
