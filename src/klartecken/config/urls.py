"""Every address: the pages, the API and the accounts."""

from django.urls import include, path
from django.views.generic import RedirectView

urlpatterns = [
    # The address is what a person was invited by; only an administrator changes it.
    path("konto/email/", RedirectView.as_view(pattern_name="mfa_index")),
    path("konto/", include("allauth.urls")),
    path("", include("klartecken.api.urls")),
    path("", include("klartecken.web.urls")),
]
handler400 = "klartecken.web.errors.bad_request"
handler403 = "klartecken.web.errors.forbidden"
handler404 = "klartecken.web.errors.not_found"
handler500 = "klartecken.web.errors.server_error"
