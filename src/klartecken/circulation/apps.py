"""Tells Django about the room."""

from django.apps import AppConfig


class CirculationConfig(AppConfig):
    """Rounds, viewpoints, opt-outs, masks."""

    name = "klartecken.circulation"
    label = "circulation"
    default_auto_field = "django.db.models.BigAutoField"
