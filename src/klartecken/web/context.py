"""What every template may know."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest

THEMES = ("auto", "light", "dark")
THEME_COOKIE = "klartecken_theme"


def look(request: HttpRequest) -> dict[str, Any]:
    """The chosen theme, and whether this is the demonstration."""
    chosen = request.COOKIES.get(THEME_COOKIE, "auto")
    return {
        "theme": chosen if chosen in THEMES else "auto",
        "demonstration": settings.DEMONSTRATION,
        "firm": getattr(request, "firm", None),
    }
