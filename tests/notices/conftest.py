"""A recipient, a moment, and mail transports that behave in known ways."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import ClassVar
from uuid import UUID

import pytest
from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)  # a Monday, 10.00 in Stockholm


@pytest.fixture
def now() -> datetime:
    """A Monday morning."""
    return NOW


@pytest.fixture
def ebba() -> UUID:
    """A recipient, known by id only."""
    return UUID("11111111-1111-4111-8111-111111111111")


class FailingTransport(BaseEmailBackend):
    """A mail transport that raises what it is told to, and counts how often it was asked."""

    error: ClassVar[Exception] = OSError()
    asked: ClassVar[int] = 0
    closed: ClassVar[int] = 0

    def close(self) -> None:
        """Count."""
        FailingTransport.closed += 1

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        """Fail."""
        FailingTransport.asked += 1
        raise FailingTransport.error
