"""Addresses of the garden."""

from django.urls import URLPattern, URLResolver, include, path

from klartecken.web.prospects.views import early, enquiring, listing, showing, tending

_OF_ONE = [
    path("", showing.show, name="show"),
    path("/note", tending.note, name="note"),
    path("/next", tending.next_contact, name="next"),
    path("/story", tending.story, name="story"),
    path("/knows", tending.knows, name="knows"),
    path("/knows/<uuid:row_id>/strike", tending.strike, name="strike"),
    path("/look-up", early.look_up, name="look_up"),
    path("/close", tending.close, name="close"),
    path("/take-up", tending.take_up, name="take_up"),
]
_GARDEN: list[URLPattern | URLResolver] = [
    path("/plant", listing.plant, name="plant"),
    path("/enquiry", enquiring.paste, name="enquiry"),
    path("/enquiry/receive", enquiring.receive, name="receive"),
    path("/aside", listing.aside, name="aside"),
    path("/<uuid:prospect_id>", include(_OF_ONE)),
]
urlpatterns = [
    path("garden", listing.garden, name="prospects"),
    path("garden", include((_GARDEN, "prospects"))),
]
