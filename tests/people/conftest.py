"""A firm with an administrator, a CEO, a consultant who has signed and a newcomer who has not."""

from datetime import UTC, date, datetime

import pytest

from klartecken.people.models import Person, Role, RoleHolding, Undertaking

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
LONG_AGO = datetime(2025, 1, 1, tzinfo=UTC)


def colleague(email: str, name: str, *, role: Role | None = None, signed: bool = True) -> Person:
    """Somebody who works here, with what the test needs."""
    person = Person.objects.create_user(email, password="en lång ramsa om skogen", name=name, joined_at=LONG_AGO)
    if signed:
        Undertaking.objects.create(person=person, how=Undertaking.How.PAPER, signed_at=LONG_AGO)
    if role:
        RoleHolding.objects.create(person=person, role=role, from_date=date(2025, 1, 1))
    return person


@pytest.fixture
def now() -> datetime:
    """A Monday morning."""
    return NOW


@pytest.fixture
def administrator(db: None) -> Person:
    """Looks after accounts, and has signed like everybody else."""
    return colleague("admin@firma.example", "Ada Min", role=Role.ADMINISTRATOR)


@pytest.fixture
def ceo(db: None) -> Person:
    """Decides on disagreement."""
    return colleague("vd@firma.example", "Vera Dahl", role=Role.CEO)


@pytest.fixture
def ebba(db: None) -> Person:
    """A consultant without any role."""
    return colleague("ebba@firma.example", "Ebba Lind")


@pytest.fixture
def newcomer(db: None) -> Person:
    """Works here since today and has signed nothing."""
    return colleague("nils@firma.example", "Nils Ny", signed=False)
