"""Takes away the null character, which nobody writes, PostgreSQL cannot keep and SQLite cuts words at."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

# How the character is written in each kind of body; files come in another kind and are left alone.
WRITTEN = {"application/x-www-form-urlencoded": b"%00", "application/json": b"\\u0000"}


class WithoutNullCharacters:
    """Cleans address and body before anything reads them, so that both databases are told the same."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        """Wrap the rest of the request's way."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer what was asked without null characters."""
        request.META["QUERY_STRING"] = request.META.get("QUERY_STRING", "").replace("%00", "")
        written = WRITTEN.get(request.content_type or "")
        if written and _is_readable(request) and written in request.body:
            request._body = request.body.replace(written, b"")  # noqa: SLF001 - Django has no other way to change it
        return self.get_response(request)


def _is_readable(request: HttpRequest) -> bool:
    """Leave a body that is too large to the one who refuses it."""
    length = request.META.get("CONTENT_LENGTH") or "0"
    return length.isdigit() and int(length) <= (settings.DATA_UPLOAD_MAX_MEMORY_SIZE or 0)
