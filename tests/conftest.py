"""What every test has: a home of its own, compiled translations, and no way out to the network (see pyproject.toml)."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from pytest_django.fixtures import Settings

from tests.shared_data import shared_path

if TYPE_CHECKING:
    from tests.firm import Firm


@pytest.fixture(autouse=True)
def home(tmp_path: Path, settings: Settings) -> Path:
    """An empty home folder, where Klartecken keeps everything that is not in the database."""
    folder = tmp_path / "home"
    folder.mkdir()
    settings.HOME = folder
    settings.MEDIA_ROOT = folder / "uploads"
    settings.REGISTERS_ROOT = folder / "registers"
    return folder


@pytest.fixture(scope="session")
def shared_registers() -> Path:
    """The real registers beside the checkout."""
    return shared_path("data")


@pytest.fixture(scope="session")
def shared_names() -> Path:
    """The labelled names beside the checkout."""
    return shared_path("names")


@pytest.fixture
def firm(db: None) -> "Firm":
    """A small firm where everybody has signed and the default policy is in force."""
    from tests.firm import found_firm  # noqa: PLC0415 - models exist only when Django is ready

    return found_firm()
