"""An entry as readers see it: the same values fill the page, the preview, the feeds and the files."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone
from django.utils.translation import gettext_noop as _

from klartecken.assignments.models import Assignment, Lobbying
from klartecken.publication import queries
from klartecken.publication.models import PublicChange, PublicEntry
from klartecken.publication.wording import principals

KIND_WORDS = {
    PublicChange.Kind.PUBLISHED: _("Publicerad"),
    PublicChange.Kind.CHANGED: _("Ändrad"),
    PublicChange.Kind.CORRECTED: _("Rättelse"),
    PublicChange.Kind.ENDED: _("Avslutad"),
}


@dataclass(frozen=True, slots=True)
class Told:
    """One dated change."""

    kind: str
    kind_words: str
    words: str
    at: datetime

    @property
    def is_correction(self) -> bool:
        """Tell whether it corrects something that was wrong."""
        return self.kind == PublicChange.Kind.CORRECTED


@dataclass(frozen=True, slots=True)
class Shown:
    """An entry with everything a reader may know, and nothing else."""

    address: str
    client_name: str
    principal_name: str
    title: str
    text: str
    is_lobbying: bool
    issues: tuple[str, ...]
    started_on: date
    ended_on: date | None = None
    changed_at: datetime | None = None
    consultants: tuple[str, ...] = ()
    changes: tuple[Told, ...] = ()

    @property
    def client_to_tell(self) -> str:
        """Return the client's name where the title alone does not say it."""
        return "" if self.title.casefold() in self.client_name.casefold() else self.client_name

    @property
    def corrections(self) -> tuple[Told, ...]:
        """Return the correction notices, the latest first."""
        return tuple(change for change in self.changes if change.is_correction)


def shown(entry: PublicEntry, *, with_consultants: bool = False) -> Shown:
    """Return an entry for showing; names of consultants only on pages that ask for them, never in feeds and files."""
    return Shown(
        address=entry.address,
        client_name=entry.client_name,
        principal_name=entry.principal_name,
        title=entry.title,
        text=entry.text,
        is_lobbying=entry.is_lobbying,
        issues=tuple(entry.issues),
        started_on=entry.started_on,
        ended_on=entry.ended_on,
        changed_at=entry.changed_at,
        consultants=queries.consultants(entry) if with_consultants else (),
        changes=tuple(_told(change) for change in entry.changes.all()),
    )


def all_shown(entries: Iterable[PublicEntry]) -> list[Shown]:
    """Return entries for feeds, files and lists."""
    return [shown(entry) for entry in entries]


def preview(assignment: Assignment, *, now: datetime, typed: Mapping[str, object] | None = None) -> Shown:
    """Return an assignment that is not published as its entry would look; typed words first, then what is stored.

    `typed` may hold public_title, public_text, client_name and lobbying.
    """
    latest = typed or {}
    client = str(latest.get("client_name") or assignment.client.name)
    title = str(latest.get("public_title", assignment.public_title) or "").strip()
    acts_for_others = assignment.intermediary is not False
    return Shown(
        address="",
        client_name=client,
        principal_name=", ".join(principals(assignment)) if acts_for_others else "",
        title=title or client,
        text=str(latest.get("public_text", assignment.public_text) or "").strip(),
        is_lobbying=latest.get("lobbying", assignment.lobbying) == Lobbying.YES,
        issues=(),
        started_on=assignment.starts_on or timezone.localdate(assignment.started_at or now),
    )


def _told(change: PublicChange) -> Told:
    words = KIND_WORDS[PublicChange.Kind(change.kind)]
    return Told(kind=change.kind, kind_words=words, words=change.words, at=change.at)
