"""Areas of engagement, language, being away, tokens: a person's own business."""

from datetime import date, datetime
from uuid import uuid4

import pytest

from klartecken.ledger.models import Entry
from klartecken.notices.models import Preference
from klartecken.people import actions, errors, queries
from klartecken.people.models import ApiToken, Person


def test_colleagues_find_only_areas_that_are_shown(ebba: Person, ceo: Person, now: datetime) -> None:
    for person in (ebba, ceo):
        actions.add_area(person, "  Ängar och  hagar ")
    actions.show_areas(ebba, show=True)
    assert list(queries.colleagues_with_area("ÄNGAR", now)) == [ebba]
    actions.show_areas(ebba, show=False)
    assert list(queries.colleagues_with_area("ängar", now)) == []


def test_an_area_is_deletable_and_leaves_no_trace(ebba: Person, now: datetime) -> None:
    area = actions.add_area(ebba, "skolan")
    assert actions.add_area(ebba, "skolan") == area
    actions.remove_area(ebba, area.pk)
    assert list(ebba.areas.all()) == []
    assert Entry.objects.count() == 0


def test_nobody_removes_somebody_elses_area(ebba: Person, ceo: Person) -> None:
    area = actions.add_area(ebba, "skolan")
    actions.remove_area(ceo, area.pk)
    assert list(ebba.areas.all()) == [area]


@pytest.mark.parametrize("words", ["", "  ", "x" * 81])
def test_an_area_is_a_few_words(ebba: Person, words: str) -> None:
    with pytest.raises(errors.AreaIsTooLong):
        actions.add_area(ebba, words)


def test_being_away_keeps_the_digests_quiet(ebba: Person, now: datetime) -> None:
    actions.set_away(ebba, date(2026, 12, 1), now=now)
    assert Preference.objects.get(person=ebba.pk).quiet_until == date(2026, 12, 1)
    actions.set_away(ebba, None, now=now)
    assert Preference.objects.get(person=ebba.pk).quiet_until is None


def test_away_until_yesterday_is_a_mistake(ebba: Person, now: datetime) -> None:
    with pytest.raises(errors.DateIsPast):
        actions.set_away(ebba, date(2026, 11, 22), now=now)


def test_there_are_two_languages(ebba: Person) -> None:
    actions.set_language(ebba, "en")
    with pytest.raises(errors.UnknownLanguage):
        actions.set_language(ebba, "fi")
    ebba.refresh_from_db()
    assert ebba.language == "en"


def test_a_token_is_shown_once_and_ends_at_once(ebba: Person, ceo: Person, now: datetime) -> None:
    token = actions.issue_token(ebba, label="kalender", now=now)
    row = ApiToken.objects.get()
    assert token not in (row.token_hash, row.label)
    assert queries.person_by_token(token) == ebba
    actions.revoke_token(ceo, row.pk, now=now)
    assert queries.person_by_token(token) == ebba
    actions.revoke_token(ebba, uuid4(), now=now)
    actions.revoke_token(ebba, row.pk, now=now)
    assert queries.person_by_token(token) is None
    assert list(Entry.objects.order_by("sequence").values_list("verb", flat=True)) == [
        "people.token_issued",
        "people.token_revoked",
    ]
