"""Finds the shared registers beside the checkout; tests that need them are skipped, loudly, where they are not."""

from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parent.parent
SHARED = CHECKOUT.parent / "shared"


def shared_path(*parts: str) -> Path:
    """A file or folder of the shared material, or a skipped test that names what is missing."""
    path = SHARED.joinpath(*parts)
    if not path.exists():
        pytest.skip(f"NOT RUN: ../shared/{'/'.join(parts)} is not there", allow_module_level=True)
    return path
