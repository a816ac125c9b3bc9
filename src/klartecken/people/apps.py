"""Tells Django about the room."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """Accounts, undertakings, roles, deputies, areas of engagement."""

    name = "klartecken.people"
    label = "people"
    default_auto_field = "django.db.models.BigAutoField"
