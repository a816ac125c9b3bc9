"""Bringing tables in from the command line: what the page does, for files and scripts."""

import argparse
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from klartecken.cli.house import in_english_words
from klartecken.core.refusals import NotFound

if TYPE_CHECKING:
    from klartecken.parties.importing import Column, Preview, Stored
    from klartecken.people.models import Person


class NoAdministrator(NotFound):
    """Somebody answers for what is brought in."""

    code = "no_administrator"
    message = "No administrator has that address. `klartecken people` lists everybody and their roles."


@dataclass(frozen=True, slots=True)
class Table:
    """A kind of table: its columns, and the two functions of its room."""

    columns: "Sequence[Column]"
    read: "Callable[..., Preview[Any]]"
    store: "Callable[..., Stored]"


def arguments(parser: argparse.ArgumentParser, run: Callable[[argparse.Namespace], int]) -> None:
    """Take the file, and how to read it."""
    verbs = parser.add_subparsers(title="verbs", metavar="VERB", required=True)
    importing = verbs.add_parser("import", help="read a table (CSV), and bring in its good rows")
    importing.add_argument("file", type=Path)
    importing.add_argument(
        "--column",
        action="append",
        default=[],
        metavar="FIELD=HEADING",
        help="what a column means, where it is not guessed",
    )
    importing.add_argument(
        "--by", default="", metavar="EMAIL", help="the administrator who does it (default: the first)"
    )
    importing.add_argument("--preview", action="store_true", help="store nothing, tell what would be")
    importing.set_defaults(run=run)


def take_in(table: Table, chosen: argparse.Namespace, *, now: datetime) -> int:
    """Preview the table, tell what is wrong with which row, and store the good rows; 1 if any was wrong."""
    from klartecken.cli.progress import bar

    by = _administrator(chosen.by, now=now)
    found = table.read(chosen.file)
    if chosen.column:
        found = table.read(chosen.file, {**found.mapping, **_pointed_out(chosen.column)})
    _tell_columns(table, found.mapping)
    for cell in found.wrong:
        print(f"line {cell.line}, {cell.column or 'the row'}: {in_english_words(cell.message)}", file=sys.stderr)
    if chosen.preview:
        print(f"{len(found.rows)} of {found.lines} rows can be brought in. Nothing was stored.")
        return 1 if found.wrong else 0
    stored = table.store(found, by, now, progress=lambda rows: bar(rows, "rows"))
    left_out = found.lines - len(found.rows)
    print(f"{stored.new} brought in, {stored.known} known already, {left_out} left out.")
    return 1 if found.wrong else 0


def _pointed_out(pairs: Sequence[str]) -> dict[str, str]:
    """Read FIELD=HEADING pairs."""
    return dict(pair.partition("=")[::2] for pair in pairs)


def _tell_columns(table: Table, mapping: Mapping[str, str]) -> None:
    for column in table.columns:
        heading = mapping.get(column.name)
        needed = " (needed: point it out with --column)" if column.required and not heading else ""
        if heading or needed:
            print(f"{column.name:14} {heading or '-'}{needed}")


def _administrator(email: str, *, now: datetime) -> "Person":
    from django.utils import timezone

    from klartecken.people import queries
    from klartecken.people.models import Role

    administrators = queries.with_role(Role.ADMINISTRATOR, timezone.localdate(now)).order_by("joined_at")
    found = administrators.filter(email__iexact=email).first() if email else administrators.first()
    if found is None:
        raise NoAdministrator
    return found
