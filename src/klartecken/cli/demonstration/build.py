"""Builds the whole demonstration, one part after the other."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path

from django.conf import settings

from klartecken.cli.demonstration import colleagues, garden, stories
from klartecken.cli.demonstration.stages import Teller
from klartecken.parties import actions as parties
from klartecken.people import actions as people
from klartecken.policies import actions as policies
from klartecken.registers.importing import import_register
from klartecken.registers.sources.reading import Choices

FOUNDED = datetime(2008, 9, 1, 8, 0, tzinfo=UTC)
FOUNDED_ON = date(2008, 9, 1)
REGISTER = Path(__file__).with_name("register.csv")
QUIET_MAIL = "django.core.mail.backends.dummy.EmailBackend"


def build(*, now: datetime) -> None:
    """Build the firm, its people, its register, its policy and its stories; call it inside one transaction."""
    people.found_firm(
        name=colleagues.FIRM,
        mail_domain=colleagues.DOMAIN,
        founded_on=FOUNDED_ON,
        is_demonstration=True,
        now=FOUNDED,
    )
    policies.install_default_policy(now=FOUNDED)
    parties.install_issues(by=None, now=FOUNDED)
    hired = colleagues.hire(founded=FOUNDED, now=now)
    with _quiet_mail():
        garden.plant(hired, now=now)
        stories.tell(Teller(hired), now=now)


def import_registers() -> None:
    """Import the small register of well-known companies, written by hand from public facts with their sources."""
    choices = Choices(register="demonstration", source_date="2024-12-31")
    import_register("csv", [REGISTER], home=settings.HOME, choices=choices)


@contextmanager
def _quiet_mail() -> Iterator[None]:
    # Years of letters that were never sent must not leave as the demonstration starts.
    chosen = settings.EMAIL_BACKEND
    settings.EMAIL_BACKEND = QUIET_MAIL
    try:
        yield
    finally:
        settings.EMAIL_BACKEND = chosen
