"""The list of assignments: what one may see, narrowed and searched, in as many queries for thirty as for one."""

from collections.abc import Callable
from datetime import datetime

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from klartecken.people.models import Person
from tests.firm import Firm

SignIn = Callable[[Person], Client]


def names_on(page: str) -> list[str]:
    return [line.split(">")[1].split("<")[0] for line in page.split('<a class="title"')[1:]]


@pytest.fixture
def some(firm: Firm, now: datetime) -> Firm:
    firm.ongoing(client=firm.client("Arbetet AB"))
    firm.draft(now=now, client=firm.client("Utkastet AB", now=now))
    firm.circulating(now=now, client=firm.client("Förslaget AB", now=now))
    return firm


def test_a_colleague_finds_what_is_theirs_to_see(some: Firm, sign_in: SignIn) -> None:
    expected = {
        "": {"Förslaget AB", "Arbetet AB"},
        "?visa=foreslagna": {"Förslaget AB"},
        "?visa=pagaende": {"Arbetet AB"},
        "?visa=avslutade": set(),
        "?visa=mina": set(),
        "?q=arbetet": {"Arbetet AB"},
        "?q=Utkastet": set(),
        "?visa=nonsens&sida=99": {"Förslaget AB", "Arbetet AB"},
    }
    client = sign_in(some.colleague)
    found = {query: set(names_on(client.get(f"/assignments/{query}").content.decode())) for query in expected}
    assert found == expected


def test_the_responsible_consultant_finds_the_draft_too(some: Firm, sign_in: SignIn) -> None:
    page = sign_in(some.responsible).get("/assignments/?visa=mina").content.decode()
    assert set(names_on(page)) == {"Utkastet AB", "Förslaget AB", "Arbetet AB"}


def test_thirty_take_as_many_queries_as_one(
    firm: Firm, sign_in: SignIn, now: datetime, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    client, made = sign_in(firm.colleague), 0
    for total in (1, 30):
        for number in range(made, total):
            firm.circulating(now=now, client=firm.client(f"Bolaget {number} AB", now=now))
        made = total
        with django_assert_num_queries(8):
            page = client.get("/assignments/").content.decode()
        assert len(names_on(page)) == total
