"""The list as JSON, CSV, Atom and linked data. No names of consultants in any of them."""

import csv
import io
import json
import uuid
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape

from klartecken.publication.showing import Shown
from klartecken.publication.site import Site

BYTE_ORDER_MARK = "\ufeff"  # so that spreadsheets read the letters right
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")
COLUMNS = (
    "id", "client", "principal", "title", "text", "lobbying", "issues", "started_on", "ended_on", "changed_at",
    "corrections", "address",
)  # fmt: skip
LATEST = 100  # entries in the Atom feed


def as_json(entries: Sequence[Shown], site: Site) -> str:
    """Write the list as JSON: an object with the firm, and every entry with its dated changes."""
    whole = {"firm": site.firm_name, "assignments": [_as_object(entry, site) for entry in entries]}
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def as_csv(entries: Iterable[Shown], site: Site) -> str:
    """Write the list as CSV for spreadsheets; no cell can begin a formula."""
    file = io.StringIO(newline="")
    file.write(BYTE_ORDER_MARK)
    rows = csv.writer(file)
    rows.writerow(COLUMNS)
    for entry in entries:
        row = _as_object(entry, site)
        row |= {"issues": "; ".join(entry.issues), "lobbying": "yes" if entry.is_lobbying else "no"}
        row["corrections"] = "; ".join(f"{told.at.date()} {told.words}" for told in entry.corrections)
        rows.writerow([cell(row[name]) for name in COLUMNS])
    return file.getvalue()


def cell(value: object) -> str:
    """Return a value as a cell that no spreadsheet runs as a formula."""
    text = "" if value is None else str(value)
    return f"'{text}" if text.lstrip(" ").startswith(FORMULA_STARTS) else text


def as_atom(entries: Iterable[Shown], site: Site) -> str:
    """Write the latest changed entries as an Atom feed; each keeps its id through every change."""
    latest = sorted(entries, key=_changed_at, reverse=True)[:LATEST]
    feed = Atom1Feed(
        title=f"{site.firm_name}: uppdrag",
        link=site.permanent(""),
        description="",
        language="sv",
        author_name=site.firm_name,
        feed_url=site.atom,
        feed_guid=_urn(site.firm_name),
    )
    for entry in latest:
        feed.add_item(
            title=entry.title,
            link=site.permanent(entry.address),
            description=_summary(entry),
            unique_id=_urn(entry.address),
            pubdate=entry.changes[-1].at if entry.changes else _changed_at(entry),
            updateddate=_changed_at(entry),
            categories=entry.issues,
        )
    return feed.writeString("utf-8") + "\n"


def as_linked_data(entry: Shown, site: Site) -> str:
    """Write an entry in the words of schema.org, safe to stand inside a page."""
    about: dict[str, object] = {
        "@type": "Project",
        "name": entry.title,
        "description": entry.text,
        "foundingDate": entry.started_on.isoformat(),
        "funder": [
            {"@type": "Organization", "name": name} for name in (entry.client_name, entry.principal_name) if name
        ],
        "parentOrganization": {"@type": "Organization", "name": site.firm_name},
        "keywords": list(entry.issues) + (["Lobbying"] if entry.is_lobbying else []),
    }
    if entry.ended_on:
        about["dissolutionDate"] = entry.ended_on.isoformat()
    page = {
        "@context": "https://schema.org",
        "@type": "WebPage",
        "url": site.permanent(entry.address),
        "name": entry.title,
        "inLanguage": "sv",
        "dateModified": _changed_at(entry).isoformat(),
        "publisher": {"@type": "Organization", "name": site.firm_name},
        "about": about,
    }
    text = json.dumps(page, ensure_ascii=False)
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def _as_object(entry: Shown, site: Site) -> dict[str, object]:
    return {
        "id": entry.address,
        "client": entry.client_name,
        "principal": entry.principal_name or None,
        "title": entry.title,
        "text": entry.text,
        "lobbying": entry.is_lobbying,
        "issues": list(entry.issues),
        "started_on": entry.started_on.isoformat(),
        "ended_on": entry.ended_on.isoformat() if entry.ended_on else None,
        "changed_at": _changed_at(entry).isoformat(),
        "changes": [{"kind": told.kind, "at": told.at.isoformat(), "words": told.words} for told in entry.changes],
        "address": site.permanent(entry.address),
    }


def _who_pays(entry: Shown) -> list[str]:
    return [name for name in (entry.client_name, entry.principal_name) if name]


def _summary(entry: Shown) -> str:
    """Return the entry in plain sentences, escaped: feed readers take a summary for HTML."""
    sentences = [f"Uppdragsgivare: {entry.client_name}"]
    sentences += [f"Huvudman: {entry.principal_name}"] if entry.principal_name else []
    sentences += [entry.text, *(f"Rättelse {told.at.date()}: {told.words}" for told in entry.corrections)]
    return escape(" ".join(each if each.endswith((".", "!", "?")) else f"{each}." for each in sentences))


def _changed_at(entry: Shown) -> datetime:
    return (entry.changed_at or datetime.min.replace(tzinfo=UTC)).astimezone(UTC)


def _urn(name: str) -> str:
    return uuid.uuid5(uuid.NAMESPACE_URL, f"klartecken:{name}").urn
