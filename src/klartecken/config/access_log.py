"""The access log: method, status, time and the page's pattern; never an address, and nothing at all about surveys."""

import logging
import time
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from klartecken.config.logs import route_of

logger = logging.getLogger("klartecken.access")

# Even the fact that somebody answered a survey at a certain minute is nobody's business.
SILENT_ROUTES = ("enkat/", "static/", "healthz")
# Nor that somebody declined to work on something.
SILENT_ENDINGS = ("/opt-out",)


class AccessLog:
    """Writes one line per request without what was asked for or by whom."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        """Wrap the rest of the request's way."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer, and write the line."""
        started = time.perf_counter()
        response = self.get_response(request)
        route = route_of(request)
        if not (route.startswith(SILENT_ROUTES) or route.endswith(SILENT_ENDINGS)):
            spent = (time.perf_counter() - started) * 1000
            logger.info("%s %s %s %.0f ms", request.method, response.status_code, route, spent)
        return response
