"""Builds the whole demonstration, one part after the other."""

from datetime import datetime

from klartecken.cli.demonstration import colleagues
from klartecken.people import founding


def build(*, now: datetime) -> None:
    """Build the firm and its people; call it inside one transaction."""
    founding.found_firm(name=colleagues.FIRM, mail_domain=colleagues.DOMAIN, is_demonstration=True)
    colleagues.hire(now=now)
