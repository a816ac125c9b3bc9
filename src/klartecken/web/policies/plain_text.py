"""The linked policies are written with a few marks of Markdown: headings, lists, bold words. No more is read."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

BOLD = re.compile(r"\*\*(.+?)\*\*")
ITEM = re.compile(r"^(?:-|\d+\.)\s+")


@dataclass(frozen=True, slots=True)
class Part:
    """A heading, a paragraph or a list."""

    kind: str  # h1, h2, p, ul, ol
    lines: tuple[SafeString, ...]


def paragraphs(text: str) -> list[Part]:
    """Split a text into its parts; every word is escaped before anything is marked up."""
    blocks = re.split(r"\n\s*\n", text.strip())
    return [part for block in blocks for part in _parts(block)]


def _parts(block: str) -> Iterator[Part]:
    lines = block.splitlines()
    for mark, kind in (("## ", "h2"), ("# ", "h1")):
        if lines and lines[0].startswith(mark):
            yield Part(kind, (_inline(lines[0].removeprefix(mark)),))
            lines = lines[1:]
    for is_list, run in groupby(_joined(lines), key=lambda line: bool(ITEM.match(line))):
        found = list(run)
        if is_list:
            kind = "ol" if found[0][0].isdigit() else "ul"
            yield Part(kind, tuple(_inline(ITEM.sub("", line)) for line in found))
        else:
            yield Part("p", (_inline(" ".join(found)),))


def _joined(lines: Iterable[str]) -> list[str]:
    """Lines of a list item or a paragraph that go on are joined to the one they belong to."""
    found: list[str] = []
    for line in lines:
        if found and not ITEM.match(line):
            found[-1] = f"{found[-1]} {line.strip()}"
        else:
            found.append(line.strip())
    return found


def _inline(line: str) -> SafeString:
    return mark_safe(BOLD.sub(r"<strong>\1</strong>", escape(line)))  # noqa: S308 - escaped before the marks
