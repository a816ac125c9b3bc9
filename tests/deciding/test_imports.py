from datetime import date

import pytest

from klartecken.assignments import queries
from klartecken.assignments.models import Assignment
from klartecken.deciding import imports
from klartecken.ledger.models import Entry
from klartecken.ledger.queries import verify
from klartecken.parties.importing import Stored
from klartecken.parties.models import Party
from klartecken.people.errors import NotTheAdministrator
from klartecken.publication.models import PublicEntry
from tests.firm import LATER, Firm

HEADINGS = "Uppdragsgivare;Orgnr;Beskrivning;Kundansvarig;Lobbying;Startdatum;Slutdatum;Publik text\n"
GOOD = HEADINGS + (
    "Nordvind AB;556012-5790;Elnät;responsible@sylve.example;ja;2024-03-01;;Vi hjälper Nordvind.\n"
    "Nordvind AB;556012-5790;Kurser;Jonas Ek;nej;2020-01-01;2021-01-01;\n"
    "Gråsten;;Gruvor;ebba lind;ja;2019-01-01;2020-01-01;\n"
)


def test_ongoing_and_ended_work_comes_in_as_it_stands(firm: Firm) -> None:
    stored = imports.store(imports.read(GOOD.encode(), now=LATER), firm.administrator, LATER)
    assert stored == Stored(new=3, known=0)
    rows = Assignment.objects.order_by("-starts_on").values_list(
        "client__name", "summary", "state", "responsible__name", "lobbying", "clearance__kind", "starts_on", "ends_on"
    )
    kind = "before_klartecken"
    assert list(rows) == [
        ("Nordvind AB", "Elnät", "ongoing", "Jonas Ek", "yes", kind, date(2024, 3, 1), None),
        ("Nordvind AB", "Kurser", "ended", "Jonas Ek", "no", kind, date(2020, 1, 1), date(2021, 1, 1)),
        ("Gråsten", "Gruvor", "ended", "Ebba Lind", "yes", kind, date(2019, 1, 1), date(2020, 1, 1)),
    ]
    assert Party.objects.filter(name="Nordvind AB").count() == 1
    assert verify().holds


def test_ongoing_lobbying_is_published_in_the_same_step_and_nothing_else_is(firm: Firm) -> None:
    imports.store(imports.read(GOOD.encode(), now=LATER), firm.administrator, LATER)
    entries = PublicEntry.objects.values_list("client_name", "text", "started_on", "is_lobbying")
    assert list(entries) == [("Nordvind AB", "Vi hjälper Nordvind.", date(2024, 3, 1), True)]


def test_every_colleague_sees_what_came_in(firm: Firm) -> None:
    imports.store(imports.read(GOOD.encode(), now=LATER), firm.administrator, LATER)
    assert queries.visible_to(firm.newcomer, now=LATER).count() == 3


def test_bringing_it_in_again_adds_nothing(firm: Firm) -> None:
    imports.store(imports.read(GOOD.encode(), now=LATER), firm.administrator, LATER)
    entries = Entry.objects.count()
    assert imports.store(imports.read(GOOD.encode(), now=LATER), firm.administrator, LATER) == Stored(new=0, known=3)
    assert (Assignment.objects.count(), Entry.objects.count()) == (3, entries)


def test_everything_wrong_is_told_by_line(firm: Firm) -> None:
    content = HEADINGS + (
        "Nordvind;1;;nobody;kanske;2024-03-01;2024-01-01;\n"
        "Gråsten;;Gruvor;Jonas Ek;nej;2999-01-01;2998-01-01;\n"
        f"Skogen;;{'x' * 301};Jonas Ek;nej;igår;;\n"
        "Bäcken;;Vatten;Jonas Ek;nej;2024-01-01;;\n"
        "BÄCKEN;;Vatten;Jonas Ek;nej;2024-01-01;;\n"
    )
    preview = imports.read(content.encode(), now=LATER)
    assert sorted((cell.line, cell.code) for cell in preview.wrong) == [
        (2, "cell_missing"),
        (2, "ends_before_it_starts"),
        (2, "not_yes_or_no"),
        (2, "unknown_colleague"),
        (2, "wrong_organisation_number"),
        (3, "ends_before_it_starts"),
        (3, "ends_in_the_future"),
        (3, "starts_in_the_future"),
        (4, "words_too_long"),
        (4, "wrong_date"),
        (6, "twice_in_the_file"),
    ]
    assert [row.client for _line, row in preview.rows] == ["Bäcken"]


def test_only_the_administrator_brings_assignments_in(firm: Firm) -> None:
    with pytest.raises(NotTheAdministrator):
        imports.store(imports.read(GOOD.encode(), now=LATER), firm.ceo, LATER)
    assert not Assignment.objects.exists()


def test_a_file_without_the_columns_that_are_needed_gives_an_empty_preview(firm: Firm) -> None:
    preview = imports.read(b"Deal - Title;Deal - Organization\nElnat;Nordvind", now=LATER)
    assert (preview.mapping, preview.rows) == ({"client": "Deal - Organization", "summary": "Deal - Title"}, ())


def test_what_began_after_the_first_circulation_has_no_way_round_the_gate(firm: Firm) -> None:
    rows = [f"Nordvind AB;;Elnät {day};Jonas Ek;nej;{day};;" for day in ("2026-09-07", "2026-09-08")]
    content = (HEADINGS + "\n".join(rows)).encode()
    assert [row.summary for _line, row in imports.read(content, now=LATER).rows] == [
        "Elnät 2026-09-07",
        "Elnät 2026-09-08",
    ]

    firm.circulating()

    read = imports.read(content, now=LATER)
    assert [row.summary for _line, row in read.rows] == ["Elnät 2026-09-07"]
    assert [(cell.line, cell.message) for cell in read.wrong] == [(3, imports.StartedSinceKlartecken.message)]
