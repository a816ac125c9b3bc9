"""Tells Django about the room."""

from django.apps import AppConfig


class DecidingConfig(AppConfig):
    """Escalation, the CEO's decision, granting clearance, the quote gate."""

    name = "klartecken.deciding"
    label = "deciding"
    default_auto_field = "django.db.models.BigAutoField"
