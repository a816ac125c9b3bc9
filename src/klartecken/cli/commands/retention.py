"""Erase what has been kept long enough (the worker does this every night)."""

import argparse

from klartecken.cli import house


def arguments(parser: argparse.ArgumentParser) -> None:
    """Take a verb."""
    verbs = parser.add_subparsers(title="verbs", metavar="VERB", required=True)
    verbs.add_parser("run", help="erase now").set_defaults(run=run)
    verbs.add_parser("show", help="show the clocks, in months").set_defaults(run=show)


def run(_: argparse.Namespace) -> int:
    """Run the clocks, and tell how much was erased; never whose it was."""
    house.open_firm()
    from django.utils import timezone

    from klartecken.agenda import retention
    from klartecken.cli.progress import bar

    erased = retention.run(timezone.now(), progress=lambda ids: bar(ids, "cases"))
    print(f"Erased: {erased.cases} cases, {erased.viewpoints} viewpoints, {erased.contacts} contacts.")
    return 0


def show(_: argparse.Namespace) -> int:
    """Print how long each kind of record is kept."""
    house.open_firm()
    from klartecken.agenda import retention

    for name, months in retention.clocks().items():
        print(f"{name:12} {months} months")
    return 0
