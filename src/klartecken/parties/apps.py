"""Tells Django about the room."""

from django.apps import AppConfig


class PartiesConfig(AppConfig):
    """Organisations and persons that the firm knows: names, identifiers, owners, issues."""

    name = "klartecken.parties"
    label = "parties"
    default_auto_field = "django.db.models.BigAutoField"
