"""Publishing, changing, correcting and ending entries of the public list; nothing is ever taken away from it."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import datetime
from uuid import UUID

from django.utils import timezone

from klartecken.assignments import actions as assignments
from klartecken.assignments import queries as assignment_queries
from klartecken.assignments.models import Assignment, Lobbying
from klartecken.core.journey import OPEN_TO_ALL, State
from klartecken.ledger.actions import SYSTEM, record, step
from klartecken.people import queries as people
from klartecken.people.models import Person
from klartecken.publication import queries
from klartecken.publication.errors import (
    ClientHasNotAgreed,
    CorrectionNeedsWords,
    EntryHasEnded,
    NothingToPublishYet,
    NotYourEntry,
    PublicTextIsMissing,
)
from klartecken.publication.models import EntryIssue, PublicChange, PublicEntry
from klartecken.publication.queries import UNPUBLISHED, UNPUBLISHED_MESSAGE
from klartecken.publication.wording import Wording, check_length, folded, wording_of

Kind = PublicChange.Kind

SHOWS: dict[str, tuple[str, ...]] = {
    "client": ("client_name",),
    "parties": ("principal_name",),
    "intermediary": ("principal_name",),
    "lobbying": ("is_lobbying",),
    "positions": ("issues",),
    "public_title": ("title",),
    "public_text": ("text",),
}
"""Which fields of an entry an amended field of the assignment shows in."""


def publish(assignment: Assignment, *, by: Person | None, now: datetime, client_agrees: bool = False) -> PublicEntry:
    """Put a started assignment on the public list; publishing it again changes nothing.

    Lobbying is published whether anybody wants it or not (`by` is None when the program does it). Other work is
    published only by who looks after it, and only where the client agrees.
    """
    with step():
        held = assignments.hold(assignment.pk)
        standing = PublicEntry.objects.filter(assignment=held).first()
        if standing:
            return standing
        if held.state not in OPEN_TO_ALL or held.state == State.SUSPENDED:
            raise NothingToPublishYet
        if held.lobbying != Lobbying.YES:
            _check_voluntary(held, by=by, now=now, client_agrees=client_agrees)
        entry = _new_entry(held, now=now)
        actor = by.pk if by else SYSTEM
        payload = {"address": entry.address, "title": entry.title, "text": entry.text}
        record("publication.published", subject=held.pk, actor=actor, now=now, payload=payload)
        assignments.lift_block(held, code=UNPUBLISHED, now=now)
    return entry


def change(
    entry: PublicEntry,
    *,
    by: Person,
    now: datetime,
    title: str | None = None,
    text: str | None = None,
    shows_consultants: bool | None = None,
    words: str = "",
) -> PublicEntry:
    """Change what an ongoing entry says; readers see the date, and the words about it if there are any."""
    with step():
        held = _held(entry, by=by, now=now)
        if held.ended_on is not None:
            raise EntryHasEnded
        wanted = {"title": title, "text": text, "shows_consultants": shows_consultants}
        if _write(held, wanted, now=now):
            # Whether names are shown is no change of what is said, so only words leave a dated line.
            if title is not None or text is not None:
                _tell(held, Kind.CHANGED, words=words, now=now)
            _record("publication.changed", held, by=by, now=now, payload={"title": held.title, "text": held.text})
    return held


def correct(
    entry: PublicEntry, *, words: str, by: Person, now: datetime, title: str | None = None, text: str | None = None
) -> PublicEntry:
    """Put a correction notice on an entry, ongoing or ended, and mend its text if one is given."""
    if not words.strip():
        raise CorrectionNeedsWords(field="words")
    with step():
        held = _held(entry, by=by, now=now)
        if not _write(held, {"title": title, "text": text}, now=now):
            held.changed_at = now
            held.save(update_fields=["changed_at"])
        _tell(held, Kind.CORRECTED, words=words, now=now)
        _record("publication.corrected", held, by=by, now=now, payload={"words": words.strip()})
    return held


def end_entry(assignment: Assignment, *, by: Person | None, now: datetime) -> PublicEntry | None:
    """Give the entry of an ended assignment its end date; does nothing where there is none or it has one."""
    with step():
        entry = PublicEntry.objects.select_for_update().filter(assignment=assignment, ended_on__isnull=True).first()
        if entry is None:
            return None
        entry.ended_on = max(entry.started_on, timezone.localdate(now))
        entry.changed_at = now
        entry.save(update_fields=["ended_on", "changed_at"])
        _tell(entry, Kind.ENDED, words="", now=now)
        _record("publication.ended", entry, by=by, now=now, payload={"ended_on": entry.ended_on})
    return entry


def follow(
    assignment: Assignment, *, by: Person | None, now: datetime, since: datetime | None = None
) -> PublicEntry | None:
    """Let an ongoing entry say what the latest amendment changed, or all `since` a time; the rest of it stays.

    While the work is suspended nothing is told: for whom it would be is not public before it goes on.
    """
    with step():
        held = assignments.hold(assignment.pk)
        entry = PublicEntry.objects.select_for_update().filter(assignment=held, ended_on__isnull=True).first()
        if entry is None or held.state != State.ONGOING:
            return None
        amendments = list(held.amendments.order_by("at"))
        told = [each for each in amendments if each.at >= since] if since else amendments[-1:]
        said = wording_of(held)
        touched = {each for amendment in told for field in amendment.changes for each in SHOWS.get(field, ())}
        wanted = {name: value for name, value in asdict(said).items() if name in touched and value != ""}
        if "issues" in wanted:
            wanted["issues"] = list(said.issues)
        if _write(entry, wanted, now=now):
            _tell(entry, Kind.CHANGED, words="", now=now)
            _record("publication.changed", entry, by=by, now=now, payload={"title": entry.title, "text": entry.text})
    return entry


def unpublished_lobbying_blocks(now: datetime) -> int:
    """Block every begun lobbying assignment that is not on the list, lift what is mended; return how many stand."""
    with step():
        missing = list(queries.unpublished_lobbying())
        for assignment in missing:
            assignments.block(assignment, code=UNPUBLISHED, message=UNPUBLISHED_MESSAGE, now=now)
        for assignment in queries.blocked_but_published():
            assignments.lift_block(assignment, code=UNPUBLISHED, now=now)
    return len(missing)


def may_look_after(person: Person, assignment: Assignment, *, now: datetime) -> bool:
    """Tell whether the person writes what is public about an assignment."""
    if assignment_queries.may_edit(person, assignment):
        return True
    return person in people.deciders(timezone.localdate(now))


def _check_voluntary(assignment: Assignment, *, by: Person | None, now: datetime, client_agrees: bool) -> None:
    if by is None or not may_look_after(by, assignment, now=now):
        raise NotYourEntry
    if not client_agrees:
        raise ClientHasNotAgreed
    if not assignment.public_text.strip():
        raise PublicTextIsMissing(field="public_text")


def _new_entry(assignment: Assignment, *, now: datetime) -> PublicEntry:
    said = wording_of(assignment)
    check_length(title=said.title, text=said.text)
    entry = PublicEntry.objects.create(
        assignment=assignment,
        client_name=said.client_name,
        principal_name=said.principal_name[:300],
        title=said.title,
        text=said.text,
        is_lobbying=said.is_lobbying,
        issues=list(said.issues),
        search_text=_search_text(said),
        started_on=timezone.localdate(assignment.started_at or now),
        published_at=now,
        changed_at=now,
    )
    _write_issues(entry)
    _tell(entry, Kind.PUBLISHED, words="", now=now)
    return entry


def _held(entry: PublicEntry, *, by: Person, now: datetime) -> PublicEntry:
    held = PublicEntry.objects.select_for_update(of=("self",)).select_related("assignment").get(pk=entry.pk)
    if not may_look_after(by, held.assignment, now=now):
        raise NotYourEntry
    return held


def _write(entry: PublicEntry, wanted: Mapping[str, object], *, now: datetime) -> bool:
    """Set the fields that are given and differ; tell whether any did."""
    changes = {name: value for name, value in wanted.items() if value is not None and getattr(entry, name) != value}
    for name, value in changes.items():
        setattr(entry, name, value.strip() if isinstance(value, str) else value)
    if not changes:
        return False
    check_length(title=entry.title, text=entry.text)
    if not entry.title or not entry.text:
        raise PublicTextIsMissing(field="text")
    entry.search_text = folded(entry.client_name, entry.principal_name, entry.title, entry.text)
    entry.changed_at = now
    entry.save()
    if "issues" in changes:
        _write_issues(entry)
    return True


def _write_issues(entry: PublicEntry) -> None:
    names: Sequence[str] = entry.issues
    entry.issue_rows.all().delete()
    EntryIssue.objects.bulk_create(EntryIssue(entry=entry, name=name) for name in names)


def _tell(entry: PublicEntry, kind: Kind, *, words: str, now: datetime) -> None:
    PublicChange.objects.create(entry=entry, kind=kind, words=words.strip(), at=now)


def _record(verb: str, entry: PublicEntry, *, by: Person | None, now: datetime, payload: dict[str, object]) -> None:
    actor: UUID | str = by.pk if by else SYSTEM
    record(verb, subject=entry.assignment_id, actor=actor, now=now, payload=payload)


def _search_text(said: Wording) -> str:
    return folded(said.client_name, said.principal_name, said.title, said.text)
