"""Who may see which assignment: the one owner of that question. Nothing here writes."""

from datetime import datetime
from uuid import UUID

from django.db.models import Case, CharField, Exists, OuterRef, Q, QuerySet, Value, When

from klartecken.assignments.models import Access, Assignment, AssignmentParty, Block, Mask, Step, TeamMember
from klartecken.core.journey import CLOSED, OPEN_TO_ALL, PROPOSED, State
from klartecken.core.journey.sight import SHARED_AFTER_CLOSING, Sight
from klartecken.core.refusals import NotFound
from klartecken.parties import queries as parties
from klartecken.parties.models import Party
from klartecken.people import queries as people
from klartecken.people.models import Person, Role

SEES_ALL_PROPOSED = (Role.CEO, Role.DEPUTY, Role.CONFLICT_RESOLVER)
"""Roles that see what was circulated, through masks and after closing."""


def visible_to(person: Person, *, now: datetime) -> QuerySet[Assignment]:
    """Return what `person` sees, each with `.sight` ("mask" or "everything"); what is not here does not exist.

    The rule is `core.journey.sight.sight`, written here as one condition of the database.
    """
    if not people.has_signed(person):
        return Assignment.objects.none()
    named, walled = _is_named(person, now=now), _is_walled_off(person)
    sees_all = _sees_all_proposed(person, now=now)
    shared = _is_shared(now=now, sees_all=sees_all)
    masked = Q(mask=Mask.APPROVED) & ~Q(state__in=sorted(OPEN_TO_ALL))
    masked_for_person = Q(pk__in=[]) if sees_all else masked & ~named
    seen = Assignment.objects.filter(~walled & (named | Q(state__in=sorted(OPEN_TO_ALL)) | shared))
    return seen.annotate(  # type: ignore[no-redef] # the model says that it may be annotated
        sight=Case(
            When(masked_for_person, then=Value(Sight.MASK.value)),
            default=Value(Sight.EVERYTHING.value),
            output_field=CharField(),
        )
    )


def get_visible(person: Person, assignment_id: UUID | str, *, now: datetime) -> Assignment:
    """Return the assignment with `.sight`, or raise NotFound: unseen and missing are told alike."""
    found = (
        visible_to(person, now=now)
        .select_related("client", "responsible", "clearance")
        .filter(pk=_as_uuid(assignment_id))
        .first()
    )
    if found is None:
        raise NotFound
    return found


def get_whole(person: Person, assignment_id: UUID | str, *, now: datetime) -> Assignment:
    """Return the assignment if the person sees everything of it, else raise NotFound."""
    assignment = get_visible(person, assignment_id, now=now)
    if assignment.sight != Sight.EVERYTHING:
        raise NotFound
    return assignment


def seen_whole(person: Person, *, now: datetime) -> QuerySet[Assignment]:
    """Return what `person` sees everything of: what `visible_to` shows, without what is masked."""
    return visible_to(person, now=now).filter(Q(sight=Sight.EVERYTHING.value))


def sight_of(person: Person, assignment: Assignment, *, now: datetime) -> Sight:
    """Tell how much `person` sees of one assignment."""
    found = visible_to(person, now=now).filter(pk=assignment.pk).first()
    return Sight(found.sight) if found else Sight.NOTHING


def may_edit(person: Person, assignment: Assignment) -> bool:
    """Tell whether the person proposes and changes it: the responsible consultant, and in drafts the team."""
    if assignment.responsible_id == person.pk:
        return True
    return assignment.state == State.DRAFT and is_on_team(person, assignment)


def is_on_team(person: Person, assignment: Assignment) -> bool:
    """Tell whether the person would work on it."""
    return TeamMember.objects.filter(assignment=assignment, person=person).exists()


def visible_parties(person: Person, *, now: datetime) -> QuerySet[Party]:
    """Return the parties that stand on something the person sees whole, or in the person's own garden."""
    seen = seen_whole(person, now=now)
    in_role = AssignmentParty.objects.filter(assignment__in=seen.values("pk"), party=OuterRef("pk"))
    return Party.objects.filter(
        Exists(seen.filter(client=OuterRef("pk"))) | Exists(in_role) | Q(prospects__owner=person)
    ).distinct()


def named_like(seen: QuerySet[Assignment], words: str) -> QuerySet[Assignment]:
    """Narrow what a person sees to clients, summaries and public texts with these words; a mask hides its name."""
    sentence = Q(sight=Sight.EVERYTHING.value) & (Q(summary__icontains=words) | Q(public_text__icontains=words))
    by_client = Q(sight=Sight.EVERYTHING.value) & Q(client__in=parties.named_like(words, Party.objects.all()))
    return seen.filter(by_client | sentence | Q(sight=Sight.MASK.value, masked_summary__icontains=words))


def steps(assignment: Assignment) -> QuerySet[Step]:
    """Return the moves of the journey so far, oldest first."""
    return Step.objects.filter(assignment=assignment).select_related("by")


def open_blocks(assignment: Assignment) -> QuerySet[Block]:
    """Return what keeps the assignment from moving on."""
    return Block.objects.filter(assignment=assignment, lifted_at__isnull=True)


def words_missing(assignment: Assignment) -> int:
    """Count the team members who have not said that they stand behind it."""
    return TeamMember.objects.filter(assignment=assignment, stands_behind_at__isnull=True).count()


def _is_named(person: Person, *, now: datetime) -> Q:
    """Responsible; or on the team or let in, until what came to nothing has been closed for a while."""
    # One person's own few rows, read once: asking for each assignment takes ten times as long in a large firm.
    let_in = Access.objects.filter(person=person, level=Access.Level.EVERYTHING).values("assignment_id")
    on_team = TeamMember.objects.filter(person=person).values("assignment_id")
    still_shared = ~Q(state__in=sorted(CLOSED)) | Q(closed_at__gt=now - SHARED_AFTER_CLOSING)
    return Q(responsible=person) | (still_shared & (Q(pk__in=on_team) | Q(pk__in=let_in)))


def _is_walled_off(person: Person) -> Q:
    return Q(pk__in=Access.objects.filter(person=person, level=Access.Level.NOTHING).values("assignment_id"))


def _sees_all_proposed(person: Person, *, now: datetime) -> bool:
    return bool(people.roles_of(person, now.date()) & set(SEES_ALL_PROPOSED))


def _is_shared(*, now: datetime, sees_all: bool) -> Q:
    closed = Q(state__in=sorted(CLOSED))
    if not sees_all:
        closed &= Q(closed_at__gt=now - SHARED_AFTER_CLOSING)
    return Q(circulated_at__isnull=False) & (Q(state__in=sorted(PROPOSED)) | closed)


def _as_uuid(text: UUID | str) -> UUID:
    if isinstance(text, UUID):
        return text
    try:
        return UUID(text)
    except ValueError:
        raise NotFound from None
