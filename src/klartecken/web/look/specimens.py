"""Invented things to show on the style page."""

from typing import Any


def specimens() -> dict[str, Any]:
    """Everything the style page shows."""
    return {}
