"""Addresses of assignments; ids are random, so an address tells neither order nor number."""

from django.urls import URLPattern, URLResolver, include, path

from klartecken.web.assignments.acts import ACTS
from klartecken.web.assignments.views import acting, deciding, editing, letters, lists, proposing, showing, speaking

_OF_ONE: list[URLPattern | URLResolver] = [
    path("edit", editing.edit, name="edit"),
    path("save", editing.autosave, name="autosave"),
    path("preview", editing.preview, name="preview"),
    path("decide", deciding.decide, name="decide"),
    path("viewpoint", speaking.viewpoint, name="viewpoint"),
    path("viewpoints/<uuid:viewpoint_id>/reply", speaking.reply, name="reply"),
    path("opt-out", speaking.opt_out, name="opt-out"),
    path("shown", acting.noticed, name="shown"),
    path("name", showing.show_name, name="show-name"),
    path("conditions/<uuid:condition_id>", acting.meet_condition, name="condition"),
    path("letters/<slug:kind>", letters.show_letter, name="letter"),
    *(path(name, acting.act, {"what": act}, name=name) for name, act in ACTS.items()),
]
_ASSIGNMENTS: list[URLPattern | URLResolver] = [
    path("new", proposing.new, name="new"),
    path("<uuid:assignment_id>", showing.show, name="show"),
    path("<uuid:assignment_id>/", include(_OF_ONE)),
]
urlpatterns = [
    path("assignments/", lists.index, name="assignments"),
    path("assignments/", include((_ASSIGNMENTS, "assignments"))),
]
