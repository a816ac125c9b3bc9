"""A colleague's name and address: what an account needs to be right."""

from datetime import datetime

from allauth.account.models import EmailAddress
from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from klartecken.ledger.actions import SYSTEM, record, step
from klartecken.notices import actions as notices
from klartecken.notices.wording import moved_letter
from klartecken.people import permissions
from klartecken.people.errors import AddressIsTaken, AddressIsWrong, NameIsMissing
from klartecken.people.models import Person

LONGEST_NAME = 120


def change_account(person: Person, *, name: str, email: str, by: Person | None, now: datetime) -> Person:
    """Change a colleague's name or address; the old address no longer signs in, and is told so."""
    permissions.administrator_only(by, now=now)
    name, email = clean_name(name), clean_address(email)
    with step():
        if Person.objects.filter(email=email).exclude(pk=person.pk).exists():
            raise AddressIsTaken(field="email")
        changed = [field for field, value in (("name", name), ("email", email)) if getattr(person, field) != value]
        if not changed:
            return person
        if "email" in changed:
            _leave_old_address(person, now=now)
        person.name, person.email = name, email
        person.save(update_fields=["name", "email"])
        actor = by.pk if by else SYSTEM
        record("people.account_changed", subject=person.pk, actor=actor, now=now, payload={"changed": changed})
    return person


def _leave_old_address(person: Person, *, now: datetime) -> None:
    EmailAddress.objects.filter(user=person).delete()  # what signing in remembered of it
    letter = moved_letter(name=person.name, language=person.language)
    notices.enqueue(
        recipient=person.pk,
        address=person.email,
        kind="address_changed",
        subject=letter.subject,
        body=letter.body,
        now=now,
        at_once=True,
        language=person.language,
    )


def clean_address(email: str) -> str:
    """Return an address the way it is kept, or refuse it."""
    email = email.strip().lower()
    try:
        validate_email(email)
    except ValidationError as wrong:
        raise AddressIsWrong(field="email") from wrong
    return email


def clean_name(name: str) -> str:
    """Return a name without needless space, or refuse it."""
    name = " ".join(name.split())
    if not name or len(name) > LONGEST_NAME:
        raise NameIsMissing(field="name")
    return name
