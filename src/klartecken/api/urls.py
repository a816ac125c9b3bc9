"""Version 1 of the API."""

from django.urls import path
from ninja import NinjaAPI

from klartecken.api import problems, screen
from klartecken.api.assignments import acting, reading
from klartecken.api.authentication import PersonToken

api = NinjaAPI(
    title="Klartecken",
    version="1",
    urls_namespace="api-v1",
    auth=PersonToken(),
    docs_url=None,  # the interactive page loads scripts from elsewhere, which our content policy forbids
    description="Client acceptance: the same acts as in the pages. Errors are RFC 9457 problems with a stable code.",
)
api.add_router("/assignments", reading.router)
api.add_router("/assignments", acting.router)
api.add_router("/screen", screen.router)
problems.attach(api)

urlpatterns = [path("api/v1/", api.urls)]
