"""Who may do what with accounts; the other rooms keep their own predicates."""

from datetime import datetime

from django.utils.timezone import localdate

from klartecken.people import queries
from klartecken.people.errors import NotTheAdministrator, NotTheCeoOrAdministrator
from klartecken.people.models import Person, Role


def may_administer(person: Person, *, now: datetime) -> bool:
    """Tell whether the person looks after accounts, roles and settings."""
    return queries.holds(person, Role.ADMINISTRATOR, localdate(now))


def may_name_a_deputy(person: Person, *, now: datetime) -> bool:
    """Tell whether the person may name the CEO's deputy and change the firm's settings."""
    return bool(queries.roles_of(person, localdate(now)) & {Role.ADMINISTRATOR, Role.CEO})


def administrator_only(by: Person | None, *, now: datetime) -> None:
    """Refuse everybody but the administrator; None is the program itself, at the machine."""
    if by is not None and not may_administer(by, now=now):
        raise NotTheAdministrator


def ceo_or_administrator_only(by: Person | None, *, now: datetime) -> None:
    """Refuse everybody but the CEO and the administrator; None is the program itself, at the machine."""
    if by is not None and not may_name_a_deputy(by, now=now):
        raise NotTheCeoOrAdministrator
