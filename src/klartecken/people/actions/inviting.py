"""Inviting colleagues, and accepting an invitation."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils.timezone import localdate

from klartecken.ledger.actions import SYSTEM, record, step
from klartecken.notices import actions as notices
from klartecken.notices.wording import invitation_letter
from klartecken.people import permissions, queries
from klartecken.people.actions.account import clean_address, clean_name
from klartecken.people.actions.roles import give_role
from klartecken.people.errors import (
    AlreadyAColleague,
    InvitationNotValid,
    PasswordIsWeak,
)
from klartecken.people.models import Invitation, Person, Role
from klartecken.people.tokens import hash_of, new_token

INVITATION_LASTS = timedelta(days=14)


def invite(
    *, email: str, name: str, roles: Sequence[Role] = (), by: Person | None, now: datetime
) -> tuple[Person, str]:
    """Make an account that its owner opens with the returned token; an unused invitation is replaced.

    `by` is None when the program itself invites, at the machine.
    """
    permissions.administrator_only(by, now=now)
    with step():
        person = _account(clean_address(email), name=clean_name(name), now=now)
        token = new_token()
        Invitation.objects.update_or_create(
            person=person,
            defaults={"token_hash": hash_of(token), "expires_at": now + INVITATION_LASTS, "accepted_at": None},
        )
        actor = by.pk if by else SYSTEM
        record("people.invited", subject=person.pk, actor=actor, now=now, payload={"roles": [str(r) for r in roles]})
        for role in set(roles) - queries.roles_of(person, localdate(now)):
            give_role(person, role, by=by, now=now)
    return person, token


def invite_by_mail(
    *, email: str, name: str, roles: Sequence[Role] = (), by: Person, link: str, now: datetime
) -> tuple[Person, str]:
    """Invite somebody and queue the letter; `link` is the page's address with `{token}` in it. Return it filled in."""
    with step():
        person, token = invite(email=email, name=name, roles=roles, by=by, now=now)
        address = link.replace("{token}", token)
        letter = invitation_letter(firm=queries.firm().name, name=person.name, link=address, language=person.language)
        notices.enqueue(
            recipient=person.pk,
            address=person.email,
            kind="invitation",
            subject=letter.subject,
            body=letter.body,
            now=now,
            at_once=True,
            language=person.language,
        )
    return person, address


def accept_invitation(token: str, *, password: str, now: datetime) -> Person:
    """Let the invited person choose a password; the letter works once."""
    with step():
        invitation = queries.valid_invitation(token, now=now)
        if invitation is None:
            raise InvitationNotValid
        person = invitation.person
        _check_password(password, person)
        person.set_password(password)
        person.save(update_fields=["password"])
        invitation.accepted_at = now
        invitation.save(update_fields=["accepted_at"])
        record("people.accepted", subject=person.pk, actor=person.pk, now=now)
    return person


def _account(email: str, *, name: str, now: datetime) -> Person:
    known = Person.objects.filter(email=email).first()
    if known is None:
        return Person.objects.create_user(email, name=name, joined_at=now)
    if not known.is_active:  # somebody who comes back: the record stays, and the access begins anew
        known.is_active, known.left_at, known.handed_over_to = True, None, None
    elif known.has_usable_password() or not Invitation.objects.filter(person=known, accepted_at=None).exists():
        raise AlreadyAColleague
    known.name = name
    known.save()
    return known


def _check_password(password: str, person: Person) -> None:
    try:
        validate_password(password, person)
    except ValidationError as weak:
        raise PasswordIsWeak(" ".join(weak.messages), field="password") from weak
