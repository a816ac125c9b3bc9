"""The addresses of looking after a public entry."""

from django.urls import path

from klartecken.web.publication import views

urlpatterns = [
    path("assignments/<uuid:assignment_id>/public", views.care, name="public_care"),
    path("assignments/<uuid:assignment_id>/public/publish", views.publish, name="public_publish"),
    path("assignments/<uuid:assignment_id>/public/change", views.change, name="public_change"),
    path("assignments/<uuid:assignment_id>/public/correct", views.correct, name="public_correct"),
]
