"""What every test has: a home of its own, compiled translations, and no way out to the network (see pyproject.toml)."""

from pathlib import Path

import pytest
from pytest_django.fixtures import Settings

from tests.shared_data import shared_path


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
