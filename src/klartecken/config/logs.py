"""Logging that says what happened and never about whom: no names, no addresses with content, no messages of errors."""

import logging
import traceback
from typing import Any

from django.http import HttpRequest
from typing_extensions import override

UNKNOWN_ROUTE = "(no such page)"


def route_of(request: HttpRequest) -> str:
    """The pattern a request matched, such as `uppdrag/<str:public_id>/`: it has the shape but not the content."""
    match = getattr(request, "resolver_match", None)
    return match.route if match else UNKNOWN_ROUTE


class WithoutContent(logging.Filter):
    """Replaces what Django writes about a request (its full address) by method, status and route."""

    @override
    def filter(self, record: logging.LogRecord) -> bool:
        request = getattr(record, "request", None)
        if isinstance(request, HttpRequest):
            status = getattr(record, "status_code", "-")
            record.msg, record.args = "%s %s %s", (request.method, status, route_of(request))
        elif record.name.startswith("django.security"):
            record.msg, record.args = "a request was refused", ()
        return True


class PlacesOnly(logging.Formatter):
    """Writes where an error arose and its kind; the error's own words may hold a name and stay out."""

    @override
    def formatException(self, ei: Any) -> str:
        kind, error, _ = ei
        frames = traceback.extract_tb(error.__traceback__) if error else []
        places = [f"  {frame.filename}:{frame.lineno} in {frame.name}" for frame in frames]
        return "\n".join([*places, f"  {getattr(kind, '__qualname__', kind)}"])

    @override
    def formatStack(self, stack_info: str) -> str:
        return ""


def logging_settings(*, debug: bool) -> dict[str, Any]:
    """Everything to standard error, in one line per event."""
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "filters": {"without_content": {"()": WithoutContent}},
        "formatters": {"line": {"()": PlacesOnly, "format": "%(asctime)s %(levelname)s %(name)s: %(message)s"}},
        "handlers": {
            "stderr": {"class": "logging.StreamHandler", "formatter": "line", "filters": ["without_content"]},
        },
        "root": {"handlers": ["stderr"], "level": "WARNING"},
        "loggers": {
            # Django's own handlers are taken away, so that nothing is written past the filter.
            "django": {"handlers": [], "level": "INFO" if debug else "WARNING", "propagate": True},
            # The development server writes full addresses; Klartecken's access log takes its place.
            "django.server": {"handlers": [], "level": "ERROR", "propagate": True},
            # Statements carry names in their parameters.
            "django.db.backends": {"level": "WARNING"},
            "klartecken": {"level": "INFO"},
        },
    }
