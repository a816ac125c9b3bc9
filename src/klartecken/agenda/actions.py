"""Telling people, without names, that something needs them: held for the day's digest unless they asked for more."""

from collections.abc import Iterable
from uuid import UUID

from django.conf import settings

from klartecken.assignments.models import Assignment
from klartecken.circulation import queries as circulation
from klartecken.deciding import queries as deciding
from klartecken.ledger.events import Event
from klartecken.notices import actions as notices
from klartecken.notices.wording import name_free_letter
from klartecken.people import queries as people
from klartecken.people.models import Person, Role


def tell_deciders(event: Event) -> None:
    """Tell those who decide in this case that a decision waits."""
    assignment = _assignment(event)
    deciders = [
        each for each in people.deciders(event.at.date()) if deciding.may_decide(each, assignment, now=event.at)
    ]
    _tell(deciders, kind="decision", event=event)


def tell_responsible_of_viewpoint(event: Event) -> None:
    """Tell the responsible consultant that somebody spoke."""
    _tell([_assignment(event).responsible], kind="viewpoint", event=event)


def tell_of_reply(event: Event) -> None:
    """Tell those who have spoken in the round that there is an answer; the digest only counts."""
    spoken = [each.person for each in circulation.viewpoints(_assignment(event)) if each.replies.all()]
    _tell(spoken, kind="reply", event=event)


def tell_of_decision(event: Event) -> None:
    """Tell the responsible consultant and those who spoke that the case is decided."""
    assignment = _assignment(event)
    spoken = [each.person for each in circulation.viewpoints(assignment)]
    _tell({assignment.responsible, *spoken}, kind="decided", event=event)


def tell_team(event: Event) -> None:
    """Ask those on the team who have not given their word."""
    waiting = _assignment(event).team.filter(stands_behind_at__isnull=True).select_related("person")
    _tell([member.person for member in waiting], kind="stand_behind", event=event)


def tell_resolvers_of_hits(event: Event) -> None:
    """Tell the conflict resolvers that a check goes on with them."""
    _tell(people.with_role(Role.CONFLICT_RESOLVER, event.at.date()), kind="hit", event=event)


def tell_new_responsible(event: Event) -> None:
    """Tell somebody that they have taken over an assignment."""
    _tell([_assignment(event).responsible], kind="handed_over", event=event)


def _assignment(event: Event) -> Assignment:
    return Assignment.objects.select_related("responsible").get(pk=UUID(event.subject))


def _tell(recipients: Iterable[Person], *, kind: str, event: Event) -> None:
    link = f"{settings.BASE_URL}/"
    for person in recipients:
        if str(person.pk) == event.actor or not person.is_active:
            continue
        letter = name_free_letter(kind, language=person.language, link=link)
        notices.enqueue(
            recipient=person.pk,
            address=person.email,
            language=person.language,
            kind=kind,
            subject=letter.subject,
            body=letter.body,
            about=UUID(event.subject),
            now=event.at,
        )
