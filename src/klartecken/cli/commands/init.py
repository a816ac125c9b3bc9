"""Set up the firm and invite its administrator."""

import argparse

from klartecken.cli import house
from klartecken.core.refusals import Conflicting


class FirmIsThereAlready(Conflicting):
    """An installation serves one firm."""

    code = "firm_exists"
    message = "There is a firm here already; nothing was changed. Another firm needs another home (KLARTECKEN_HOME=…)."


def arguments(parser: argparse.ArgumentParser) -> None:
    """Take the firm's name and the administrator's address."""
    parser.add_argument("--firm", required=True, metavar="NAME", help="the firm's name")
    parser.add_argument("--admin", required=True, metavar="EMAIL", help="the administrator's e-mail address")
    parser.add_argument("--admin-name", metavar="NAME", help="the administrator's name (default: from the address)")
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Migrate, found the firm, invite the administrator, and print the link that opens the account."""
    house.open_django()
    house.migrate()
    from klartecken.people.models import Firm

    if Firm.objects.exists():
        raise FirmIsThereAlready
    token = _found(chosen)
    print(f"{chosen.firm} is set up in {house.home()}.")
    print("Start it with `klartecken serve`, then open this link to choose a password (valid 14 days, works once):")
    print(house.invitation_link(token))
    return 0


def _found(chosen: argparse.Namespace) -> str:
    from django.utils import timezone

    from klartecken.cli.starting import install_starting_texts
    from klartecken.ledger.actions import step
    from klartecken.people import actions
    from klartecken.people.models import Role

    now = timezone.now()
    mailbox, _, domain = chosen.admin.partition("@")
    with step():
        actions.found_firm(name=chosen.firm, mail_domain=domain, now=now)
        install_starting_texts(now=now)
        _, token = actions.invite(
            email=chosen.admin,
            name=chosen.admin_name or mailbox.replace(".", " ").title(),
            roles=[Role.ADMINISTRATOR],
            by=None,
            now=now,
        )
    return token
