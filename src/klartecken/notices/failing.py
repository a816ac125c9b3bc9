"""Why a notice did not leave, when to try again, and when to give up."""

import smtplib
from datetime import timedelta

from django.utils.translation import gettext_noop as _

BACKOFF = (
    timedelta(minutes=1),
    timedelta(minutes=5),
    timedelta(minutes=30),
    timedelta(hours=2),
    timedelta(hours=6),
)
"""How long to wait after each failed attempt; after the last there is no further one."""

REFUSED = "refused"
UNREACHABLE = "unreachable"
MALFORMED = "malformed"

WHY = {
    REFUSED: _("Mottagarens server tog inte emot brevet. Kontrollera adressen."),
    UNREACHABLE: _("E-postservern gick inte att nå. Administratören behöver se över inställningen för e-post."),
    MALFORMED: _("Adressen går inte att skicka till. Kontrollera den."),
}
FIRST_PERMANENT = 500


class Undelivered(Exception):  # noqa: N818 - a statement
    """A message did not leave. `permanent` tells that trying again is no use; `why` is a key of `WHY`."""

    def __init__(self, why: str, *, permanent: bool) -> None:
        """Take the key of the reason and whether it will stay so."""
        super().__init__(why)
        self.why = why
        self.permanent = permanent


def undelivered(error: Exception) -> Undelivered:
    """Read what a mail transport's error means; its own words may hold an address and are dropped."""
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        codes = [code for code, _words in error.recipients.values()]
        return Undelivered(REFUSED, permanent=bool(codes) and min(codes) >= FIRST_PERMANENT)
    if isinstance(error, smtplib.SMTPSenderRefused):  # our own address is wrong: mendable, so it is tried again
        return Undelivered(UNREACHABLE, permanent=False)
    if isinstance(error, smtplib.SMTPDataError):
        return Undelivered(REFUSED, permanent=error.smtp_code >= FIRST_PERMANENT)
    if isinstance(error, ValueError):
        return Undelivered(MALFORMED, permanent=True)
    return Undelivered(UNREACHABLE, permanent=False)


def next_wait(attempts: int) -> timedelta | None:
    """Return how long to wait after so many attempts, or None to give up."""
    return BACKOFF[attempts - 1] if attempts <= len(BACKOFF) else None
