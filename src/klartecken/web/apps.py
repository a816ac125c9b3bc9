"""Tells Django about the room."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    """The pages that people use."""

    name = "klartecken.web"
    label = "web"
    default_auto_field = "django.db.models.BigAutoField"
