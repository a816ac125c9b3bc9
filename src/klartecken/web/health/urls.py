"""The address that monitors ask."""

from django.urls import path

from klartecken.web.health import views

urlpatterns = [path("healthz", views.healthz, name="healthz")]
