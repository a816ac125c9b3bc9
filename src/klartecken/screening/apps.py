"""Tells Django about the room."""

from django.apps import AppConfig


class ScreeningConfig(AppConfig):
    """Runs, hits, resolutions, consultations."""

    name = "klartecken.screening"
    label = "screening"
    default_auto_field = "django.db.models.BigAutoField"
