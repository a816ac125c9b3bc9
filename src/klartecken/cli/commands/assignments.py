"""Bring in the assignments that the firm has already, cleared before Klartecken."""

import argparse

from klartecken.cli import house, taking_in


def arguments(parser: argparse.ArgumentParser) -> None:
    """Take a table."""
    taking_in.arguments(parser, run)


def run(chosen: argparse.Namespace) -> int:
    """Bring in assignments; ongoing lobbying is published in the same step."""
    house.open_firm()
    from django.utils import timezone

    from klartecken.deciding import imports

    table = taking_in.Table(imports.COLUMNS, imports.read, imports.store)
    return taking_in.take_in(table, chosen, now=timezone.now())
