"""Tells Django about the room."""

from django.apps import AppConfig


class PublicationConfig(AppConfig):
    """The public list, its changes, feeds and files."""

    name = "klartecken.publication"
    label = "publication"
    default_auto_field = "django.db.models.BigAutoField"
