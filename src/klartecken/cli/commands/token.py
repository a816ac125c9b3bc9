"""Print a new bearer token for the API; it is shown this once."""

import argparse

from klartecken.cli import house
from klartecken.core.refusals import NotFound


class NoSuchColleague(NotFound):
    """Nobody with that address works here."""

    code = "no_such_colleague"
    message = "Nobody who works here has that address. `klartecken people` lists everybody."


def arguments(parser: argparse.ArgumentParser) -> None:
    """Take whose token it will be."""
    parser.add_argument("email")
    parser.add_argument("--label", default="command line", help="what it is for (default: %(default)s)")
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Issue the token and print it alone on a line."""
    house.open_firm()
    from django.utils import timezone

    from klartecken.people import actions
    from klartecken.people.models import Person

    person = Person.objects.filter(email__iexact=chosen.email.strip(), is_active=True).first()
    if person is None:
        raise NoSuchColleague
    print(actions.issue_token(person, label=chosen.label, now=timezone.now()))
    return 0
