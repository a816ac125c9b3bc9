"""Wires the rooms together when Django has loaded them."""

from django.apps import AppConfig


class WiringConfig(AppConfig):
    """The last application to get ready."""

    name = "klartecken.config"
    label = "config"

    def ready(self) -> None:
        """Join the rooms."""
        from klartecken.config.wiring import wire  # noqa: PLC0415 - models exist only now

        wire()
