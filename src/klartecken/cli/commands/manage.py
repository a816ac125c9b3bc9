"""Run one of Django's own commands, such as `manage shell` or `manage check --deploy`."""

import argparse

from klartecken.cli import house


def arguments(parser: argparse.ArgumentParser) -> None:
    """Take whatever Django's command takes."""
    parser.add_argument("words", nargs=argparse.REMAINDER, help="the command and its arguments")
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Hand the words over to Django."""
    house.open_django()
    from django.core.management import execute_from_command_line

    execute_from_command_line(["klartecken manage", *chosen.words])
    return 0
