"""The UN Security Council's consolidated list, as XML."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final
from xml.etree.ElementTree import Element

from klartecken.registers.countries import country_code
from klartecken.registers.entity import Entity
from klartecken.registers.errors import WrongFormat
from klartecken.registers.sources.lists import UN
from klartecken.registers.sources.reading import Choices, Record, Report, Source, head_of
from klartecken.registers.sources.xml_records import attribute_date, children, local, text_at, xml_records

WEAK: Final = "low"
_NAME_PARTS: Final = ("FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME")


def read(files: Sequence[Path], choices: Choices, report: Report) -> Iterator[Record]:
    """Listed entities and individuals; of individuals nothing but names, list and reference."""
    del choices
    for path in files:
        if b"CONSOLIDATED_LIST" not in head_of(path):
            raise WrongFormat
        report.source_date = attribute_date(head_of(path), "dateGenerated")
        for element in xml_records(path, frozenset({"INDIVIDUAL", "ENTITY"})):
            found = _entity(element)
            if found is None:
                report.bad(path, 0, f"no name: {text_at(element, 'REFERENCE_NUMBER')}")
            else:
                yield found


def _entity(element: Element) -> Entity | None:
    kind = local(element.tag)
    name = " ".join(filter(None, (text_at(element, part) for part in _NAME_PARTS)))
    if not name:
        return None
    aliases = children(element, f"{kind}_ALIAS")
    strong = [text_at(one, "ALIAS_NAME") for one in aliases if text_at(one, "QUALITY").lower() != WEAK]
    weak = [text_at(one, "ALIAS_NAME") for one in aliases if text_at(one, "QUALITY").lower() == WEAK]
    is_person = kind == "INDIVIDUAL"
    countries = {country_code(text_at(one, "COUNTRY")) for one in children(element, "ENTITY_ADDRESS")} - {""}
    extra = {
        "list": UN,
        "lists": [UN],
        "programmes": [text_at(element, "UN_LIST_TYPE")],
        "weak_names": [one for one in weak if one],
    }
    names = [*strong, text_at(element, "NAME_ORIGINAL_SCRIPT")]
    return Entity(
        id=f"un-{text_at(element, 'REFERENCE_NUMBER') or text_at(element, 'DATAID')}",
        name=name,
        names=tuple(one for one in dict.fromkeys(names) if one and one != name),
        kind="person" if is_person else "organisation",
        country=countries.pop() if len(countries) == 1 and not is_person else "",
        register="un",
        extra={key: value for key, value in extra.items() if value and value != [""]},
    )


UN_LIST: Final = Source(
    name="un",
    title="FN:s säkerhetsråd, samlad förteckning",
    licence="FN, fri användning med källangivelse",
    read=read,
    files="consolidated.xml",
    synthetic_tests=True,
)
