"""The same firm as in tests/people, with browsers that are signed in."""

from collections.abc import Callable

import pytest
from django.test import Client

from klartecken.people.models import Person
from tests.people.conftest import administrator, ceo, ebba, newcomer, now

__all__ = ["administrator", "ceo", "ebba", "newcomer", "now", "signed_in"]

SignedIn = Callable[[Person], Client]


@pytest.fixture
def signed_in(db: None) -> SignedIn:
    """A browser in which somebody is signed in."""

    def sign_in(person: Person) -> Client:
        client = Client()
        client.force_login(person, backend="allauth.account.auth_backends.AuthenticationBackend")
        return client

    return sign_in
