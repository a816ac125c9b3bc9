import pytest

from klartecken.people.models import Person, Role
from tests.begun import colleague


@pytest.fixture
def jonas(db: None) -> Person:
    return colleague("Jonas Ek")


@pytest.fixture
def ceo(db: None) -> Person:
    return colleague("Karin Sylve", Role.CEO)
