"""One answer without a name in it."""

from dataclasses import asdict

from django.http import HttpRequest, JsonResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from klartecken.agenda.health import health


@require_safe
@never_cache
def healthz(_request: HttpRequest) -> JsonResponse:
    """Say how the database, the worker and the registers are; 503 where no page can be answered."""
    found = health(now=timezone.now())
    return JsonResponse(asdict(found), status=200 if found.can_serve else 503)
