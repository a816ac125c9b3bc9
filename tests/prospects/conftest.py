"""Two colleagues, and a moment."""

from datetime import UTC, datetime

import pytest

from klartecken.people.models import Person
from klartecken.prospects import actions
from klartecken.prospects.models import Prospect

NOW = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)


@pytest.fixture
def now() -> datetime:
    """A Monday morning."""
    return NOW


@pytest.fixture
def ebba(db: None, now: datetime) -> Person:
    """The owner of a garden."""
    return Person.objects.create_user("ebba@example.com", name="Ebba Lind", joined_at=now)


@pytest.fixture
def jonas(db: None, now: datetime) -> Person:
    """A colleague."""
    return Person.objects.create_user("jonas@example.com", name="Jonas Ek", joined_at=now)


@pytest.fixture
def dream(ebba: Person, now: datetime) -> Prospect:
    """Ebba's dream client."""
    return actions.plant(owner=ebba, name="Nordvind Bioenergi AB", why="Elnät på landet", now=now)
