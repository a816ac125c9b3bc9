"""The addresses of the pages, one folder per part of the house."""

from django.urls import include, path

urlpatterns = [
    path("", include("klartecken.web.health.urls")),
    path("", include("klartecken.web.look.urls")),
    path("", include("klartecken.web.public.urls")),
]
