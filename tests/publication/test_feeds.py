import csv
import io
import json
from dataclasses import replace
from datetime import UTC, date, datetime
from xml.etree import ElementTree as ET

import pytest

from klartecken.publication import feeds
from klartecken.publication.showing import Shown, Told
from klartecken.publication.site import Site

AT = datetime(2026, 4, 1, 8, 0, tzinfo=UTC)
ATOM = "{http://www.w3.org/2005/Atom}"
SITE = Site(
    firm_name="Sylve & Partner",
    home="/public/",
    policy="/public/policy",
    json="/public/assignments.json",
    csv="/public/assignments.csv",
    atom="/public/assignments.atom",
    stylesheet="/style.css",
    icon="",
    entry=lambda address: f"/public/assignments/{address}",
    permanent=lambda address: f"https://sylve.example/{address}",
)
PLAIN = Shown(
    address="a1b2c3d4e5",
    client_name="Brygga AB",
    principal_name="Spåret",
    title="Räls & <rullar>",
    text="Vi bygger.\nMera.",
    is_lobbying=True,
    issues=("Järnväg", "Klimat"),
    started_on=date(2026, 4, 1),
    changed_at=AT,
    consultants=("Jonas Ek",),
    changes=(Told("corrected", "Rättelse", "Det gällde räls", AT), Told("published", "Publicerad", "", AT)),
)
ENDED = Shown(
    address="ffff",
    client_name="Havet",
    principal_name="",
    title="Havet",
    text="Vi seglar.",
    is_lobbying=False,
    issues=(),
    started_on=date(2025, 1, 1),
    ended_on=date(2026, 1, 1),
    changed_at=AT,
)


def test_json_tells_everything_that_is_public_and_no_consultant() -> None:
    whole = json.loads(feeds.as_json([PLAIN, ENDED], SITE))

    assert whole["firm"] == "Sylve & Partner"
    assert whole["assignments"][0] == {
        "id": "a1b2c3d4e5",
        "client": "Brygga AB",
        "principal": "Spåret",
        "title": "Räls & <rullar>",
        "text": "Vi bygger.\nMera.",
        "lobbying": True,
        "issues": ["Järnväg", "Klimat"],
        "started_on": "2026-04-01",
        "ended_on": None,
        "changed_at": "2026-04-01T08:00:00+00:00",
        "changes": [
            {"kind": "corrected", "at": "2026-04-01T08:00:00+00:00", "words": "Det gällde räls"},
            {"kind": "published", "at": "2026-04-01T08:00:00+00:00", "words": ""},
        ],
        "address": "https://sylve.example/a1b2c3d4e5",
    }
    assert [each["ended_on"] for each in whole["assignments"]] == [None, "2026-01-01"]
    assert "Jonas" not in str(whole)


def test_csv_is_read_back_by_a_spreadsheet() -> None:
    text = feeds.as_csv([PLAIN, ENDED], SITE)
    rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))

    assert text.startswith("\ufeff")
    assert [row["title"] for row in rows] == ["Räls & <rullar>", "Havet"]
    assert (rows[0]["text"], rows[0]["issues"], rows[0]["lobbying"], rows[1]["lobbying"]) == (
        "Vi bygger.\nMera.",
        "Järnväg; Klimat",
        "yes",
        "no",
    )
    assert rows[0]["corrections"] == "2026-04-01 Det gällde räls"
    assert "Jonas" not in text


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        ('=HYPERLINK("http://x")', '\'=HYPERLINK("http://x")'),
        ("+46 8", "'+46 8"),
        ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("  =1+1", "'  =1+1"),
        ("\t=1", "'\t=1"),
        ("\r=1", "'\r=1"),
        ("Brygga - AB", "Brygga - AB"),
        (None, ""),
    ],
)
def test_no_cell_can_begin_a_formula(value: object, cell: str) -> None:
    assert feeds.cell(value) == cell


def test_atom_has_an_id_that_stays_dates_and_an_author() -> None:
    feed = ET.fromstring(feeds.as_atom([ENDED, PLAIN], SITE))  # noqa: S314 - our own text
    entries = feed.findall(f"{ATOM}entry")

    assert feed.findtext(f"{ATOM}author/{ATOM}name") == "Sylve & Partner"
    assert {entry.findtext(f"{ATOM}title") for entry in entries} == {"Räls & <rullar>", "Havet"}
    ids = [entry.findtext(f"{ATOM}id") or "" for entry in entries]
    assert all(each.startswith("urn:uuid:") for each in ids)
    again = ET.fromstring(feeds.as_atom([ENDED], SITE))  # noqa: S314 - our own text
    assert again.findtext(f"{ATOM}entry/{ATOM}id") in ids
    assert all(entry.findtext(f"{ATOM}updated") == "2026-04-01T08:00:00+00:00" for entry in entries)
    assert "Jonas" not in ET.tostring(feed, encoding="unicode")


def test_an_atom_summary_cannot_carry_markup() -> None:
    wicked = replace(PLAIN, text="<script>alert(1)</script>")
    feed = ET.fromstring(feeds.as_atom([wicked], SITE))  # noqa: S314 - our own text

    summary = feed.findtext(f"{ATOM}entry/{ATOM}summary") or ""
    assert "&lt;script&gt;" in summary
    assert "<script>" not in summary


def test_linked_data_is_json_that_cannot_end_its_element() -> None:
    wicked = replace(PLAIN, text="</script><b>&")
    text = feeds.as_linked_data(wicked, SITE)

    assert not set("<>&") & set(text)
    told = json.loads(text)
    assert told["about"]["description"] == "</script><b>&"
    assert told["about"]["funder"] == [
        {"@type": "Organization", "name": "Brygga AB"},
        {"@type": "Organization", "name": "Spåret"},
    ]
    assert (told["@type"], told["url"], told["about"]["keywords"]) == (
        "WebPage",
        "https://sylve.example/a1b2c3d4e5",
        ["Järnväg", "Klimat", "Lobbying"],
    )


def test_linked_data_of_ended_work_has_its_end() -> None:
    assert json.loads(feeds.as_linked_data(ENDED, SITE))["about"]["dissolutionDate"] == "2026-01-01"
