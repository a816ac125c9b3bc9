"""Write a backup of everything to one file, while the program runs."""

import argparse
from pathlib import Path

from klartecken.cli import house


def arguments(parser: argparse.ArgumentParser) -> None:
    """Take the file."""
    parser.add_argument("file", type=Path, help="a new file, for example klartecken-2026-11-23.zip")
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Write it, read it back, and say what is in it."""
    house.open_firm()
    from django.utils import timezone

    from klartecken.cli.saving.backup import back_up

    target = chosen.file.expanduser().resolve()
    made = back_up(house.home(), target, now=timezone.now())
    size = target.stat().st_size / 1_000_000
    print(f"{target}: {len(made.files)} files, {made.entries} ledger entries, {size:.1f} MB, verified.")
    print("It holds everything the firm keeps secret, unencrypted: store it accordingly.")
    return 0
