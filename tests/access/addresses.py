"""Every address of the program, and things for it to be about."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from uuid import uuid4

from django.urls import URLPattern, URLResolver, get_resolver, reverse

from klartecken.assignments.models import Assignment
from klartecken.circulation import actions as circulation
from klartecken.people import actions as people
from klartecken.people.models import Person
from klartecken.policies import actions as policies
from klartecken.policies.queries import in_force
from klartecken.prospects import actions as prospects
from klartecken.publication import queries as publication
from tests.firm import MONDAY, WINDOW_ENDED, Firm

OTHERS = ("account_", "mfa_", "socialaccount_", "openid_connect_", "usersessions_")
"""Prefixes of allauth's own addresses: they are about the visitor's own account and are tested there."""


def arguments() -> dict[str, set[str]]:
    """Return every address by name, with the names of its arguments, but those of the account library."""
    return {name: taken for name, taken in _walk(get_resolver()) if name and not name.startswith(OTHERS)}


def _walk(
    resolver: URLResolver, space: str = "", outer: frozenset[str] = frozenset()
) -> Iterator[tuple[str, set[str]]]:
    for each in resolver.url_patterns:
        taken = outer | set(each.pattern.converters)
        if isinstance(each, URLResolver):
            yield from _walk(each, f"{space}{each.namespace}:" if each.namespace else space, taken)
        elif isinstance(each, URLPattern):
            yield (f"{space}{each.name}" if each.name else ""), set(taken)


@dataclass
class World:
    """A firm with one of everything that an address can be about."""

    firm: Firm
    unsigned: Person
    circulating: Assignment
    draft: Assignment
    things: dict[str, dict[str, object]]

    def address(self, name: str, *, of: Assignment | None = None) -> str:
        """Return the address by that name, about this world's things."""
        taken = arguments()[name]
        known: dict[str, object] = {
            **self.things.get("", {}),
            "assignment_id": (of or self.circulating).pk,
            **self.things.get(name, {}),
        }
        return reverse(name, kwargs={each: known[each] for each in taken})


def build_world(firm: Firm) -> World:
    """Build it."""
    unsigned, token = people.invite(email="unsigned@sylve.example", name="Ulla Ny", by=None, now=MONDAY)
    ongoing = firm.ongoing(
        client=firm.client("Riksförbundet Cykla Mera", sectors=(("SNI2007", "94.991"),)), lobbying="yes"
    )
    now = WINDOW_ENDED + timedelta(days=1)
    circulating = firm.circulating(now=now)
    viewpoint = circulation.give_viewpoint(circulating, by=firm.colleague, now=now, stance="support")
    draft = firm.draft(client=firm.client("Utkastets AB", sectors=(("SNI2007", "62.010"),)), now=now)
    prospect = prospects.plant(owner=firm.responsible, name="Drömmens AB", now=now)
    version = policies.draft_version(
        rulebook=in_force(now.date()).rulebook, title="Ny", why="Prov", by=firm.resolver, now=now
    )
    entry = publication.entry_of(ongoing)
    assert entry is not None
    general: dict[str, object] = {
        "party_id": circulating.client_id,
        "prospect_id": prospect.pk,
        "person_id": firm.newcomer.pk,
        "viewpoint_id": viewpoint.pk,
        "version_id": version.pk,
        "address": entry.address,
        "token": token,
        "kind": "openness",
        **dict.fromkeys(
            ("area_id", "token_id", "hook_id", "holding_id", "row_id", "link_id", "condition_id", "consultation_id"),
            uuid4(),
        ),
    }
    letters: dict[str, object] = {"kind": "acceptance"}
    return World(
        firm=firm,
        unsigned=unsigned,
        circulating=circulating,
        draft=draft,
        things={"": general, "assignments:letter": letters},
    )
