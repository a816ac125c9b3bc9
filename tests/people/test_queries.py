"""Lists of people hold their number of queries."""

from datetime import date, datetime

import pytest
from pytest_django import DjangoAssertNumQueries

from klartecken.people import actions, queries
from klartecken.people.models import Person, Role
from tests.people.conftest import colleague


@pytest.mark.parametrize("count", [1, 30])
def test_the_lists_of_people_take_the_same_queries_for_one_and_for_thirty(
    db: None, now: datetime, count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(count):
        person = colleague(f"{number}@firma.example", f"Kollega {number}", role=Role.SURVEY_OWNER)
        actions.add_area(person, "skolan")
        actions.show_areas(person, show=True)
    with django_assert_num_queries(3):
        shown = [(p.name, [a.words for a in p.shown_areas], len(p.current_roles)) for p in queries.colleagues(now)]
    assert len(shown) == count
    assert {areas[0] for _, areas, _ in shown} == {"skolan"}
    with django_assert_num_queries(2):
        assert [len(p.current_roles) for p in queries.everyone(now)] == [1] * count


def test_the_administrator_sees_who_has_not_signed(administrator: Person, newcomer: Person, now: datetime) -> None:
    found = {person.name: person.is_signed for person in queries.everyone(now)}
    assert found == {"Ada Min": True, "Nils Ny": False}


def test_colleagues_are_those_who_have_signed(ebba: Person, newcomer: Person, now: datetime) -> None:
    assert list(queries.colleagues(now)) == [ebba]


def test_a_future_role_is_listed_but_not_held(administrator: Person, ebba: Person, now: datetime) -> None:
    actions.name_deputy(ebba, by=administrator, now=now, from_date=date(2027, 1, 1), until_date=date(2027, 1, 9))
    listed = queries.colleagues(now).get(pk=ebba.pk)
    assert [role.role for role in listed.current_roles] == [Role.DEPUTY]
    assert queries.roles_of(ebba, now.date()) == frozenset()


def test_an_unknown_token_is_nobodys(db: None) -> None:
    assert queries.person_by_token("") is None
    assert queries.person_by_token("påhittad") is None


def test_a_leaver_is_listed_among_the_former(administrator: Person, ebba: Person, now: datetime) -> None:
    actions.leave(ebba, by=administrator, now=now)
    assert list(queries.former_colleagues()) == [ebba]
    assert Person.objects.filter(pk=ebba.pk).exists()
