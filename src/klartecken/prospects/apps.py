"""Tells Django about the room."""

from django.apps import AppConfig


class ProspectsConfig(AppConfig):
    """Dream clients and enquiries: the garden."""

    name = "klartecken.prospects"
    label = "prospects"
    default_auto_field = "django.db.models.BigAutoField"
