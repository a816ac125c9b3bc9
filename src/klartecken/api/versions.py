"""Versions over HTTP: what was read is an ETag, and a write may say which version it is based on."""

from django.http import HttpRequest

from klartecken.assignments.models import Assignment
from klartecken.core.refusals import Stale


def tag(assignment: Assignment) -> str:
    """Return the assignment's version as an ETag."""
    return f'"{assignment.version}"'


def expected_version(request: HttpRequest) -> int | None:
    """Read `If-Match` (a version, quoted or not; `*` is any); raise Stale for one that no version can be."""
    text = request.headers.get("If-Match", "").strip().removeprefix("W/").strip('"')
    if text in {"", "*"}:
        return None
    if not text.isdecimal():
        raise Stale
    return int(text)
