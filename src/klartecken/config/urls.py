"""Every address: the pages, the API and the accounts."""

from django.urls import include, path

urlpatterns = [
    path("konto/", include("allauth.urls")),
    path("", include("klartecken.web.urls")),
]
handler400 = "klartecken.web.errors.bad_request"
handler403 = "klartecken.web.errors.forbidden"
handler404 = "klartecken.web.errors.not_found"
handler500 = "klartecken.web.errors.server_error"
