"""Records of a big XML file, one at a time."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import iterparse

from klartecken.registers.errors import WrongFormat
from klartecken.registers.sources.reading import opened


def local(tag: str) -> str:
    """A tag without its namespace."""
    return tag.rpartition("}")[2]


def xml_records(path: Path, tags: frozenset[str]) -> Iterator[Element]:
    """Each element with one of these names (without namespace), in order; memory stays small.

    A cut or malformed file, or one with entity tricks, raises WrongFormat.
    """
    with opened(path) as file:
        try:
            yield from _elements(iterparse(file, events=("start", "end")), tags)
        except (ParseError, DefusedXmlException, ValueError) as error:
            raise WrongFormat from error


def _elements(events: Iterable[tuple[str, Element]], tags: frozenset[str]) -> Iterator[Element]:
    above: list[Element] = []
    for event, element in events:
        if event == "start":
            above.append(element)
            continue
        above.pop()
        if local(element.tag) in tags:
            yield element
            element.clear()
            if above:
                above[-1].remove(element)


def child(element: Element | None, *names: str) -> Element | None:
    """The first element down this path of names."""
    for name in names:
        element = next((one for one in element if local(one.tag) == name), None) if element is not None else None
    return element


def attribute_date(head: bytes, name: str) -> str:
    """The date in this attribute of the file's first element, or an empty string."""
    found = re.search(rf'{name}="(\d{{4}}-\d\d-\d\d)', head.decode("utf-8", "replace"))
    return found.group(1) if found else ""


def text_at(element: Element | None, *names: str) -> str:
    """The text at this path, or an empty string."""
    found = child(element, *names)
    return (found.text or "").strip() if found is not None else ""


def children(element: Element | None, name: str) -> list[Element]:
    """The elements with this name right below."""
    return [one for one in element if local(one.tag) == name] if element is not None else []
