"""Where one-click sign-in is offered, and as whom."""

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest
from django.http.request import split_domain_port
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from klartecken.people import queries
from klartecken.people.models import Person, Role
from klartecken.web.people.words import ROLES

LOOPBACK_ADDRESSES = frozenset({"127.0.0.1", "::1"})
LOOPBACK_HOSTS = frozenset({"localhost", "127.0.0.1", "[::1]"})
PROXY_HEADERS = ("X-Forwarded-For", "Forwarded", "X-Forwarded-Host")


@dataclass(frozen=True, slots=True)
class Part:
    """Somebody to sign in as."""

    words: tuple[str | Promise, ...]
    person: Person


def is_offered(request: HttpRequest) -> bool:
    """Tell whether this is the demonstration, asked from the machine it runs on and through no proxy."""
    if not settings.DEMONSTRATION or request.META.get("REMOTE_ADDR") not in LOOPBACK_ADDRESSES:
        return False
    host = split_domain_port(request.get_host())[0]
    if host not in LOOPBACK_HOSTS or any(header in request.headers for header in PROXY_HEADERS):
        return False
    return queries.firm().is_demonstration


def parts() -> list[Part]:
    """Return a colleague without any role, one person for each role, and one who has not signed yet."""
    now = timezone.now()
    people = list(queries.everyone(now))
    plain = next((person for person in people if person.is_signed and not person.current_roles), None)
    new = next((person for person in people if not person.is_signed), None)
    chosen: dict[Person, list[str | Promise]] = {}
    if plain:
        chosen[plain] = [_("Konsult")]
    for role in Role:
        holder = queries.with_role(role, timezone.localdate(now)).first()
        if holder:
            chosen.setdefault(holder, []).append(ROLES[role])
    if new:
        chosen[new] = [_("Nyanställd, har inte skrivit under än")]
    return [Part(tuple(words), person) for person, words in chosen.items()]
