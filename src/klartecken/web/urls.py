"""The addresses of the pages, one folder per part of the house."""

from django.urls import include, path

urlpatterns = [
    path("", include("klartecken.web.health.urls")),
    path("", include("klartecken.web.look.urls")),
    path("", include("klartecken.web.people.urls")),
    path("", include("klartecken.web.public.urls")),
    path("", include("klartecken.web.publication.urls")),
    path("", include("klartecken.web.prospects.urls")),
    path("", include("klartecken.web.parties.urls")),
    path("", include("klartecken.web.imports.urls")),
    path("", include("klartecken.web.today.urls")),
    path("", include("klartecken.web.assignments.urls")),
    path("", include("klartecken.web.search.urls")),
    path("", include("klartecken.web.screening.urls")),
    path("", include("klartecken.web.policies.urls")),
]
