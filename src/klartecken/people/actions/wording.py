"""The firm's own words for the undertaking: a new version, in force from a day."""

from datetime import date, datetime

from django.utils.timezone import localdate

from klartecken.ledger.actions import SYSTEM, record, step
from klartecken.people import permissions
from klartecken.people.errors import TextIsMissing, UndertakingRestrictsTooMuch, VersionOutOfOrder
from klartecken.people.models import Person, UndertakingText

WHISTLEBLOWING_ACT = "2021:890"


def publish_undertaking_text(
    *, text_sv: str, text_en: str, in_force_from: date, by: Person | None, now: datetime
) -> UndertakingText:
    """Put a new version of the undertaking in force from a day; signatures on earlier versions stand.

    A text that does not say that whistleblowing is free, in both languages, is refused.
    """
    permissions.administrator_only(by, now=now)
    texts = {"text_sv": text_sv.strip(), "text_en": text_en.strip()}
    _refuse_bad_texts(texts)
    with step():
        last = UndertakingText.objects.last()
        if in_force_from < localdate(now) or (last and in_force_from <= last.in_force_from):
            raise VersionOutOfOrder(field="in_force_from")
        version = last.version + 1 if last else 1
        text = UndertakingText.objects.create(version=version, in_force_from=in_force_from, **texts)
        actor, payload = by.pk if by else SYSTEM, {"version": version, "in_force_from": in_force_from}
        record("people.undertaking_published", subject="firm", actor=actor, now=now, payload=payload)
    return text


def _refuse_bad_texts(texts: dict[str, str]) -> None:
    for field, text in texts.items():
        if not text:
            raise TextIsMissing(field=field)
        if WHISTLEBLOWING_ACT not in text:
            raise UndertakingRestrictsTooMuch(field=field)
