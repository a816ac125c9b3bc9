"""Leaving: the access ends at once, the work is handed over, the record stays."""

from datetime import datetime

from django.contrib.sessions.models import Session
from django.utils.timezone import localdate

from klartecken.ledger.actions import SYSTEM, record, step
from klartecken.notices import actions as notices
from klartecken.people import permissions, queries
from klartecken.people.actions.roles import end_roles, refuse_if_last_administrator
from klartecken.people.errors import CeoMustHandOver, HasLeft, NobodyToHandOverTo
from klartecken.people.models import ApiToken, Invitation, Person, Role


def leave(person: Person, *, by: Person | None, now: datetime, hand_over_to: Person | None = None) -> Person:
    """End a person's access: sessions, tokens, roles and waiting mail; higher rooms hand the work over.

    The reaction to `people.left` reads who takes over from `Person.handed_over_to`.
    """
    permissions.administrator_only(by, now=now)
    with step():
        _refuse(person, hand_over_to, now=now)
        end_roles(person, by=by, now=now)
        person.is_active, person.left_at, person.handed_over_to = False, now, hand_over_to
        person.shows_areas, person.away_until = False, None
        person.set_unusable_password()
        person.save()
        _end_access(person, now=now)
        notices.forget(person.pk)
        payload = {"handed_over_to": str(hand_over_to.pk) if hand_over_to else None}
        record("people.left", subject=person.pk, actor=by.pk if by else SYSTEM, now=now, payload=payload)
    return person


def _refuse(person: Person, hand_over_to: Person | None, *, now: datetime) -> None:
    if not person.is_active:
        raise HasLeft
    roles = queries.roles_of(person, localdate(now))
    if Role.CEO in roles:
        raise CeoMustHandOver
    if Role.ADMINISTRATOR in roles:
        refuse_if_last_administrator(person, now=now)
    if hand_over_to is None:
        return
    if hand_over_to == person or not queries.signed_colleagues(now).filter(pk=hand_over_to.pk).exists():
        raise NobodyToHandOverTo(field="hand_over_to")


def _end_access(person: Person, *, now: datetime) -> None:
    ApiToken.objects.filter(person=person, revoked_at__isnull=True).update(revoked_at=now)
    Invitation.objects.filter(person=person).delete()
    person.areas.all().delete()
    # Sessions do not know whose they are until they are opened; a firm has a few hundred.
    own = [s.pk for s in Session.objects.iterator() if s.get_decoded().get("_auth_user_id") == str(person.pk)]
    Session.objects.filter(pk__in=own).delete()
