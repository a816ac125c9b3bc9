"""Commands run as a person runs them: a program of its own, with a home of its own."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., "subprocess.CompletedProcess[str]"]


def surroundings(home: Path) -> dict[str, str]:
    return os.environ | {
        "KLARTECKEN_HOME": str(home),
        "DATABASE_URL": "",
        "DJANGO_SETTINGS_MODULE": "klartecken.config.settings",
    }


def klartecken(home: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-m", "klartecken", *arguments]
    return subprocess.run(
        command, env=surroundings(home), capture_output=True, text=True, timeout=300, check=False, encoding="utf-8"
    )


@pytest.fixture(scope="session")
def founded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with a firm in it; copy it, never change it."""
    home = tmp_path_factory.mktemp("founded") / "home"
    made = klartecken(home, "init", "--firm", "Sylve & Partner", "--admin", "axel.nord@sylve.example")
    assert made.returncode == 0, made.stderr
    assert "http://localhost:8000/invitation/" in made.stdout
    return home


@pytest.fixture
def firm(founded: Path, tmp_path: Path) -> Path:
    """A copy of the firm's home, to do anything with."""
    return Path(shutil.copytree(founded, tmp_path / "firm"))


@pytest.fixture
def run() -> Run:
    return klartecken
