"""The EU's consolidated list of financial sanctions, as XML."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final
from xml.etree.ElementTree import Element

from klartecken.registers.entity import Entity
from klartecken.registers.errors import WrongFormat
from klartecken.registers.sources.lists import EU
from klartecken.registers.sources.reading import Choices, Record, Report, Source, head_of
from klartecken.registers.sources.xml_records import attribute_date, child, children, xml_records

NAMESPACE: Final = b"eu.europa.ec/fpi/fsd/export"
PERSON: Final = "person"


def read(files: Sequence[Path], choices: Choices, report: Report) -> Iterator[Record]:
    """Listed entities and persons; weak aliases are kept apart in `extra`, citizenship and birth are not read."""
    del choices
    for path in files:
        if NAMESPACE not in head_of(path):
            raise WrongFormat
        report.source_date = attribute_date(head_of(path), "generationDate")
        for element in xml_records(path, frozenset({"sanctionEntity"})):
            found = _entity(element)
            if found is None:
                report.bad(path, 0, f"no name: {element.get('euReferenceNumber')}")
            else:
                yield found


def _entity(element: Element) -> Entity | None:
    aliases = children(element, "nameAlias")
    strong = [_name(alias) for alias in aliases if alias.get("strong") != "false"]
    weak = [_name(alias) for alias in aliases if alias.get("strong") == "false"]
    names = [name for name in dict.fromkeys(strong or weak) if name]
    if not names:
        return None
    subject = child(element, "subjectType")
    is_person = subject is not None and subject.get("code") == PERSON
    regulation = child(element, "regulation")
    extra = {
        "list": EU,
        "lists": [EU],
        "weak_names": [name for name in dict.fromkeys(weak) if name and name not in names],
        "programmes": [regulation.get("programme") or ""] if regulation is not None else [],
    }
    return Entity(
        id=f"eu-{element.get('euReferenceNumber') or element.get('logicalId')}",
        name=names[0],
        names=tuple(names[1:]),
        kind="person" if is_person else "organisation",
        country="" if is_person else _country(element),
        identifiers=() if is_person else tuple(_identifiers(element)),
        register="eu",
        extra={key: value for key, value in extra.items() if value},
    )


def _name(alias: Element) -> str:
    parts = (alias.get(part) or "" for part in ("firstName", "middleName", "lastName"))
    return (alias.get("wholeName") or " ".join(filter(None, parts))).strip()


def _country(element: Element) -> str:
    codes = {(address.get("countryIso2Code") or "").lower() for address in children(element, "address")} - {"", "00"}
    return codes.pop() if len(codes) == 1 else ""


def _identifiers(element: Element) -> Iterator[tuple[str, str]]:
    for one in children(element, "identification"):
        if number := (one.get("number") or "").strip():
            yield one.get("identificationTypeCode") or "other", number


EU_FSF: Final = Source(
    name="eu",
    title="EU, samlad förteckning över finansiella sanktioner",
    licence="EU, fri vidareutnyttjande med källangivelse (beslut 2011/833/EU)",
    read=read,
    files="the full list as XML (schema 1.1)",
    synthetic_tests=True,
)
