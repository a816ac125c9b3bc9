"""Addresses of the check's acts, and of the conflict resolver's desk."""

from django.urls import URLPattern, URLResolver, include, path

from klartecken.web.screening.views import checking, consulting, desk

_CHECK: list[URLPattern | URLResolver] = [
    path("run", checking.run, name="run"),
    path("answer", checking.answer, name="answer"),
    path("finding", checking.finding, name="finding"),
    path("identity", checking.identity, name="identity"),
]
_CASE: list[URLPattern | URLResolver] = [
    path("", desk.case, name="case"),
    path("/resolve", desk.resolve, name="resolve"),
    path("/second", desk.second, name="second"),
    path("/consult", consulting.start, name="consult"),
    path("/consultations/<uuid:consultation_id>", consulting.record, name="consultation"),
]
urlpatterns = [
    path("check/<uuid:assignment_id>/", include((_CHECK, "check"))),
    path("conflicts", desk.cases, name="conflicts"),
    path("conflicts/<uuid:assignment_id>", include((_CASE, "conflicts"), namespace="resolving")),
]
