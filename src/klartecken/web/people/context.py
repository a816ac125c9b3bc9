"""What the person menu needs to know on every page; looked up only where it is shown."""

from typing import Any

from django.http import HttpRequest
from django.utils import timezone

from klartecken.people import permissions
from klartecken.people.models import Person
from klartecken.people.queries import has_signed


def person(request: HttpRequest) -> dict[str, Any]:
    """Tell whether the person looks after accounts, and whether the firm's pages are open to them."""
    who = getattr(request, "user", None)
    if not isinstance(who, Person):
        return {"user_manages": False, "user_has_signed": False}
    return {
        "user_manages": lambda: permissions.may_name_a_deputy(who, now=timezone.now()),
        # The gate has asked already, except on the pages that are open before signing.
        "user_has_signed": getattr(request, "has_signed", None) or (lambda: has_signed(who)),
    }
