"""A changed world is found by the worker within minutes."""

from klartecken.screening import queries
from klartecken.screening.tasks import screen_what_is_out_of_date
from tests.firm import LATER, Firm
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
