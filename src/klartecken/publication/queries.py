"""Reading the public list. What is not on it (drafts, declined, withdrawn, masked) can not come from here."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Max, Prefetch, Q, QuerySet
from django.db.models.functions import ExtractYear
from django.utils.translation import gettext_noop as _

from klartecken.assignments.models import Assignment, Block, Lobbying, TeamMember
from klartecken.core.journey import State
from klartecken.core.refusals import NotFound
from klartecken.publication.models import EntryIssue, PublicChange, PublicEntry
from klartecken.publication.wording import folded

UNPUBLISHED = "unpublished_lobbying"
UNPUBLISHED_MESSAGE = _("Pågående lobbyuppdrag ska stå på den öppna listan, och det här gör det inte. Publicera det.")

ONGOING, ENDED = "ongoing", "ended"


@dataclass(frozen=True, slots=True)
class Filters:
    """What a reader of the list looks for; empty means everything."""

    words: str = ""
    issue: str = ""
    standing: str = ""  # ongoing, ended
    year: int | None = None  # in which it was going on

    @property
    def are_set(self) -> bool:
        """Tell whether anything is looked for."""
        return bool(self.words or self.issue or self.standing or self.year)


@dataclass(frozen=True, slots=True)
class Stamp:
    """How the list stands: how many entries, and when one last changed."""

    entries: int
    changed_at: datetime | None


def public_list(filters: Filters | None = None) -> QuerySet[PublicEntry]:
    """Return the entries that match, the latest first."""
    wanted = filters or Filters()
    entries = PublicEntry.objects.all()
    for word in folded(wanted.words).split()[:10]:
        entries = entries.filter(search_text__contains=word)
    if wanted.issue:
        entries = entries.filter(issue_rows__name=wanted.issue)
    if wanted.standing:
        entries = entries.filter(ended_on__isnull=wanted.standing == ONGOING)
    if wanted.year:
        still = Q(ended_on__isnull=True) | Q(ended_on__year__gte=wanted.year)
        entries = entries.filter(still, started_on__year__lte=wanted.year)
    return entries.order_by("-started_on", "client_name", "pk")


def entry(address: str) -> PublicEntry:
    """Return the entry at a permanent address with its changes, or raise NotFound."""
    found = _with_changes(PublicEntry.objects.all()).filter(address=address).first()
    if found is None:
        raise NotFound
    return found


def entries_with_changes(filters: Filters | None = None) -> QuerySet[PublicEntry]:
    """Return the list with each entry's dated changes, fetched."""
    return _with_changes(public_list(filters))


def entry_of(assignment: Assignment) -> PublicEntry | None:
    """Return the entry of an assignment, if it has one."""
    return PublicEntry.objects.filter(assignment=assignment).first()


def consultants(public_entry: PublicEntry) -> tuple[str, ...]:
    """Name who works with it, where the entry shows that; those who have left are gone from it."""
    if not public_entry.shows_consultants:
        return ()
    assignment = public_entry.assignment
    team = TeamMember.objects.filter(assignment=assignment, person__is_active=True).order_by("person__name")
    names = list(team.values_list("person__name", flat=True))
    if assignment.responsible.is_active:
        names.insert(0, assignment.responsible.name)
    return tuple(dict.fromkeys(names))


def issues() -> list[str]:
    """Return the issues that occur on the list, in order of the alphabet."""
    return list(EntryIssue.objects.order_by("name").values_list("name", flat=True).distinct())


def years() -> list[int]:
    """Return the years in which something on the list began, the latest first."""
    began = PublicEntry.objects.annotate(began=ExtractYear("started_on")).order_by("-began")
    return list(began.values_list("began", flat=True).distinct())


def stamp() -> Stamp:
    """Return how the list stands, for caches: it changes when anything public changes."""
    found = PublicEntry.objects.aggregate(entries=Count("pk"), changed_at=Max("changed_at"))
    return Stamp(entries=found["entries"], changed_at=found["changed_at"])


def unpublished_lobbying() -> QuerySet[Assignment]:
    """Return the ongoing lobbying assignments that are not on the list: an error to show everywhere.

    What is suspended is published in the step that lets it go on, when the client has accepted that.
    """
    return Assignment.objects.filter(state=State.ONGOING, lobbying=Lobbying.YES, public_entry__isnull=True)


def blocked_but_published() -> QuerySet[Assignment]:
    """Return the assignments whose block the list no longer gives a reason for."""
    standing = Block.objects.filter(code=UNPUBLISHED, lifted_at__isnull=True).values("assignment_id")
    return Assignment.objects.filter(pk__in=standing).exclude(pk__in=unpublished_lobbying().values("pk"))


def _with_changes(entries: QuerySet[PublicEntry]) -> QuerySet[PublicEntry]:
    changes = Prefetch("changes", queryset=PublicChange.objects.order_by("-at"))
    return entries.prefetch_related(changes).select_related("assignment__responsible")
