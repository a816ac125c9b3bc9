"""A plain CSV file with a heading: any list a firm has, and the register of the demonstration firm.

Columns (ours: id, name, names, kind, country, identifiers, orgnr, lei, sector, list, owner, owner_country, share,
relation, since); `columns`
in the choices says what the file calls them. Several rows with one id are one entity with several owners.
"""

import csv
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final, TextIO

from klartecken.registers.entity import Entity, EntityKind, OwnershipEdge
from klartecken.registers.errors import WrongFormat
from klartecken.registers.sources.reading import Choices, Record, Report, Source, opened_text

KNOWN_HEADINGS: Final[dict[str, tuple[str, ...]]] = {
    "id": ("id", "record id", "lopnummer"),
    "name": ("name", "namn", "company name", "organization - name", "*organization - name", "caption", "företagsnamn"),
    "names": ("names", "other_names", "aliases", "andra namn"),
    "kind": ("kind", "slag", "schema"),
    "country": ("country", "land", "countries"),
    "identifiers": ("identifiers", "identitetsnummer"),
    "orgnr": ("orgnr", "organisationsnummer", "org_number", "org.nr"),
    "lei": ("lei",),
    "sector": ("sector", "sectors", "sni", "bransch"),
    "list": ("list", "lista"),
    "owner": ("owner", "ägare", "owner_id", "parentid"),
    "owner_country": ("owner_country", "ägarland"),
    "share": ("share", "andel", "ownership_percentage"),
    "relation": ("relation",),
    "since": ("since", "från"),
    "source": ("source", "källa"),
    "state": ("state", "stat"),
}
SEPARATOR: Final = "|"
_KINDS: Final[dict[str, EntityKind]] = {
    "organisation": "organisation", "organization": "organisation", "org": "organisation", "company": "organisation",
    "företag": "organisation", "legalentity": "organisation", "person": "person", "other": "other",
}  # fmt: skip


def read(files: Sequence[Path], choices: Choices, report: Report) -> Iterator[Record]:
    """Entities and ownership edges of CSV files."""
    for path in files:
        yield from _File(path, choices, report).records()


class _File:
    """One file on its way through: which ids were seen, and which owners have no row of their own."""

    def __init__(self, path: Path, choices: Choices, report: Report) -> None:
        self.path, self.choices, self.report = path, choices, report
        self.seen: set[str] = set()
        self.by_name: dict[str, str] = {}
        self.owners: dict[str, str] = {}
        self.register = choices.register or "csv"

    def records(self) -> Iterator[Record]:
        edges: list[OwnershipEdge] = []
        with opened_text(self.path) as file:
            rows = csv.reader(file, dialect=dialect_of(file))
            heading = next(rows, None)
            columns = columns_of(heading or [], self.choices.columns)
            if "name" not in columns:
                raise WrongFormat
            for row in rows:
                found = self._row(row, columns, line=rows.line_num, wanted=len(heading or []))
                if not found:
                    continue
                entity, edge = found
                if entity.id not in self.seen:
                    self.seen.add(entity.id)
                    self.by_name.setdefault(entity.name, entity.id)
                    yield entity
                if edge:
                    edges.append(edge)
        yield from self._owners(edges)

    def _row(
        self, row: list[str], columns: Mapping[str, int], *, line: int, wanted: int
    ) -> tuple[Entity, OwnershipEdge | None] | None:
        if not any(row):
            return None
        if len(row) != wanted:
            self.report.bad(self.path, line, f"{len(row)} columns, {wanted} expected")
            return None
        cell = {name: row[place].strip() for name, place in columns.items()}
        if not cell["name"]:
            self.report.bad(self.path, line, "no name")
            return None
        entity = self._entity(cell)
        try:
            return entity, self._edge(entity.id, cell)
        except ValueError:
            self.report.bad(self.path, line, f"share {cell.get('share')!r} is no number between 0 and 100 %")
            return entity, None

    def _entity(self, cell: Mapping[str, str]) -> Entity:
        named = [("se_orgnr", cell.get("orgnr", "")), ("lei", cell.get("lei", ""))]
        listed = [tuple(part.split(":", 1)) for part in _parts(cell.get("identifiers")) if ":" in part]
        identifiers = tuple((scheme.strip(), value.strip()) for scheme, value in (*named, *listed) if value.strip())
        extra: dict[str, Any] = {key: cell[key] for key in ("list", "source", "state") if cell.get(key)}
        if sectors := _parts(cell.get("sector")):
            extra["sectors"] = sectors
        return Entity(
            id=cell.get("id") or (identifiers[0][1] if identifiers else cell["name"]),
            name=cell["name"],
            names=tuple(_parts(cell.get("names"))),
            kind=kind_written(cell) or "organisation",
            country=cell.get("country", "").lower()[:2],
            identifiers=identifiers,
            register=self.register,
            extra=extra,
        )

    def _edge(self, owned: str, cell: Mapping[str, str]) -> OwnershipEdge | None:
        owner = cell.get("owner", "")
        if not owner:
            return None
        self.owners.setdefault(owner, cell.get("owner_country", "").lower())
        return OwnershipEdge(
            owned=owned,
            owner=owner,
            relation=cell.get("relation") or "owner",
            share=share_of(cell.get("share", "")),
            since=cell.get("since", ""),
            register=self.register,
        )

    def _owners(self, edges: list[OwnershipEdge]) -> Iterator[Record]:
        """Edges to the owner's id where the file knows it by name.

        Owners without a row of their own become entities.
        """
        for edge in edges:
            owner = edge.owner if edge.owner in self.seen else self.by_name.get(edge.owner, edge.owner)
            if owner not in self.seen:
                self.seen.add(owner)
                yield Entity(
                    id=owner, name=owner, kind="other", country=self.owners[edge.owner], register=self.register
                )
            yield OwnershipEdge(
                edge.owned, owner, edge.relation, edge.share, edge.reason, edge.since, edge.until, edge.register
            )


def kind_written(cell: Mapping[str, str]) -> EntityKind | None:
    """The kind that the row gives, or None when it gives none."""
    written = cell.get("kind", "").lower()
    return _KINDS.get(written, "other") if written else None


def share_of(written: str) -> float | None:
    """A share as a fraction of one: `51 %`, `51,0`, `0.51`; nothing written is None.

    Numbers above one, or with a percent sign, are percentages. Raises ValueError for what is no share.
    """
    text = written.strip().replace("\u00a0", "").replace(" ", "").replace(",", ".")
    if not text:
        return None
    value = float(text.rstrip("%"))
    share = value / 100 if text.endswith("%") or value > 1 else value
    if not 0 <= share <= 1:
        raise ValueError(written)
    return share


def _parts(written: str | None) -> list[str]:
    return [part.strip() for part in (written or "").split(SEPARATOR) if part.strip()]


def columns_of(heading: list[str], chosen: Mapping[str, str]) -> dict[str, int]:
    """The place of each of our columns in a heading; `chosen` says what the file calls them."""
    places = {title.strip().lower(): place for place, title in reversed(list(enumerate(heading)))}
    columns = {}
    for name, known in KNOWN_HEADINGS.items():
        titles = (chosen[name].strip().lower(),) if name in chosen else known
        found = next((places[title] for title in titles if title in places), None)
        if found is not None:
            columns[name] = found
    return columns


def dialect_of(file: TextIO) -> type[csv.Dialect]:
    """The separator of the file: comma, semicolon or tab, whichever its heading has most of."""
    first = file.readline()
    file.seek(0)
    best = max(",;\t", key=first.count)
    if best not in first and not first.strip():
        raise WrongFormat

    class Found(csv.excel):
        delimiter = best

    return Found


CSV: Final = Source(
    name="csv",
    title="CSV med rubrikrad",
    licence="den egna",
    read=read,
    files="one or more CSV files with a heading",
)
