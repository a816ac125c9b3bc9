"""Who is asking, and what a refusal looks like to them."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.utils.translation import gettext

from klartecken.core.refusals import Conflicting, Invalid, NotAllowed, NotFound, Refused, Stale
from klartecken.people.models import Person

STATUSES: tuple[tuple[type[Refused], int], ...] = (
    (NotFound, 404),
    (NotAllowed, 403),
    (Stale, 409),
    (Conflicting, 409),
    (Invalid, 422),
)


def visitor(request: HttpRequest) -> Person:
    """Return the signed-in person; the views' doors let nobody else in."""
    if not isinstance(request.user, Person):
        raise PermissionDenied
    return request.user


def status_of(refusal: Refused) -> int:
    """Return the HTTP status that tells the same as the refusal."""
    return next((status for kind, status in STATUSES if isinstance(refusal, kind)), 409)


def sentences(refusal: Refused) -> list[str]:
    """Return what a refusal says, and what is missing, in the reader's language."""
    return [gettext(refusal.text), *(gettext(each.message) for each in refusal.missing)]
