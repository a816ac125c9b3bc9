"""The public list as a folder of files for the firm's own website: no server, no script, links within the folder."""

import re
import shutil
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from django.contrib.staticfiles import finders
from django.template.loader import render_to_string
from django.utils import translation

from klartecken.people import queries as people
from klartecken.publication import feeds, pages, queries
from klartecken.publication.errors import FolderIsNotOurs
from klartecken.publication.showing import Shown, all_shown
from klartecken.publication.site import Site

MARKER = ".klartecken"
"""A folder with this file in it was written here, and may be replaced."""
STYLESHEET, ICON = "vendor/public.css", "klartecken/icon.svg"
FILE_IN_STYLES = re.compile(r"url\([\"']?([\w./-]+\.woff2)[\"']?\)")

Progress = Callable[[Sequence[Shown]], Iterator[Shown]]


def publish_folder(out: Path, *, base: str = "", progress: Progress = iter) -> int:
    """Write the public list to `out`, beside it first and then in its place; return how many entries.

    `base` is the address the folder will have, for the feeds; without it the feeds link within the folder.
    Raises FolderIsNotOurs for a folder with something else in it.
    """
    _refuse_what_is_not_ours(out)
    out.parent.mkdir(parents=True, exist_ok=True)
    entries = all_shown(queries.entries_with_changes())
    beside = Path(tempfile.mkdtemp(prefix=f".{out.name}.", dir=out.parent))
    try:
        with translation.override("sv"):
            _write(beside, entries, base=base, progress=progress)
        _swap_in(beside, out)
    finally:
        shutil.rmtree(beside, ignore_errors=True)
    return len(entries)


def folder_site(*, up: str = "", base: str = "") -> Site:
    """Return the addresses of the files, seen from a page that has `up` before the folder's own."""

    def permanent(address: str) -> str:
        file = f"assignments/{address}.html" if address else "index.html"
        return f"{base.rstrip('/')}/{file}" if base else f"{up}{file}"

    return Site(
        firm_name=people.firm().name,
        home=f"{up}index.html",
        policy=f"{up}policy.html",
        json=f"{up}assignments.json",
        csv=f"{up}assignments.csv",
        atom=f"{up}assignments.atom",
        stylesheet=f"{up}style/public.css",
        icon=f"{up}style/icon.svg",
        entry=lambda address: f"{up}assignments/{address}.html",
        permanent=permanent,
    )


def _write(folder: Path, entries: Sequence[Shown], *, base: str, progress: Progress) -> None:
    folder.chmod(0o755)
    site, site_below = folder_site(base=base), folder_site(up="../", base=base)
    _text(folder / MARKER, "Written by `klartecken publish`, which replaces the whole folder each time.\n")
    _text(folder / "index.html", render_to_string(pages.LIST, pages.list_page(entries, site) | {"here": "list"}))
    _text(folder / "policy.html", render_to_string(pages.POLICY, pages.policy_page(site) | {"here": "policy"}))
    _text(folder / "assignments.json", feeds.as_json(entries, site))
    _text(folder / "assignments.csv", feeds.as_csv(entries, site))
    _text(folder / "assignments.atom", feeds.as_atom(entries, site))
    for entry in progress(entries):
        page = render_to_string(pages.ENTRY, pages.entry_page(entry, site_below))
        _text(folder / "assignments" / f"{entry.address}.html", page)
    _copy_styles(folder / "style")


def _copy_styles(folder: Path) -> None:
    """Copy the style sheet, the fonts it names, and the icon; without the built style sheet the pages are plain."""
    for name in (STYLESHEET, ICON):
        _copy(name, folder / Path(name).name)
    styles = folder / Path(STYLESHEET).name
    if styles.exists():
        for font in set(FILE_IN_STYLES.findall(styles.read_text(encoding="utf-8"))):
            _copy(f"{Path(STYLESHEET).parent}/{font}", folder / font)


def _copy(name: str, to: Path) -> None:
    found = finders.find(name)
    if isinstance(found, str):
        to.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(found, to)


def _text(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(text)


def _refuse_what_is_not_ours(out: Path) -> None:
    if out.is_symlink() or (out.exists() and not out.is_dir()):
        raise FolderIsNotOurs
    if out.is_dir() and any(out.iterdir()) and not (out / MARKER).exists():
        raise FolderIsNotOurs


def _swap_in(beside: Path, out: Path) -> None:
    earlier = beside.with_name(f"{beside.name}.earlier")
    if out.exists():
        out.rename(earlier)
    try:
        beside.rename(out)
    except OSError:
        if earlier.exists():
            earlier.rename(out)
        raise
    shutil.rmtree(earlier, ignore_errors=True)
