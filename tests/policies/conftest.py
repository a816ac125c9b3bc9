"""A firm with a policy owner, a CEO and a policy in force."""

from collections.abc import Iterator
from datetime import UTC, datetime
from uuid import UUID

import pytest

from klartecken.config.wiring import wire
from klartecken.core.policy import FactValue
from klartecken.ledger import events
from klartecken.people import actions as people
from klartecken.people.models import Person, Role
from klartecken.policies import actions as policies
from klartecken.policies.models import PolicyVersion

NOW = datetime(2026, 9, 7, 8, 0, tzinfo=UTC)
CASE = UUID("6c0f5f5e-0000-4000-8000-000000000001")


@pytest.fixture(autouse=True)
def alone() -> Iterator[None]:
    """These cases have no assignment above them, so nothing follows from what happens to them."""
    events.wire({})
    yield
    wire()


def hired(name: str, *roles: Role) -> Person:
    email = f"{name.split(maxsplit=1)[0].lower()}@sylve.example"
    person, _token = people.invite(email=email, name=name, roles=roles, by=None, now=NOW)
    people.sign_undertaking(person, now=NOW)
    return person


@pytest.fixture
def version(db: None) -> PolicyVersion:
    """The default policy, in force."""
    return policies.install_default_policy(now=NOW)


@pytest.fixture
def owner(db: None) -> Person:
    return hired("Mira Holm", Role.POLICY_OWNER)


@pytest.fixture
def ceo(db: None) -> Person:
    return hired("Karin Sylve", Role.CEO)


@pytest.fixture
def consultant(db: None) -> Person:
    return hired("Jonas Ek")


def facts(**changed: object) -> dict[str, FactValue]:
    """The facts of an ordinary case that no rule has anything to say about, with some changed; None leaves one out."""
    ordinary: dict[str, object] = {
        "lobbying": "no",
        "party_work": "none",
        "intermediary": False,
        "client_country": "SE",
        "client_sectors": ["SNI2007:01.110"],
        "ownership_known_share": 1.0,
        "ownership_unknown_share": 0.0,
        "ownership_by_country": {"SE": 1.0},
        "controlled_from": ["SE"],
        "state_controlled": False,
        "beneficial_owner_is_person": False,
        "sanctions_confirmed": [],
        "sanctions_owned_or_controlled": False,
        "other_list_hits": [],
        "open_hits": 0,
        "conflict_kinds": [],
        "consultations_missing": 0,
        "consultations_expired": 0,
    }
    return {
        name: FactValue(value, "provet")  # type: ignore[arg-type]
        for name, value in (ordinary | changed).items()
        if value is not None
    }
