"""Addresses of the first page, and of answering without leaving it."""

from django.urls import include, path

from klartecken.web.today import views

_ANSWERS = [
    path("<uuid:assignment_id>/viewpoint", views.viewpoint, name="viewpoint"),
    path("<uuid:assignment_id>/opt-out", views.opt_out, name="opt-out"),
]
urlpatterns = [
    path("", views.today, name="today"),
    path("today/", include((_ANSWERS, "answering"))),
]
