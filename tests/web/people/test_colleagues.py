"""The list of colleagues."""

import pytest
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from klartecken.people import actions
from klartecken.people.models import Person, Role
from tests.people.conftest import colleague
from tests.web.people.conftest import SignedIn


def test_a_colleague_is_found_by_an_area_they_show(signed_in: SignedIn, ebba: Person, ceo: Person) -> None:
    actions.add_area(ebba, "Skogens framtid")
    actions.show_areas(ebba, show=True)
    page = signed_in(ceo).get(reverse("people"), {"omrade": "skog"}).content.decode()
    assert ("Ebba Lind" in page, "Vera Dahl</span>" in page) == (True, False)
    assert "Ingen visar det området" in signed_in(ceo).get(reverse("people"), {"omrade": "hav"}).content.decode()


def test_who_has_not_signed_is_no_colleague_yet(signed_in: SignedIn, ceo: Person, newcomer: Person) -> None:
    assert newcomer.name not in signed_in(ceo).get(reverse("people")).content.decode()


@pytest.mark.parametrize("count", [1, 30])
@pytest.mark.parametrize(("name", "queries"), [("people", 8), ("management", 9)])
def test_the_lists_hold_their_query_count(
    signed_in: SignedIn,
    administrator: Person,
    count: int,
    name: str,
    queries: int,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    for number in range(count):
        actions.add_area(colleague(f"{number}@firma.example", f"K {number}", role=Role.SURVEY_OWNER), "skolan")
    client = signed_in(administrator)
    with django_assert_num_queries(queries):
        assert client.get(reverse(name)).status_code == 200
