"""Verify the ledger: every entry that was changed, dropped, reordered or cut is named."""

import argparse
import json

from klartecken.cli import house

WORDS = {"dropped": "is missing", "reordered": "does not follow the one before it", "changed": "was changed"}


def arguments(parser: argparse.ArgumentParser) -> None:
    """Take what to do with the ledger."""
    verbs = parser.add_subparsers(title="verbs", metavar="VERB", required=True)
    verify = verbs.add_parser("verify", help="walk the whole chain and its anchors")
    verify.add_argument("--json", action="store_true", help="print JSON")
    verify.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Verify, and tell what was found; 1 if anything is wrong."""
    house.open_firm()
    from klartecken.ledger import queries

    found = queries.verify()
    faults = [{"entry": fault.sequence, "fault": fault.what} for fault in found.faults]
    if chosen.json:
        print(json.dumps({"entries": found.entries, "erased": found.erased, "faults": faults}, indent=2))
        return 0 if found.holds else 1
    for fault in found.faults:
        print(f"entry {fault.sequence} {WORDS.get(fault.what, fault.what)}")
    erased = f", {found.erased} with content erased by its clock" if found.erased else ""
    print(f"{found.entries} entries{erased}: " + ("the chain holds." if found.holds else "THE CHAIN DOES NOT HOLD."))
    return 0 if found.holds else 1
