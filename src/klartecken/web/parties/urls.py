"""Addresses of parties; they lead somewhere only through something visible."""

from django.urls import include, path

from klartecken.web.parties import views

_OF_ONE = [
    path("", views.show, name="show"),
    path("/amend", views.amend, name="amend"),
    path("/owners", views.state_owner, name="state_owner"),
    path("/owners/<uuid:link_id>/end", views.end_owner, name="end_owner"),
]
urlpatterns = [path("parties/<uuid:party_id>", include((_OF_ONE, "parties")))]
