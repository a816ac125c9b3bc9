"""Write the public list to a folder of files, for the firm's own website."""

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from klartecken.cli import house

if TYPE_CHECKING:
    from klartecken.publication.showing import Shown


def arguments(parser: argparse.ArgumentParser) -> None:
    """Take the folder."""
    parser.add_argument("--out", required=True, type=Path, metavar="DIR", help="an empty, new or earlier such folder")
    parser.add_argument("--url", default="", help="the address the folder will have, for absolute links in the feeds")
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Write everything beside the folder, then swap it in."""
    house.open_firm()
    from klartecken.publication.folder import publish_folder

    count = publish_folder(chosen.out.expanduser().resolve(), base=chosen.url, progress=_with_bar)
    print(f"{count} assignments are published in {chosen.out}.")
    return 0


def _with_bar(entries: "Sequence[Shown]") -> "Iterator[Shown]":
    from klartecken.cli.progress import bar

    return iter(bar(entries, "pages"))
