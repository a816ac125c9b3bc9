"""Tells Django about the room."""

from django.apps import AppConfig


class AgendaConfig(AppConfig):
    """What needs me: Today."""

    name = "klartecken.agenda"
    label = "agenda"
    default_auto_field = "django.db.models.BigAutoField"
