"""Signed-in browsers without a browser: pages as each person gets them, with the clock of today."""

from collections.abc import Callable
from datetime import datetime

import pytest
from django.test import Client
from django.utils import timezone

from klartecken.people.models import Person

SignIn = Callable[[Person], Client]


@pytest.fixture
def sign_in(db: None) -> SignIn:
    def signed_in(person: Person) -> Client:
        client = Client()
        client.force_login(person)
        return client

    return signed_in


@pytest.fixture
def now() -> datetime:
    """The pages ask the clock, so a window that is to be open for them opens now."""
    return timezone.now()
