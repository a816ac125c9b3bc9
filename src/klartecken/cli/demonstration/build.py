"""Builds the whole demonstration, one part after the other."""

from datetime import date, datetime

from klartecken.cli.demonstration import colleagues
from klartecken.cli.starting import install_starting_texts
from klartecken.people import actions as people

FOUNDED_ON = date(2008, 9, 1)


def build(*, now: datetime) -> None:
    """Build the firm and its people; call it inside one transaction."""
    people.found_firm(
        name=colleagues.FIRM,
        mail_domain=colleagues.DOMAIN,
        founded_on=FOUNDED_ON,
        is_demonstration=True,
        now=now,
    )
    install_starting_texts(now=now)
    colleagues.hire(now=now)
