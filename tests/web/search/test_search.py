"""The search: everything one may see, and no difference between what is hidden and what is not there."""

from collections.abc import Callable
from datetime import datetime

from django.test import Client

from klartecken.people.models import Person
from klartecken.prospects import actions as prospects
from tests.firm import Firm

SignIn = Callable[[Person], Client]


def answer(client: Client, words: str) -> list[str]:
    """The answer without the token of its forms and without the words that were asked for."""
    page = client.get("/search", {"q": words}).content.decode()
    return [line.replace(words, "…") for line in page.splitlines() if "csrf" not in line.lower()]


def test_assignments_parties_and_own_prospects_are_found(firm: Firm, sign_in: SignIn, now: datetime) -> None:
    firm.circulating(now=now, client=firm.client("Björkalunda Energi AB", now=now))
    prospects.plant(owner=firm.colleague, name="Björkalunda Dröm AB", kind="dream", origin="referral", now=now)
    page = sign_in(firm.colleague).get("/search?q=bjorkalunda").content.decode()
    assert page.count("Björkalunda Energi AB") >= 1
    assert "Björkalunda Dröm AB" in page
    other = sign_in(firm.newcomer).get("/search?q=bjorkalunda").content.decode()
    assert "Björkalunda Energi AB" in other
    assert "Björkalunda Dröm AB" not in other


def test_a_hidden_name_is_answered_byte_for_byte_like_a_name_that_nobody_wrote(
    firm: Firm, sign_in: SignIn, now: datetime
) -> None:
    firm.draft(now=now, client=firm.client("Kattuggla AB", now=now))
    assert "Kattuggla AB" in sign_in(firm.responsible).get("/search?q=Kattuggla").content.decode()
    client = sign_in(firm.colleague)
    assert answer(client, "Kattuggla") == answer(client, "Kattugggl")


def test_an_empty_search_asks_and_answers_nothing(firm: Firm, sign_in: SignIn) -> None:
    page = sign_in(firm.colleague).get("/search?q=%20").content.decode()
    assert "Inget att visa" not in page
