"""Forgetting whom a notice was about."""

from uuid import UUID

from klartecken.notices.models import Delivery, Notice


def forget_about(subject: UUID) -> None:
    """Erase the notices and web-hook messages about something that is erased itself."""
    Notice.objects.filter(about=subject).delete()
    Delivery.objects.filter(subject=subject).delete()
