"""Published files of registers, read into entities and ownership edges. The table of all sources is `SOURCES`."""

from typing import Final

from klartecken.registers.errors import UnknownSource
from klartecken.registers.sources.gleif import GLEIF
from klartecken.registers.sources.ofac import OFAC
from klartecken.registers.sources.plain_csv import CSV
from klartecken.registers.sources.reading import Choices, Report, Source

SOURCES: Final[dict[str, Source]] = {source.name: source for source in (GLEIF, OFAC, CSV)}


def source_named(name: str) -> Source:
    """The source with this name; UnknownSource when there is none."""
    if name not in SOURCES:
        raise UnknownSource
    return SOURCES[name]


__all__ = ["SOURCES", "Choices", "Report", "Source", "source_named"]
