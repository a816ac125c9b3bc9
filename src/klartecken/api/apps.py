"""Tells Django about the room."""

from django.apps import AppConfig


class ApiConfig(AppConfig):
    """The HTTP API."""

    name = "klartecken.api"
    label = "api"
    default_auto_field = "django.db.models.BigAutoField"
