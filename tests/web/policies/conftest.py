"""Signed-in visitors at a small firm."""

import pytest
from django.test import Client

from klartecken.people.models import Person
from tests.firm import Firm, found_firm


@pytest.fixture
def firm(db: None) -> Firm:
    return found_firm()


def browser_of(person: Person) -> Client:
    """The browser of somebody who is signed in."""
    client = Client()
    client.force_login(person)
    return client


@pytest.fixture
def owner(firm: Firm) -> Client:
    """The browser of the policy owner."""
    return browser_of(firm.resolver)
