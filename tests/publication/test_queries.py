from datetime import timedelta

import pytest

from klartecken.core.refusals import NotFound
from klartecken.people import actions as people
from klartecken.people.models import Person
from klartecken.publication import actions, queries
from klartecken.publication.models import PublicEntry
from klartecken.publication.queries import Filters
from klartecken.publication.showing import preview, shown
from tests.begun import SPRING, begun, colleague

YEAR = timedelta(days=366)


@pytest.fixture
def three(jonas: Person) -> list[PublicEntry]:
    """One of 2024 that ended in 2025, one of 2025 and one of 2026 that go on."""
    rows = [
        (SPRING - 2 * YEAR, "Ögruppens Fiskare", "Fisket", ("Havet",)),
        (SPRING - YEAR, "Skogens Röst", "Åkern", ("Skogen", "Havet")),
        (SPRING, "Tåg i Tid", "Räls", ()),
    ]
    entries = []
    for at, client, title, issues in rows:
        assignment = begun(jonas, client=client, public_title=title, issues=issues, now=at)
        entries.append(actions.publish(assignment, by=jonas, now=at))
    actions.end_entry(entries[0].assignment, by=jonas, now=SPRING - YEAR)
    return entries


@pytest.mark.parametrize(
    ("filters", "titles"),
    [
        (Filters(), ["Räls", "Åkern", "Fisket"]),
        (Filters(words="ÖGRUPPEN"), ["Fisket"]),
        (Filters(words="åkern skogens"), ["Åkern"]),
        (Filters(words="åkern tåg"), []),
        (Filters(issue="Havet"), ["Åkern", "Fisket"]),
        (Filters(standing="ended"), ["Fisket"]),
        (Filters(standing="ongoing"), ["Räls", "Åkern"]),
        (Filters(year=2024), ["Fisket"]),
        (Filters(year=2025), ["Åkern", "Fisket"]),
        (Filters(year=2026), ["Räls", "Åkern"]),
        (Filters(issue="Havet", standing="ongoing"), ["Åkern"]),
    ],
)
def test_the_list_is_filtered(three: list[PublicEntry], filters: Filters, titles: list[str]) -> None:
    assert [entry.title for entry in queries.public_list(filters)] == titles


def test_issues_and_years_of_the_list_can_be_chosen(three: list[PublicEntry]) -> None:
    assert queries.issues() == ["Havet", "Skogen"]
    assert queries.years() == [2026, 2025, 2024]


def test_an_address_that_nobody_has_is_not_found(three: list[PublicEntry]) -> None:
    assert queries.entry(three[0].address) == three[0]
    with pytest.raises(NotFound):
        queries.entry("0000000000")


def test_addresses_tell_neither_order_nor_number(three: list[PublicEntry]) -> None:
    assert len({entry.address for entry in three}) == 3
    assert all(len(entry.address) == 10 and int(entry.address, 16) >= 0 for entry in three)


def test_names_of_consultants_are_shown_only_when_chosen_and_go_when_they_leave(jonas: Person) -> None:
    amina = colleague("Amina Said")
    entry = actions.publish(begun(jonas, team=(amina,)), by=jonas, now=SPRING)
    hidden = shown(entry, with_consultants=True).consultants
    actions.change(entry, shows_consultants=True, by=jonas, now=SPRING)
    entry.refresh_from_db()
    both = shown(entry, with_consultants=True).consultants
    people.leave(amina, by=None, now=SPRING)

    assert (hidden, both) == ((), ("Jonas Ek", "Amina Said"))
    assert shown(entry, with_consultants=True).consultants == ("Jonas Ek",)
    assert shown(entry).consultants == ()


def test_a_preview_has_the_words_that_publishing_would_show(jonas: Person) -> None:
    draft = begun(jonas, state="draft", client="Brygga AB", principal="Spåret")
    started = begun(jonas, client="Brygga AB", principal="Spåret")
    seen, published = preview(draft, now=SPRING), shown(actions.publish(started, by=jonas, now=SPRING))

    words = ("client_name", "principal_name", "title", "text", "is_lobbying", "started_on")
    assert [getattr(seen, each) for each in words] == [getattr(published, each) for each in words]


def test_a_preview_takes_what_is_being_typed_first(jonas: Person) -> None:
    draft = begun(jonas, state="draft", lobbying="no", intermediary=False, principal="Spåret")
    typed = {"public_title": " Räls ", "public_text": "Vi rullar.", "client_name": "Tåg AB", "lobbying": "yes"}

    seen = preview(draft, now=SPRING, typed=typed)

    assert (seen.title, seen.text, seen.client_name, seen.principal_name, seen.is_lobbying) == (
        "Räls",
        "Vi rullar.",
        "Tåg AB",
        "",
        True,
    )
    assert draft.public_title == "Åkerbruket"


def test_the_stamp_moves_when_anything_changes(three: list[PublicEntry], jonas: Person) -> None:
    before = queries.stamp()
    actions.change(three[2], text="Nytt", by=jonas, now=SPRING + YEAR)

    assert (before.entries, queries.stamp().changed_at) == (3, SPRING + YEAR)
    assert before.changed_at == SPRING
