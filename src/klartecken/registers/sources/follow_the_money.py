"""FollowTheMoney entities, as OpenSanctions publishes them: JSON lines, or the simple table of targets.

Properties outside the model are tolerated. Of a person nothing is kept but names and list: no citizenship, birth or
address.
"""

import csv
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from klartecken.registers.countries import country_code
from klartecken.registers.entity import Entity, EntityKind, OwnershipEdge
from klartecken.registers.errors import WrongFormat
from klartecken.registers.sources.json_records import records_by_line
from klartecken.registers.sources.lists import reads_person, tiers_of
from klartecken.registers.sources.plain_csv import share_of
from klartecken.registers.sources.reading import Choices, Record, Report, Source, head_of, opened_text

KINDS: Final[dict[str, EntityKind]] = {
    "person": "person", "company": "organisation", "organization": "organisation", "legalentity": "organisation",
    "publicbody": "organisation", "vessel": "other", "airplane": "other", "asset": "other", "security": "other",
}  # fmt: skip
NAME_PROPERTIES: Final = ("name", "alias", "previousName", "weakAlias", "abbreviation")
IDENTIFIERS: Final = {
    "registrationNumber": "registration", "leiCode": "lei", "innCode": "inn", "ogrnCode": "ogrn", "vatCode": "vat",
    "taxNumber": "tax", "dunsCode": "duns", "imoNumber": "imo", "uniqueEntityId": "uei",
}  # fmt: skip
SEPARATOR: Final = ";"


def read(files: Sequence[Path], choices: Choices, report: Report) -> Iterator[Record]:
    """Entities and ownership edges of JSON lines or `targets.simple.csv`; which, the content tells."""
    for path in files:
        if head_of(path).lstrip(b"\xef\xbb\xbf").startswith(b"{"):
            yield from _json_lines(path, choices, report)
        else:
            yield from _simple_table(path, choices, report)


def _json_lines(path: Path, choices: Choices, report: Report) -> Iterator[Record]:
    for line, row in records_by_line(path, report):
        properties = row.get("properties")
        if not isinstance(properties, dict) or not isinstance(row.get("id"), str):
            report.bad(path, line, "no id or no properties")
        elif row.get("schema") == "Ownership":
            yield from _edges(properties, choices)
        elif str(row.get("schema", "")).lower() in KINDS and (
            found := _entity(row, properties, choices=choices, report=report)
        ):
            yield found


def _texts(properties: Mapping[str, Any], *names: str) -> list[str]:
    found = (value for name in names for value in properties.get(name) or ())
    return [value.strip() for value in found if isinstance(value, str) and value.strip()]


def _entity(
    row: Mapping[str, Any], properties: Mapping[str, Any], *, choices: Choices, report: Report
) -> Entity | None:
    kind = KINDS[str(row["schema"]).lower()]
    tiers = tiers_of([str(name) for name in row.get("datasets") or ()])
    names = _texts(properties, *NAME_PROPERTIES)
    caption = str(row.get("caption") or (names[0] if names else ""))
    if not caption or (kind == "person" and not reads_person(tiers, choices, report)):
        return None
    countries = [] if kind == "person" else _texts(properties, "jurisdiction", "mainCountry", "country")
    extra = {"list": tiers[0] if tiers else "", "lists": tiers, "topics": _texts(properties, "topics")}
    return Entity(
        id=row["id"],
        name=caption,
        names=tuple(dict.fromkeys(name for name in names if name != caption)),
        kind=kind,
        country=countries[0].lower()[:2] if countries else "",
        identifiers=tuple(
            (scheme, value)
            for name, scheme in IDENTIFIERS.items()
            if kind != "person"
            for value in _texts(properties, name)
        ),
        register=choices.register or "followthemoney",
        extra={key: value for key, value in extra.items() if value},
    )


def _edges(properties: Mapping[str, Any], choices: Choices) -> Iterator[OwnershipEdge]:
    try:
        share = share_of(next(iter(_texts(properties, "percentage")), ""))
    except ValueError:
        share = None
    since, until = (next(iter(_texts(properties, name)), "") for name in ("startDate", "endDate"))
    for owned in _texts(properties, "asset"):
        for owner in _texts(properties, "owner"):
            yield OwnershipEdge(
                owned, owner, "owner", share, since=since, until=until, register=choices.register or "followthemoney"
            )


def _simple_table(path: Path, choices: Choices, report: Report) -> Iterator[Record]:
    with opened_text(path) as file:
        rows = csv.DictReader(file)
        if not {"id", "schema", "name"} <= set(rows.fieldnames or ()):
            raise WrongFormat
        for row in rows:
            kind = KINDS.get((row["schema"] or "").lower())
            tiers = tiers_of(_parts(row.get("dataset")) + _parts(row.get("datasets")))
            if not row["id"] or not row["name"]:
                report.bad(path, rows.line_num, "no id or no name")
            elif kind and (kind != "person" or reads_person(tiers, choices, report)):
                yield _simple_entity(row, kind, tiers, register=choices.register or "followthemoney")


def _simple_entity(row: Mapping[str, str | None], kind: EntityKind, tiers: list[str], *, register: str) -> Entity:
    countries = [] if kind == "person" else _parts(row.get("countries"))
    extra = {"list": tiers[0] if tiers else "", "lists": tiers}
    return Entity(
        id=row["id"] or "",
        name=row["name"] or "",
        names=tuple(_parts(row.get("aliases"))),
        kind=kind,
        country=country_code(countries[0]) if countries else "",
        identifiers=tuple(("any", value) for value in _parts(row.get("identifiers")) if kind != "person"),
        register=register,
        extra={key: value for key, value in extra.items() if value},
    )


def _parts(written: str | None) -> list[str]:
    return [part.strip() for part in (written or "").split(SEPARATOR) if part.strip()]


FOLLOW_THE_MONEY: Final = Source(
    name="followthemoney",
    title="FollowTheMoney (OpenSanctions)",
    licence="OpenSanctions: CC BY-NC 4.0. Affärsdrift kräver en licens från OpenSanctions.",
    read=read,
    files="entities.ftm.json or targets.simple.csv",
    synthetic_tests=True,
)
