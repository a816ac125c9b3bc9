import uuid
from decimal import Decimal

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from klartecken.parties import actions
from klartecken.parties.models import Ownership, Party
from klartecken.prospects import actions as prospects
from tests.firm import Firm

STATEMENT = {
    "owner": "Hai Feng Holdings",
    "kind": "organisation",
    "number": "",
    "country": "CN",
    "share": "30,5",
    "source": "Årsredovisningen 2025",
    "stated_on": "2026-01-15",
    "asserter": "",
}


@pytest.fixture
def party(firm: Firm) -> Party:
    """A party on a draft of the responsible consultant's."""
    return firm.draft().client


def address(name: str, party: Party) -> str:
    """The address of a party's page or act."""
    return reverse(f"parties:{name}", args=[party.pk])


def test_a_party_is_seen_through_something_visible_and_otherwise_does_not_exist(
    browser: Client, firm: Firm, party: Party
) -> None:
    assert party.name in browser.get(address("show", party)).content.decode()
    browser.force_login(firm.colleague)
    hidden = browser.get(address("show", party))
    missing = browser.get(reverse("parties:show", args=[uuid.uuid4()]))
    assert (hidden.status_code, missing.status_code) == (404, 404)
    assert hidden.content == missing.content
    assert browser.post(address("state_owner", party), STATEMENT).status_code == 404
    assert browser.get(address("amend", party)).status_code == 404


def test_a_party_in_ones_own_garden_is_seen(browser: Client, firm: Firm) -> None:
    prospect = prospects.plant(owner=firm.responsible, name="Drömmen", now=timezone.now())
    assert "Ändra uppgifter" in browser.get(address("show", prospect.party)).content.decode()


def test_an_owner_is_stated_in_per_cent_and_kept_as_a_fraction(browser: Client, firm: Firm, party: Party) -> None:
    answer = browser.post(address("state_owner", party), {**STATEMENT, "owned": str(party.pk)}, follow=True)
    link = Ownership.objects.select_related("owner").get()
    assert (link.share, link.owner.name, link.owner.country, link.asserter, str(link.stated_on)) == (
        Decimal("0.305"),
        "Hai Feng Holdings",
        "CN",
        firm.responsible.name,
        "2026-01-15",
    )
    page = answer.content.decode()
    assert "30,5\u00a0%" in page
    assert "69,5\u00a0%" in page
    assert "Årsredovisningen 2025" in page


def test_an_empty_share_is_unknown(browser: Client, party: Party) -> None:
    browser.post(address("state_owner", party), {**STATEMENT, "owned": str(party.pk), "share": ""})
    assert Ownership.objects.get().share is None


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"share": "101"}, "högst 100 procent"),
        ({"share": "många"}, "Skriv andelen i procent med siffror"),
        ({"share": "0"}, "mer än 0"),
        ({"source": ""}, ""),
        ({"number": "556012-5791"}, "Organisationsnumret stämmer inte"),
        ({"stated_on": "2999-01-01"}, "Datumet ligger i framtiden"),
        ({"country": "Kina"}, "två bokstäver"),
        ({"kind": "person"}, "För personer anges varken land"),
        ({"owner": "Åkerbruket Energi AB"}, "En part kan inte äga sig själv"),
    ],
)
def test_a_wrong_statement_is_told_at_its_field_and_leaves_no_owner_behind(
    browser: Client, party: Party, wrong: dict[str, str], told: str
) -> None:
    before = Party.objects.count()
    page = browser.post(address("state_owner", party), {**STATEMENT, "owned": str(party.pk), **wrong})
    assert page.status_code == 422
    assert told in page.content.decode()
    assert (Ownership.objects.count(), Party.objects.count()) == (0, before)


def test_more_than_the_whole_and_a_closed_circle_are_refused(browser: Client, firm: Firm, party: Party) -> None:
    owned = {"owned": str(party.pk)}
    browser.post(address("state_owner", party), {**STATEMENT, **owned, "share": "100"})
    page = browser.post(address("state_owner", party), {**STATEMENT, **owned, "owner": "Annan", "share": "1"})
    assert "mer än 100 procent" in page.content.decode()
    owner = Party.objects.get(name="Hai Feng Holdings")
    circle = {**STATEMENT, "owned": str(owner.pk), "owner": party.name, "country": "", "share": "100"}
    page = browser.post(address("state_owner", party), circle)
    assert "sluten cirkel" in page.content.decode()
    assert Ownership.objects.count() == 1
    assert browser.post(address("state_owner", party), {**circle, "share": "40"}).status_code == 302


def test_an_owner_that_has_sold_stays_in_the_history(browser: Client, party: Party) -> None:
    browser.post(address("state_owner", party), {**STATEMENT, "owned": str(party.pk)})
    link = Ownership.objects.get()
    page = browser.post(reverse("parties:end_owner", args=[party.pk, link.pk]), follow=True).content.decode()
    assert "Tidigare ägaruppgifter" in page
    assert "Inga ägare är angivna" in page


def test_a_colleague_who_sees_it_does_not_change_it(browser: Client, firm: Firm) -> None:
    party = firm.circulating().client
    browser.force_login(firm.colleague)
    assert "Ändra uppgifter" not in browser.get(address("show", party)).content.decode()
    page = browser.post(address("amend", party), {"name": "Ett annat namn"})
    assert (page.status_code, Party.objects.get(pk=party.pk).name) == (422, party.name)


def test_particulars_are_changed_and_come_back_as_they_were_written(browser: Client, party: Party) -> None:
    written = {
        "name": "Sydvind AB",
        "se_orgnr": "16556012-5790",
        "lei": "",
        "eu_tr": "",
        "other": "",
        "country": "se",
        "state_controlled": "no",
        "earlier_names": "Åkerbruket Energi AB",
        "other_names": "شركة الرياح",
        "sectors": "SNI2007 35.110\nSNI2025 73.300",
    }
    assert browser.post(address("amend", party), written).status_code == 302
    page = browser.get(address("show", party)).content.decode()
    for words in ("Sydvind AB", "556012-5790", "Åkerbruket Energi AB", "شركة الرياح", "SNI2007 35.110, SNI2025 73.300"):
        assert words in page
    form = browser.get(address("amend", party)).content.decode()
    assert 'value="556012-5790"' in form


def test_of_a_person_only_names_and_numbers_are_asked(browser: Client, firm: Firm) -> None:
    person = actions.register(name="Greta Ek", kind="person", by=firm.responsible, now=timezone.now())
    prospects.plant(owner=firm.responsible, name="", party=person, now=timezone.now())
    form = browser.get(address("amend", person)).content.decode()
    assert 'name="earlier_names"' in form
    assert 'name="country"' not in form
    browser.post(address("amend", person), {"name": "Greta Ek Lind", "country": "SE"})
    assert Party.objects.values_list("name", "country", "state_controlled").get(pk=person.pk) == (
        "Greta Ek Lind",
        "",
        None,
    )


@pytest.mark.parametrize(
    ("field", "value", "told"),
    [
        ("se_orgnr", "556012-5791", "Organisationsnumret stämmer inte"),
        ("lei", "123", "LEI-koden stämmer inte"),
        ("eu_tr", "123", "öppenhetsregister stämmer inte"),
        ("sectors", "70.210", "vilken näringsgrensindelning"),
        ("country", "Sverige", "två bokstäver"),
    ],
)
def test_what_is_wrong_is_told_at_its_field(browser: Client, party: Party, field: str, value: str, told: str) -> None:
    page = browser.post(address("amend", party), {"name": party.name, field: value})
    assert page.status_code == 422
    assert told in page.content.decode()
    assert f'id="id_{field}_error"' in page.content.decode()


def test_the_page_asks_as_many_questions_for_thirty_owners_as_for_one(
    browser: Client, firm: Firm, party: Party
) -> None:
    counts = []
    for rows in (1, 30):
        for number in range(rows):
            owner = actions.register(name=f"Ägare {rows} {number}", by=firm.responsible, now=timezone.now())
            actions.state_owner(
                party, owner, share=Decimal("0.01"), source="Brev", by=firm.responsible, now=timezone.now()
            )
        with CaptureQueriesContext(connection) as captured:
            browser.get(address("show", party))
        counts.append(len(captured))
    assert counts[0] == counts[1]
