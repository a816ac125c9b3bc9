"""Tells Django about the room."""

from django.apps import AppConfig


class LedgerConfig(AppConfig):
    """An append-only chain of commitments to what was decided."""

    name = "klartecken.ledger"
    label = "ledger"
    default_auto_field = "django.db.models.BigAutoField"
