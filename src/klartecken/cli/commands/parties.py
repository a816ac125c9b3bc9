"""Bring in the organisations that the firm knows already."""

import argparse

from klartecken.cli import house, taking_in


def arguments(parser: argparse.ArgumentParser) -> None:
    """Take a table."""
    taking_in.arguments(parser, run)


def run(chosen: argparse.Namespace) -> int:
    """Bring in parties."""
    house.open_firm()
    from django.utils import timezone

    from klartecken.parties import imports

    table = taking_in.Table(imports.COLUMNS, imports.read, imports.store)
    return taking_in.take_in(table, chosen, now=timezone.now())
