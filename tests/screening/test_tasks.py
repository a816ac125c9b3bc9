"""A changed world is found by the worker within minutes."""

from klartecken.prospects import actions as prospects
from klartecken.screening import queries
from klartecken.screening.actions import touched_by_party
from klartecken.screening.tasks import screen_everything_open, screen_what_is_out_of_date
from tests.firm import LATER, MONDAY, Firm
from tests.screening.conftest import Register


def test_a_new_register_screens_what_is_open_and_only_once(firm: Firm, register: Register) -> None:
    assignment = firm.circulating(client=firm.client("Mörka Moln Holding AB"))
    firm.draft()
    assert screen_what_is_out_of_date(LATER) == 0

    register.holds("ofac", "77;Mörka Moln Holding AB;SE;ofac")

    assert screen_what_is_out_of_date(LATER) == 1
    hits = queries.hits(assignment, firm.resolver, now=LATER)
    assert [each.tier for each in hits if each.kind == "sanctions"] == ["ofac"]
    assert screen_what_is_out_of_date(LATER) == 0


def test_a_tended_garden_screens_nothing_at_once_and_everything_at_night(firm: Firm) -> None:
    assignment = firm.circulating(client=firm.client("Fyrtornets Rederi AB"))
    other = firm.circulating(client=firm.client("Blåbärsskogen AB", sectors=(("SNI2007", "62.010"),)))
    dreamed = prospects.plant(owner=firm.colleague, name="Fyrtornets Rederi", now=MONDAY)

    assert touched_by_party(dreamed.party_id) == []
    assert queries.hits(assignment, firm.resolver, now=LATER) == []

    assert screen_everything_open(LATER) == 2
    assert [each.is_hidden for each in queries.hits(assignment, firm.resolver, now=LATER)] == [True]
    assert queries.hits(other, firm.resolver, now=LATER) == []
