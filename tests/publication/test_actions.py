from datetime import date, timedelta

import pytest

from klartecken.assignments.models import Amendment, Block
from klartecken.ledger import queries as ledger
from klartecken.people.models import Person
from klartecken.publication import actions, queries
from klartecken.publication.errors import (
    ClientHasNotAgreed,
    CorrectionNeedsWords,
    EntryHasEnded,
    NothingToPublishYet,
    NotYourEntry,
    PublicTextIsMissing,
    TooLong,
)
from klartecken.publication.models import PublicEntry
from tests.begun import SPRING, begun, colleague

NEXT_DAY = SPRING + timedelta(days=1)


def changes_of(entry: PublicEntry) -> list[tuple[str, str]]:
    return [(change.kind, change.words) for change in entry.changes.order_by("at")]


def test_lobbying_is_published_with_client_principal_issues_and_start(jonas: Person) -> None:
    assignment = begun(jonas, client="Brygga AB", principal="Järnvägens Vänner", issues=("Järnväg", "Klimat"))

    entry = actions.publish(assignment, by=jonas, now=SPRING)

    assert (entry.client_name, entry.principal_name, entry.title, entry.text) == (
        "Brygga AB",
        "Järnvägens Vänner",
        "Åkerbruket",
        "Vi odlar.",
    )
    assert (entry.is_lobbying, entry.issues, entry.started_on, entry.ended_on) == (
        True,
        ["Järnväg", "Klimat"],
        date(2026, 4, 1),
        None,
    )
    assert changes_of(entry) == [("published", "")]


def test_publishing_twice_is_publishing_once(jonas: Person) -> None:
    assignment = begun(jonas)

    first = actions.publish(assignment, by=jonas, now=SPRING)
    second = actions.publish(assignment, by=None, now=NEXT_DAY)

    assert (second.pk, second.published_at, PublicEntry.objects.count()) == (first.pk, SPRING, 1)
    verbs = ledger.entries_about(assignment.pk).values_list("verb", flat=True)
    assert list(verbs) == ["publication.published"]


def test_lobbying_without_a_public_text_still_names_its_client(jonas: Person) -> None:
    entry = actions.publish(begun(jonas, client="Brygga AB", public_title="", public_text=" "), by=None, now=SPRING)

    assert (entry.title, entry.text) == ("Brygga AB", "Vi hjälper Brygga AB att påverka politiska beslut.")
    assert "inre" not in entry.text


@pytest.mark.parametrize("state", ["draft", "circulating", "cleared", "quoted", "declined", "withdrawn"])
def test_nothing_is_published_before_it_has_begun(jonas: Person, state: str) -> None:
    with pytest.raises(NothingToPublishYet):
        actions.publish(begun(jonas, state=state), by=jonas, now=SPRING)

    assert not PublicEntry.objects.exists()


def test_other_work_is_published_only_when_the_client_agrees(jonas: Person) -> None:
    assignment = begun(jonas, lobbying="no")

    with pytest.raises(ClientHasNotAgreed):
        actions.publish(assignment, by=jonas, now=SPRING)
    entry = actions.publish(assignment, by=jonas, now=SPRING, client_agrees=True)

    assert entry.is_lobbying is False


def test_other_work_is_published_only_by_who_looks_after_it(jonas: Person) -> None:
    assignment = begun(jonas, lobbying="no")

    with pytest.raises(NotYourEntry):
        actions.publish(assignment, by=colleague("Sam Rask"), now=SPRING, client_agrees=True)
    with pytest.raises(NotYourEntry):
        actions.publish(assignment, by=None, now=SPRING, client_agrees=True)


def test_other_work_needs_a_public_text(jonas: Person) -> None:
    with pytest.raises(PublicTextIsMissing):
        actions.publish(begun(jonas, lobbying="no", public_text=""), by=jonas, now=SPRING, client_agrees=True)


def test_a_change_is_dated_and_told(jonas: Person) -> None:
    entry = actions.publish(begun(jonas), by=jonas, now=SPRING)

    changed = actions.change(entry, text="Vi odlar mer.", words="Ny text", by=jonas, now=NEXT_DAY)

    assert (changed.text, changed.changed_at) == ("Vi odlar mer.", NEXT_DAY)
    assert changes_of(entry) == [("published", ""), ("changed", "Ny text")]


def test_a_change_to_the_same_is_no_change(jonas: Person) -> None:
    entry = actions.publish(begun(jonas), by=jonas, now=SPRING)

    unchanged = actions.change(entry, text="Vi odlar.", by=jonas, now=NEXT_DAY)

    assert (unchanged.changed_at, changes_of(entry)) == (SPRING, [("published", "")])


def test_showing_names_leaves_no_dated_line(jonas: Person) -> None:
    entry = actions.publish(begun(jonas), by=jonas, now=SPRING)

    changed = actions.change(entry, shows_consultants=True, by=jonas, now=NEXT_DAY)

    assert (changed.shows_consultants, changes_of(entry)) == (True, [("published", "")])


def test_a_text_too_long_for_a_page_is_refused_and_nothing_changes(jonas: Person) -> None:
    entry = actions.publish(begun(jonas), by=jonas, now=SPRING)

    with pytest.raises(TooLong):
        actions.change(entry, text="å" * 5001, by=jonas, now=NEXT_DAY)

    entry.refresh_from_db()
    assert (entry.text, changes_of(entry)) == ("Vi odlar.", [("published", "")])


def test_an_empty_text_is_refused(jonas: Person) -> None:
    entry = actions.publish(begun(jonas), by=jonas, now=SPRING)

    with pytest.raises(PublicTextIsMissing):
        actions.change(entry, text="  ", by=jonas, now=NEXT_DAY)


def test_only_the_responsible_and_the_ceo_change_an_entry(jonas: Person, ceo: Person) -> None:
    entry = actions.publish(begun(jonas), by=jonas, now=SPRING)

    with pytest.raises(NotYourEntry):
        actions.change(entry, text="Annat", by=colleague("Sam Rask"), now=NEXT_DAY)

    assert actions.change(entry, text="Vi odlar mer.", by=ceo, now=NEXT_DAY).text == "Vi odlar mer."


def test_a_correction_says_what_was_wrong_also_after_the_end(jonas: Person) -> None:
    assignment = begun(jonas)
    entry = actions.publish(assignment, by=jonas, now=SPRING)
    actions.end_entry(assignment, by=jonas, now=NEXT_DAY)
    later = NEXT_DAY + timedelta(days=1)

    corrected = actions.correct(entry, words="Det gällde skog.", text="Vi planterar skog.", by=jonas, now=later)

    assert (corrected.text, corrected.changed_at) == ("Vi planterar skog.", later)
    assert changes_of(entry) == [("published", ""), ("ended", ""), ("corrected", "Det gällde skog.")]


def test_a_correction_without_words_is_refused(jonas: Person) -> None:
    entry = actions.publish(begun(jonas), by=jonas, now=SPRING)

    with pytest.raises(CorrectionNeedsWords):
        actions.correct(entry, words=" ", by=jonas, now=NEXT_DAY)


def test_an_ended_entry_is_corrected_not_changed(jonas: Person) -> None:
    assignment = begun(jonas)
    entry = actions.publish(assignment, by=jonas, now=SPRING)
    ended = actions.end_entry(assignment, by=jonas, now=NEXT_DAY)

    with pytest.raises(EntryHasEnded):
        actions.change(entry, text="Annat", by=jonas, now=NEXT_DAY)

    assert ended is not None
    assert ended.ended_on == date(2026, 4, 2)
    assert actions.end_entry(assignment, by=jonas, now=NEXT_DAY) is None


def test_an_entry_follows_what_the_latest_amendment_changed_and_nothing_else(jonas: Person) -> None:
    assignment = begun(jonas)
    entry = actions.publish(assignment, by=jonas, now=SPRING)
    actions.change(entry, title="En egen rubrik", by=jonas, now=SPRING)
    assignment.public_text = "Vi odlar havre."
    assignment.save()
    changes = {"public_text": ["Vi odlar.", "Vi odlar havre."]}
    Amendment.objects.create(assignment=assignment, at=NEXT_DAY, by=jonas, changes=changes)

    followed = actions.follow(assignment, by=jonas, now=NEXT_DAY)

    assert followed is not None
    assert (followed.title, followed.text) == ("En egen rubrik", "Vi odlar havre.")


def test_begun_lobbying_that_is_not_published_is_blocked_until_it_is(jonas: Person) -> None:
    assignment, other_work = begun(jonas), begun(jonas, lobbying="no")

    assert list(queries.unpublished_lobbying()) == [assignment]
    assert actions.unpublished_lobbying_blocks(SPRING) == 1
    assert actions.unpublished_lobbying_blocks(NEXT_DAY) == 1
    assert list(Block.objects.values_list("assignment", "code", "lifted_at")) == [
        (assignment.pk, "unpublished_lobbying", None)
    ]

    actions.publish(assignment, by=jonas, now=NEXT_DAY)

    assert list(Block.objects.values_list("assignment", "lifted_at")) == [(assignment.pk, NEXT_DAY)]
    assert not other_work.blocks.exists()


def test_a_block_without_a_reason_left_is_lifted(jonas: Person) -> None:
    assignment = begun(jonas)
    actions.unpublished_lobbying_blocks(SPRING)
    assignment.lobbying = "no"
    assignment.save()

    assert actions.unpublished_lobbying_blocks(NEXT_DAY) == 0
    assert not Block.objects.filter(lifted_at__isnull=True).exists()
