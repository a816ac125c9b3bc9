"""Tells Django about the room."""

from django.apps import AppConfig


class PoliciesConfig(AppConfig):
    """Policy versions, linked policies, each case's facts and findings."""

    name = "klartecken.policies"
    label = "policies"
    default_auto_field = "django.db.models.BigAutoField"
