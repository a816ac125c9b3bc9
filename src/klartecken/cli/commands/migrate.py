"""Bring the database to this version of the program."""

import argparse

from klartecken.cli import house


def arguments(parser: argparse.ArgumentParser) -> None:
    """Take nothing."""
    parser.set_defaults(run=run)


def run(_: argparse.Namespace) -> int:
    """Migrate, and say so."""
    house.open_django()
    waiting = house.unapplied()
    house.migrate()
    print("The database was brought to this version." if waiting else "The database is of this version already.")
    return 0
