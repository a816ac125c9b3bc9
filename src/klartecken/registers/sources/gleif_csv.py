"""GLEIF's golden copy as CSV: the same records with flattened column names."""

import csv
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Final

from klartecken.registers.entity import Entity, OwnershipEdge
from klartecken.registers.errors import WrongFormat
from klartecken.registers.sources.reading import Record, Report, opened_text

RELATIONS: Final = {
    "IS_DIRECTLY_CONSOLIDATED_BY": "direct_parent",
    "IS_ULTIMATELY_CONSOLIDATED_BY": "ultimate_parent",
    "IS_INTERNATIONAL_BRANCH_OF": "branch_of",
    "IS_FUND-MANAGED_BY": "fund_manager",
    "IS_SUBFUND_OF": "fund_family",
    "IS_FEEDER_TO": "fund_family",
}


def gleif_csv(path: Path, report: Report) -> Iterator[Record]:
    """Entities or ownership edges of one CSV file; which, its heading tells."""
    with opened_text(path) as file:
        rows = csv.DictReader(file)
        heading = rows.fieldnames or []
        read: Callable[[Mapping[str, str]], Record | None]
        if "Entity.LegalName" in heading:
            read = _entity
        elif "Relationship.RelationshipType" in heading:
            read = _edge
        elif "ExceptionCategory" in heading or "Exception.Category" in heading:
            read = _exception
        else:
            raise WrongFormat
        for row in rows:
            record = read(row)
            if record is None:
                report.bad(path, rows.line_num, "no LEI or no name")
            else:
                yield record


def _entity(row: Mapping[str, str]) -> Entity | None:
    lei, name = (row.get("LEI") or "").strip(), (row.get("Entity.LegalName") or "").strip()
    if not lei or not name:
        return None
    others = [value for column, value in row.items() if column and value and _holds_other_name(column)]
    number = row.get("Entity.RegistrationAuthority.RegistrationAuthorityEntityID") or ""
    authority = row.get("Entity.RegistrationAuthority.RegistrationAuthorityID") or ""
    country = (row.get("Entity.LegalJurisdiction") or "")[:2] or row.get("Entity.LegalAddress.Country") or ""
    return Entity(
        id=lei,
        name=name,
        names=tuple(dict.fromkeys(other for other in others if other != name)),
        country=country.lower(),
        identifiers=(("lei", lei), *([(authority, number)] if number else [])),
        register="gleif",
        extra={
            key: value
            for key, column in (("status", "Entity.EntityStatus"), ("category", "Entity.EntityCategory"))
            if (value := row.get(column))
        },
    )


def _holds_other_name(column: str) -> bool:
    parts = column.split(".")
    return parts[-1].isdigit() and "OtherEntityName" in parts[-2]


def _edge(row: Mapping[str, str]) -> OwnershipEdge | None:
    owned, owner = row.get("Relationship.StartNode.NodeID") or "", row.get("Relationship.EndNode.NodeID") or ""
    relation = RELATIONS.get(row.get("Relationship.RelationshipType") or "")
    if not owned or not owner or relation is None:
        return None
    return OwnershipEdge(owned=owned, owner=owner, relation=relation, register="gleif")


def _exception(row: Mapping[str, str]) -> OwnershipEdge | None:
    lei = row.get("LEI") or ""
    if not lei:
        return None
    category = row.get("ExceptionCategory") or row.get("Exception.Category") or ""
    reason = row.get("ExceptionReason.1") or row.get("ExceptionReason") or ""
    kind = "no_ultimate_parent" if category.startswith("ULTIMATE") else "no_direct_parent"
    return OwnershipEdge(owned=lei, owner="", relation="exception", reason=f"{kind}: {reason}", register="gleif")
