"""A colleague, and a moment."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from klartecken.parties import live
from klartecken.people.models import Person

NOW = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)


@pytest.fixture
def now() -> datetime:
    """A Monday morning."""
    return NOW


@pytest.fixture
def ebba(db: None, now: datetime) -> Person:
    """A consultant."""
    return Person.objects.create_user("ebba@example.com", name="Ebba Lind", joined_at=now)


@pytest.fixture(autouse=True)
def nothing_remembered() -> Iterator[None]:
    """Each test begins without parties in memory."""
    live.forget()
    yield
    live.forget()
