"""Build the demonstration firm, to look around in."""

import argparse

from klartecken.cli import house
from klartecken.core.refusals import Conflicting

MARKER = "demonstration"


class HomeIsNotEmpty(Conflicting):
    """Somebody's firm, or an earlier demonstration, lives here."""

    code = "home_not_empty"
    message = (
        "There is a firm here already; nothing was changed. Use another folder (KLARTECKEN_HOME=…), "
        "or move this one away first."
    )


def arguments(parser: argparse.ArgumentParser) -> None:
    """Take whether an existing demonstration will do."""
    parser.add_argument("--if-empty", action="store_true", help="do nothing where there is a firm already")
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Migrate, build, and mark the home as a demonstration: all of it or nothing."""
    house.open_django()
    house.migrate()
    from klartecken.people.models import Firm

    firm = Firm.objects.first()
    if firm and not chosen.if_empty:
        raise HomeIsNotEmpty
    if firm:
        _mark(firm)
        return 0
    _build()
    print("The demonstration firm is ready. Start it with `klartecken serve`.")
    return 0


def _build() -> None:
    from django.utils import timezone

    from klartecken.cli import demonstration
    from klartecken.ledger import actions as ledger
    from klartecken.people.models import Firm

    print("Building the demonstration firm …", flush=True)
    demonstration.import_registers()
    with ledger.step():
        demonstration.build(now=timezone.now())
        _mark(Firm.objects.get())


def _mark(firm: object) -> None:
    if getattr(firm, "is_demonstration", False):
        (house.home() / MARKER).write_text("One-click sign-in is on for loopback.\n", encoding="utf-8")


def print_ways_in() -> None:
    """Say how to sign in as each role, where this is the demonstration."""
    from django.utils import timezone

    from klartecken.people.models import Firm, Role, RoleHolding

    if not Firm.objects.filter(is_demonstration=True).exists():
        return
    today = timezone.localdate()
    print("This is the demonstration. Choose a person on the sign-in page; no password is asked for:")
    holdings = RoleHolding.objects.filter(person__is_active=True, from_date__lte=today).select_related("person")
    held = {holding.role: holding.person for holding in holdings.order_by("-from_date")}
    for role in Role:
        if person := held.get(role):
            print(f"  {role.name.replace('_', ' ').lower():18} {person.name} <{person.email}>")
    print("  colleague          anybody else", flush=True)
