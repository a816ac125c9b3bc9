"""Tells Django about the room."""

from django.apps import AppConfig


class NoticesConfig(AppConfig):
    """Mail and web-hooks."""

    name = "klartecken.notices"
    label = "notices"
    default_auto_field = "django.db.models.BigAutoField"
