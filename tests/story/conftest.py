"""Every story happens at the same small firm."""

import pytest

from tests.firm import Firm, found_firm


@pytest.fixture
def firm(db: None) -> Firm:
    return found_firm()
