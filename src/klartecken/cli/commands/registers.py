"""Import, list, choose and verify registers of companies and sanctions lists."""

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from klartecken.cli import house
from klartecken.core.refusals import Conflicting

if TYPE_CHECKING:
    from klartecken.registers.importing import Progress


class NoSuchVersion(Conflicting):
    """A snapshot is named as the list names it."""

    code = "no_such_version"
    message = "There is no such version of that register. `klartecken registers list` shows them all."


def arguments(parser: argparse.ArgumentParser) -> None:
    """Take a verb."""
    verbs = parser.add_subparsers(title="verbs", metavar="VERB", required=True)
    importing = verbs.add_parser("import", help="read published files as a new version, and use it")
    importing.add_argument("source", help="gleif, ofac or csv")
    importing.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="the published file or files")
    importing.add_argument("--register", default="", help="a name of its own for the register (default: the source's)")
    importing.add_argument("--date", default="", metavar="YYYY-MM-DD", help="the date of the files, if they do not say")
    importing.add_argument("--persons", action="store_true", help="read persons too, where left out by default")
    importing.add_argument("--legal-basis", default="", help="for persons of lists other than the EU's and the UN's")
    importing.set_defaults(run=run_import)
    verbs.add_parser("list", help="show every version, and which is in use").set_defaults(run=run_list)
    using = verbs.add_parser("use", help="search this version from now on")
    using.add_argument("register")
    using.add_argument("id", help="the version's id, or the beginning of it")
    using.set_defaults(run=run_use)
    verbs.add_parser("verify", help="compare every file with its checksum").set_defaults(run=run_verify)


def run_import(chosen: argparse.Namespace) -> int:
    """Import; the version in use stays as it is if anything is wrong with the files."""
    house.open_django()
    from klartecken.registers.importing import import_register
    from klartecken.registers.sources import Choices

    choices = Choices(
        persons=chosen.persons,
        legal_basis=chosen.legal_basis,
        register=chosen.register,
        source_date=chosen.date,
    )
    with _told() as progress:
        made = import_register(chosen.source, chosen.paths, home=house.home(), choices=choices, progress=progress)
    print(f"{made.register} {made.id}: {made.entities:,} entities, {made.edges:,} relations, date {made.source_date}.")
    if made.bad_rows:
        print(f"{made.bad_rows:,} rows could not be read and were left out.")
    return 0


def run_list(_: argparse.Namespace) -> int:
    """Print a line per version; the one in use has a star."""
    house.open_django()
    from klartecken.registers.snapshot import all_snapshots, current_snapshots

    found = all_snapshots(home=house.home())
    in_use = set(current_snapshots(home=house.home()))
    for each in found:
        star = "*" if each.ref in in_use else " "
        print(f"{star} {each.register:12} {each.id}  {each.source_date:10}  {each.entities:>10,}  {each.title}")
    if not found:
        print("There are no registers yet. Import one with `klartecken registers import`.")
    return 0


def run_use(chosen: argparse.Namespace) -> int:
    """Choose a version."""
    house.open_django()
    from klartecken.registers.snapshot import all_snapshots, use_snapshot

    named = [each for each in all_snapshots(home=house.home()) if each.register == chosen.register]
    meant = [each for each in named if each.id.startswith(chosen.id)]
    if len(meant) != 1:
        raise NoSuchVersion
    use_snapshot(meant[0].ref, home=house.home())
    print(f"{meant[0].register} {meant[0].id} is in use.")
    return 0


def run_verify(_: argparse.Namespace) -> int:
    """Verify every version; 1 if a file is missing or changed."""
    house.open_django()
    from klartecken.cli.progress import bar
    from klartecken.registers.snapshot import all_snapshots, verify_snapshot

    found = all_snapshots(home=house.home())
    damaged = {each.ref: verify_snapshot(each.ref, home=house.home()) for each in bar(found, "versions")}
    for ref, names in damaged.items():
        print(f"{ref.register} {ref.id}: " + (f"damaged: {', '.join(names)}" if names else "as it was written"))
    return 1 if any(damaged.values()) else 0


@contextmanager
def _told() -> Iterator["Progress"]:
    """Show the records read so far, as one bar."""
    import sys

    from tqdm import tqdm

    with tqdm(unit=" records", disable=not sys.stderr.isatty(), leave=False) as shown:

        def tell(count: int, step: str) -> None:
            shown.set_description(step)
            shown.update(max(0, count - shown.n))

        yield tell
