from datetime import date, datetime, timedelta
from typing import Any

import pytest

from klartecken.core.refusals import NotFound
from klartecken.people.models import Person
from klartecken.prospects import actions, queries
from klartecken.prospects.models import Prospect
from klartecken.prospects.queries import Garden

TODAY = date(2026, 11, 2)


def planted(owner: Person, name: str, in_days: int | None, *, now: datetime) -> Prospect:
    """A prospect to be contacted in some days; a day that has passed was set when it lay ahead."""
    day = None if in_days is None else TODAY + timedelta(days=in_days)
    return actions.plant(owner=owner, name=name, next_contact=day, now=now - timedelta(days=100))


def test_the_garden_is_grouped_by_when_to_be_in_touch(ebba: Person, now: datetime) -> None:
    resting = planted(ebba, "Resting", None, now=now)
    later = planted(ebba, "Later", 31, now=now)
    soon = planted(ebba, "Soon", 1, now=now)
    today = planted(ebba, "Today", 0, now=now)
    overdue = planted(ebba, "Overdue", -5, now=now)
    assert queries.grouped(queries.garden(ebba), today=TODAY) == Garden(
        due=(overdue, today), soon=(soon,), later=(later,), resting=(resting,)
    )


def test_contacts_are_due_on_the_day_and_not_before_it(ebba: Person, jonas: Person, now: datetime) -> None:
    prospect = planted(ebba, "Nordvind", 3, now=now)
    assert list(queries.contacts_due(ebba, TODAY + timedelta(days=2))) == []
    assert list(queries.contacts_due(ebba, TODAY + timedelta(days=3))) == [prospect]
    assert list(queries.contacts_due(jonas, TODAY + timedelta(days=3))) == []


@pytest.mark.parametrize("count", [1, 30])
def test_the_garden_is_read_in_one_query_however_much_grows(
    ebba: Person, now: datetime, count: int, django_assert_num_queries: object
) -> None:
    for number in range(count):
        prospect = planted(ebba, f"Nordvind {number}", number, now=now)
        actions.note(prospect, words="Hej", by=ebba, now=now)
    with django_assert_num_queries(1):  # type: ignore[operator]
        grown = queries.garden(ebba)
        assert len([each.party.name for each in grown]) == count


def test_the_garden_shows_the_latest_note(ebba: Person, now: datetime) -> None:
    prospect = planted(ebba, "Nordvind", None, now=now)
    actions.note(prospect, words="Först", by=ebba, now=now)
    actions.note(prospect, words="Sist", by=ebba, now=now + timedelta(hours=1))
    grown: list[Any] = list(queries.garden(ebba))
    assert [each.last_note for each in grown] == ["Sist"]


def test_an_empty_garden_is_empty(ebba: Person) -> None:
    assert not queries.grouped(queries.garden(ebba), today=TODAY)


@pytest.mark.parametrize("address", ["", "1", "nordvind", "00000000-0000-0000-0000-000000000000"])
def test_an_address_that_leads_nowhere_is_not_found(ebba: Person, address: str) -> None:
    with pytest.raises(NotFound):
        queries.get_own(ebba, address)
