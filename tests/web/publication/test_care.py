import pytest
from django.test import Client

from klartecken.assignments.models import Assignment
from klartecken.people import actions as people
from klartecken.people.models import Person, Role
from klartecken.publication import actions, queries
from klartecken.publication.models import PublicEntry
from tests.begun import SPRING, begun, colleague


@pytest.fixture
def jonas(db: None) -> Person:
    people.found_firm(name="Sylve & Partner", now=SPRING)
    return colleague("Jonas Ek")


@pytest.fixture
def assignment(jonas: Person) -> Assignment:
    return begun(jonas)


@pytest.fixture
def entry(assignment: Assignment, jonas: Person) -> PublicEntry:
    return actions.publish(assignment, by=jonas, now=SPRING)


def page(assignment: Assignment, *parts: str) -> str:
    return "/".join([f"/assignments/{assignment.pk}/public", *parts])


def test_the_responsible_consultant_changes_what_the_list_says(
    client: Client, jonas: Person, assignment: Assignment, entry: PublicEntry
) -> None:
    client.force_login(jonas)
    shown = client.get(page(assignment)).content.decode()
    sent = {"title": "Åkerbruket", "text": "Vi odlar mer.", "words": "Ny text", "shows_consultants": "on"}
    answer = client.post(page(assignment, "change"), sent)

    entry.refresh_from_db()
    assert "Vi odlar." in shown
    assert (answer.status_code, entry.text, entry.shows_consultants) == (302, "Vi odlar mer.", True)


def test_a_correction_needs_words_and_keeps_what_was_written(
    client: Client, jonas: Person, assignment: Assignment, entry: PublicEntry
) -> None:
    client.force_login(jonas)
    refused = client.post(page(assignment, "correct"), {"words": "", "text": "Vi odlar råg."})

    assert refused.status_code == 422
    assert "Vi odlar råg." in refused.content.decode()
    assert (
        client.post(page(assignment, "correct"), {"words": "Det är råg.", "text": "Vi odlar råg."}).status_code == 302
    )
    entry.refresh_from_db()
    assert entry.text == "Vi odlar råg."


def test_other_work_is_published_when_the_client_has_said_yes(client: Client, jonas: Person) -> None:
    assignment = begun(jonas, lobbying="no")
    client.force_login(jonas)

    assert client.post(page(assignment, "publish"), {}).status_code == 422
    assert queries.entry_of(assignment) is None
    assert client.post(page(assignment, "publish"), {"client_agrees": "on"}).status_code == 302
    assert queries.entry_of(assignment) is not None


def test_unpublished_lobbying_shows_as_an_error_with_the_way_out(
    client: Client, jonas: Person, assignment: Assignment
) -> None:
    client.force_login(jonas)

    assert 'role="alert"' in client.get(page(assignment)).content.decode()
    assert client.post(page(assignment, "publish"), {}).status_code == 302
    assert 'role="alert"' not in client.get(page(assignment)).content.decode()


def test_colleagues_see_the_assignment_but_do_not_change_its_public_words(
    client: Client, assignment: Assignment, entry: PublicEntry
) -> None:
    client.force_login(colleague("Sam Rask"))

    assert client.get(page(assignment)).status_code == 403
    assert client.post(page(assignment, "change"), {"title": "x", "text": "x"}).status_code == 403
    client.force_login(colleague("Karin Sylve", Role.CEO))
    assert client.get(page(assignment)).status_code == 200


@pytest.mark.parametrize("state", ["draft", "circulating", "declined"])
def test_what_has_not_begun_has_no_such_page(client: Client, jonas: Person, state: str) -> None:
    client.force_login(jonas)

    assert client.get(page(begun(jonas, state=state))).status_code == 404


def test_a_get_changes_nothing(client: Client, jonas: Person, assignment: Assignment, entry: PublicEntry) -> None:
    client.force_login(jonas)

    assert [client.get(page(assignment, act)).status_code for act in ("publish", "change", "correct")] == [405] * 3


def test_strangers_are_asked_to_sign_in(client: Client, assignment: Assignment) -> None:
    assert client.get(page(assignment)).status_code == 302
