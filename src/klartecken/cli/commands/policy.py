"""Check a rulebook before it is put in force."""

import argparse
import sys
from pathlib import Path


def arguments(parser: argparse.ArgumentParser) -> None:
    """Take a verb."""
    verbs = parser.add_subparsers(title="verbs", metavar="VERB", required=True)
    check = verbs.add_parser("check", help="compile a rulebook and tell what is wrong, by line and column")
    check.add_argument("file", type=Path, help="the rulebook (YAML)")
    check.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Compile the rulebook; 1 if anything in it is wrong."""
    from klartecken.core.policy import check_rulebook

    problems = check_rulebook(chosen.file.read_text(encoding="utf-8"), chosen.file.name)
    for problem in problems:
        print(f"{chosen.file}:{problem.line}:{problem.column}: {problem.en} {problem.instead_en}", file=sys.stderr)
    if not problems:
        print(f"{chosen.file} compiles.")
    return 1 if problems else 0
