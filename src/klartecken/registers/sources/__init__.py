"""Published files of registers, read into entities and ownership edges. The table of all sources is `SOURCES`."""

from typing import Final

from klartecken.registers.errors import UnknownSource
from klartecken.registers.sources.bods import BODS
from klartecken.registers.sources.eu import EU_FSF
from klartecken.registers.sources.follow_the_money import FOLLOW_THE_MONEY
from klartecken.registers.sources.gleif import GLEIF
from klartecken.registers.sources.ofac import OFAC
from klartecken.registers.sources.plain_csv import CSV
from klartecken.registers.sources.reading import Choices, Report, Source
from klartecken.registers.sources.swedish import BOLAGSVERKET, SCB
from klartecken.registers.sources.uk import UK_LIST
from klartecken.registers.sources.un import UN_LIST

SOURCES: Final[dict[str, Source]] = {
    source.name: source
    for source in (
        GLEIF,
        EU_FSF,
        UN_LIST,
        OFAC,
        UK_LIST,
        FOLLOW_THE_MONEY,
        BODS,
        BOLAGSVERKET,
        SCB,
        CSV,
    )
}


def source_named(name: str) -> Source:
    """The source with this name; UnknownSource when there is none."""
    if name not in SOURCES:
        raise UnknownSource
    return SOURCES[name]


__all__ = ["SOURCES", "Choices", "Report", "Source", "source_named"]
