"""GLEIF: legal entities (level 1), who consolidates whom (level 2), and why no parent is reported.

Reads the golden copy's JSON and XML, and the concatenated files; which kind a file is, its content tells.
"""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final
from xml.etree.ElementTree import Element

from klartecken.registers.entity import Entity, OwnershipEdge
from klartecken.registers.errors import WrongFormat
from klartecken.registers.sources.gleif_csv import RELATIONS, gleif_csv
from klartecken.registers.sources.json_records import records_in_list
from klartecken.registers.sources.reading import Choices, Record, Report, Source, head_of
from klartecken.registers.sources.xml_records import children, local, xml_records

Nested = Any
"""What JSON holds: a text, a list or a mapping."""

EXCEPTIONS: Final = {
    "DIRECT_ACCOUNTING_CONSOLIDATION_PARENT": "no_direct_parent",
    "ULTIMATE_ACCOUNTING_CONSOLIDATION_PARENT": "no_ultimate_parent",
}
_XML_TAGS: Final = frozenset({"LEIRecord", "RelationshipRecord", "Exception", "ContentDate", "RecordCount"})


def read(files: Sequence[Path], choices: Choices, report: Report) -> Iterator[Record]:
    """Entities and ownership edges of GLEIF's files, in the order of the files."""
    del choices
    for path in files:
        head = head_of(path)
        if head.startswith((b"<", b"\xef\xbb\xbf<")):
            yield from _read_xml(path, report)
        elif head.startswith((b"{", b"[", b"\xef\xbb\xbf{")):
            yield from (found for record in _json_records(path, head) for found in _from_json(record))
        else:
            yield from gleif_csv(path, report)


def _json_records(path: Path, head: bytes) -> Iterator[dict[str, Any]]:
    for name in ("records", "relations", "exceptions"):
        if f'"{name}"'.encode() in head:
            return records_in_list(path, f'"{name}":[')
    raise WrongFormat


def _from_json(record: Mapping[str, Any]) -> Iterator[Record]:
    if "Entity" in record:
        yield from _entity(_plain(record))
    elif "RelationshipRecord" in record or "Relationship" in record:
        yield from _edge(_plain(record.get("RelationshipRecord", record)))
    elif "ExceptionCategory" in record:
        yield from _exception(_plain(record))


def _plain(value: Nested) -> Nested:
    """GLEIF's JSON without its `$` boxes; an attribute keeps its `@`."""
    if isinstance(value, list):
        return [_plain(one) for one in value]
    if isinstance(value, dict):
        return value["$"] if set(value) == {"$"} else {name: _plain(one) for name, one in value.items()}
    return value


def _read_xml(path: Path, report: Report) -> Iterator[Record]:
    seen = False
    for element in xml_records(path, _XML_TAGS):
        tag = local(element.tag)
        if tag == "ContentDate":
            report.source_date = max(report.source_date, (element.text or "")[:10])
        elif tag == "RecordCount":
            report.declared = (report.declared or 0) + int(element.text or 0)
        else:
            seen = True
            yield from _READERS[tag](_as_mapping(element))
    if not seen:
        raise WrongFormat


def _as_mapping(element: Element) -> Nested:
    """An XML element in the shape of GLEIF's JSON: text, or a mapping; a name that occurs twice is a list."""
    attributes = {
        f"@{local(name)}": value for name, value in element.attrib.items() if not name.endswith("schemaLocation")
    }
    if not len(element):
        text = (element.text or "").strip()
        return {**attributes, "$": text} if attributes else text
    out: dict[str, Any] = dict(attributes)
    for name in dict.fromkeys(local(one.tag) for one in element):
        found = [_as_mapping(one) for one in children(element, name)]
        out[name] = found if len(found) > 1 else found[0]
    return out


def _many(value: Nested) -> list[Nested]:
    return value if isinstance(value, list) else [value] if value else []


def _text(value: Nested, *path: str) -> str:
    for name in path:
        value = value.get(name) if isinstance(value, Mapping) else None
    if isinstance(value, Mapping):
        value = value.get("$")
    return str(value).strip() if value else ""


def _entity(record: Mapping[str, Any]) -> Iterator[Record]:
    lei, found = _text(record, "LEI"), record.get("Entity", {})
    name = _text(found, "LegalName")
    if not lei or not name:
        return
    others = [
        _text(other)
        for group, one in (
            ("OtherEntityNames", "OtherEntityName"),
            ("TransliteratedOtherEntityNames", "TransliteratedOtherEntityName"),
        )
        for other in _many((found.get(group) or {}).get(one))
    ]
    authority = found.get("RegistrationAuthority") or {}
    number = _text(authority, "RegistrationAuthorityEntityID")
    country = _text(found, "LegalJurisdiction")[:2] or _text(found, "LegalAddress", "Country")
    extra = {
        "status": _text(found, "EntityStatus"),
        "category": _text(found, "EntityCategory"),
        "legal_form": _text(found, "LegalForm", "EntityLegalFormCode"),
        "city": _text(found, "LegalAddress", "City"),
        "head_office_country": _text(found, "HeadquartersAddress", "Country").lower(),
        "updated": _text(record, "Registration", "LastUpdateDate")[:10],
    }
    yield Entity(
        id=lei,
        name=name,
        names=tuple(dict.fromkeys(other for other in others if other and other != name)),
        country=country.lower(),
        identifiers=(("lei", lei), *([(_text(authority, "RegistrationAuthorityID"), number)] if number else [])),
        register="gleif",
        extra={key: value for key, value in extra.items() if value},
    )


def _edge(record: Mapping[str, Any]) -> Iterator[Record]:
    relationship = record.get("Relationship") or {}
    relation = RELATIONS.get(_text(relationship, "RelationshipType"))
    if relation is None or _text(relationship, "RelationshipStatus") not in {"ACTIVE", ""}:
        return
    periods = _many((relationship.get("RelationshipPeriods") or {}).get("RelationshipPeriod"))
    period = next((one for one in periods if _text(one, "PeriodType") == "RELATIONSHIP_PERIOD"), None)
    yield OwnershipEdge(
        owned=_text(relationship, "StartNode", "NodeID"),
        owner=_text(relationship, "EndNode", "NodeID"),
        relation=relation,
        share=_share(relationship),
        since=_text(period, "StartDate")[:10],
        until=_text(period, "EndDate")[:10],
        register="gleif",
    )


def _share(relationship: Mapping[str, Any]) -> float | None:
    for one in _many((relationship.get("RelationshipQuantifiers") or {}).get("RelationshipQuantifier")):
        if _text(one, "QuantifierUnits") == "PERCENTAGE":
            try:
                return min(max(float(_text(one, "QuantifierAmount")) / 100, 0.0), 1.0)
            except ValueError:
                return None
    return None


def _exception(record: Mapping[str, Any]) -> Iterator[Record]:
    reasons = ", ".join(_text(one) or str(one) for one in _many(record.get("ExceptionReason")))
    yield OwnershipEdge(
        owned=_text(record, "LEI"),
        owner="",
        relation="exception",
        reason=f"{EXCEPTIONS.get(_text(record, 'ExceptionCategory'), 'unknown')}: {reasons}",
        register="gleif",
    )


_READERS: Final = {"LEIRecord": _entity, "RelationshipRecord": _edge, "Exception": _exception}

GLEIF: Final = Source(
    name="gleif",
    title="GLEIF, golden copy",
    licence="CC0 1.0",
    read=read,
    files="lei2 (JSON, XML or CSV); rr and repex for relationships and exceptions",
)
