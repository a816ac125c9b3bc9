"""Beneficial ownership data (BODS 0.4): statements about entities, persons and the relations between them.

Nationalities, birth and addresses of persons are not read. Statements that close a record are left out with it.
"""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from klartecken.registers.entity import Entity, OwnershipEdge
from klartecken.registers.sources.json_records import records_by_line, records_in_list
from klartecken.registers.sources.reading import Choices, Record, Report, Source, head_of

Statement = Mapping[str, Any]


def read(files: Sequence[Path], choices: Choices, report: Report) -> Iterator[Record]:
    """Entities, persons and ownership edges of a JSON list or JSON lines."""
    for path in files:
        is_list = head_of(path).lstrip(b"\xef\xbb\xbf").startswith(b"[")
        statements = enumerate(records_in_list(path, "["), start=1) if is_list else records_by_line(path, report)
        for line, statement in statements:
            details = statement.get("recordDetails")
            if not isinstance(details, dict) or not statement.get("recordId"):
                report.bad(path, line, "no record")
            elif statement.get("recordStatus") == "closed":
                report.leave_out("closed")
            else:
                yield from _record(statement, details, choices.register or "bods")


def _record(statement: Statement, details: Statement, register: str) -> Iterator[Record]:
    record, kind = str(statement["recordId"]), statement.get("recordType")
    if kind == "entity" and details.get("name"):
        yield _entity(record, details, register)
    elif kind == "person" and (names := _person_names(details)):
        yield Entity(record, names[0], tuple(names[1:]), kind="person", register=register)
    elif kind == "relationship":
        yield from _edges(details, register)


def _entity(record: str, details: Statement, register: str) -> Entity:
    jurisdiction = details.get("jurisdiction") or details.get("incorporatedInJurisdiction") or {}
    entity_type = details.get("entityType") or {}
    extra = {"category": str(entity_type.get("subtype") or entity_type.get("type") or "")}
    return Entity(
        id=record,
        name=str(details["name"]),
        names=tuple(str(name) for name in details.get("alternateNames") or ()),
        country=str(jurisdiction.get("code") or "").lower()[:2],
        identifiers=tuple(
            (str(one.get("scheme") or one.get("schemeName") or "other"), str(one["id"]))
            for one in details.get("identifiers") or ()
            if one.get("id")
        ),
        register=register,
        extra={key: value for key, value in extra.items() if value},
    )


def _person_names(details: Statement) -> list[str]:
    names = (one.get("fullName") for one in details.get("names") or ())
    return [str(name) for name in dict.fromkeys(names) if name]


def _edges(details: Statement, register: str) -> Iterator[OwnershipEdge]:
    owned, owner = _end(details.get("subject")), _end(details.get("interestedParty"))
    if not owned:
        return
    if not owner:
        yield OwnershipEdge(owned, "", "exception", reason=_reason(details.get("interestedParty")), register=register)
        return
    for interest in details.get("interests") or [{}]:
        yield OwnershipEdge(
            owned,
            owner,
            str(interest.get("type") or "owner"),
            _share(interest.get("share") or {}),
            since=str(interest.get("startDate") or ""),
            until=str(interest.get("endDate") or ""),
            register=register,
        )


def _end(value: object) -> str:
    return value if isinstance(value, str) else ""


def _reason(value: object) -> str:
    return str(value.get("reason") or "unknown") if isinstance(value, dict) else "unknown"


def _share(share: Statement) -> float | None:
    """The exact share, else the least it can be, as a fraction of one."""
    percent = share.get("exact", share.get("minimum", share.get("exclusiveMinimum")))
    return min(max(float(percent) / 100, 0.0), 1.0) if isinstance(percent, int | float) else None


BODS: Final = Source(
    name="bods",
    title="BODS 0.4, verkligt huvudmannaskap",
    licence="utgivarens",
    read=read,
    files="statements as a JSON list or JSON lines",
    synthetic_tests=True,
)
