"""Who settles hits."""

from datetime import datetime

from django.utils.timezone import localdate

from klartecken.people import queries as people
from klartecken.people.models import Person, Role

SECONDS = frozenset({Role.CONFLICT_RESOLVER, Role.POLICY_OWNER, Role.CEO, Role.DEPUTY, Role.BOARD_CHAIR})
"""Roles that may be the second pair of eyes on a sanctions hit."""


def may_resolve(person: Person, *, now: datetime) -> bool:
    """Tell whether the person settles hits: the conflict resolver, or the CEO where the firm has named none."""
    today = localdate(now)
    roles = people.roles_of(person, today)
    if Role.CONFLICT_RESOLVER in roles:
        return True
    return Role.CEO in roles and not people.with_role(Role.CONFLICT_RESOLVER, today).exists()


def may_second(person: Person, *, now: datetime) -> bool:
    """Tell whether the person may confirm somebody else's judgement of a sanctions hit."""
    return bool(SECONDS & people.roles_of(person, localdate(now)))
