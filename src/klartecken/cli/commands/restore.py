"""Put a backup in place: all of it, or nothing."""

import argparse
from pathlib import Path

from klartecken.cli import house


def arguments(parser: argparse.ArgumentParser) -> None:
    """Take the backup."""
    parser.add_argument("file", type=Path, help="a file that `klartecken backup` wrote")
    parser.add_argument("--replace", action="store_true", help="take away the firm that is here")
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Restore, migrate if the backup is older than the program, and verify the ledger."""
    house.open_django()
    from django.utils import timezone

    from klartecken.cli.saving.restore import restore

    source = chosen.file.expanduser().resolve()
    restored = restore(source, house.home(), replace=chosen.replace, now=timezone.now())
    house.migrate()
    print(f"Restored {source.name} of {restored.made_at}: {len(restored.files)} files.")
    return _verify_ledger()


def _verify_ledger() -> int:
    from klartecken.ledger import queries

    found = queries.verify()
    print(f"{found.entries} ledger entries: " + ("the chain holds." if found.holds else "THE CHAIN DOES NOT HOLD."))
    return 0 if found.holds else 1
