"""Tells Django about the room."""

from django.apps import AppConfig


class AssignmentsConfig(AppConfig):
    """The assignment: proposal, team, public text, clearance, access, its moves."""

    name = "klartecken.assignments"
    label = "assignments"
    default_auto_field = "django.db.models.BigAutoField"
