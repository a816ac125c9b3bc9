"""A signed-in visitor."""

import pytest
from django.test import Client

from tests.firm import Firm


@pytest.fixture
def browser(firm: Firm) -> Client:
    """The browser of a consultant."""
    client = Client()
    client.force_login(firm.responsible)
    return client
