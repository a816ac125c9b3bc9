"""Run the scheduled and queued work alone, without pages (`serve` does this by itself)."""

import argparse

from klartecken.cli import house


def arguments(parser: argparse.ArgumentParser) -> None:
    """Take nothing."""
    parser.set_defaults(run=run)


def run(_: argparse.Namespace) -> int:
    """Work until told to stop, or until whoever started the worker is gone."""
    house.open_firm()
    from klartecken.cli.working import work

    work()
    return 0
