"""Bearer tokens: one per person, and only after the undertaking is signed."""

from datetime import datetime

from django.http import HttpRequest
from django.utils import timezone
from ninja.security import HttpBearer

from klartecken.api.problems import UndertakingNotSigned
from klartecken.people import queries as people
from klartecken.people.models import Person


class PersonToken(HttpBearer):
    """Knows the person by the token, or answers 401."""

    def authenticate(self, request: HttpRequest, token: str) -> Person | None:  # noqa: ARG002 - ninja calls it so
        """Return the person behind the token, if it stands and the undertaking is on record."""
        person = people.person_by_token(token)
        if person is not None and not people.has_signed(person):
            raise UndertakingNotSigned
        return person


def caller(request: HttpRequest) -> Person:
    """Return the person whom the token told of."""
    person = getattr(request, "auth", None)
    if not isinstance(person, Person):
        raise UndertakingNotSigned
    return person


def moment() -> datetime:
    """Return the time that every act of this request is dated with."""
    return timezone.now()
