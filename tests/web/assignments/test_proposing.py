"""A proposal in thirty seconds: four things, a draft or everyone at once."""

from collections.abc import Callable
from datetime import datetime

import pytest
from django.test import Client

from klartecken.assignments.models import Assignment
from klartecken.parties.models import Party
from klartecken.people.models import Person
from klartecken.prospects import actions as prospects
from tests.firm import Firm

SignIn = Callable[[Person], Client]


def four_things(firm: Firm, **changes: str) -> dict[str, str]:
    return {
        "client_name": "Granlunda Såg AB",
        "summary": "Berätta om lokalt virke",
        "lobbying": "no",
        "responsible": str(firm.responsible.pk),
        **changes,
    }


def test_four_things_make_a_draft(firm: Firm, sign_in: SignIn) -> None:
    answer = sign_in(firm.responsible).post("/assignments/new", four_things(firm) | {"draft": "1"})
    draft = Assignment.objects.get()
    assert (draft.client.name, draft.summary, draft.state, draft.responsible) == (
        "Granlunda Såg AB",
        "Berätta om lokalt virke",
        "draft",
        firm.responsible,
    )
    assert answer["Location"] == f"/assignments/{draft.pk}/edit"


def test_four_things_can_go_to_everyone_at_once(firm: Firm, sign_in: SignIn) -> None:
    sign_in(firm.responsible).post("/assignments/new", four_things(firm) | {"circulate": "1"})
    assert Assignment.objects.get().state == "circulating"


def test_one_proposes_for_oneself_unless_another_is_chosen(firm: Firm, sign_in: SignIn) -> None:
    shown = sign_in(firm.colleague).get("/assignments/new").content.decode()
    assert f'<option value="{firm.colleague.pk}" selected>' in shown


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"client_number": "556012-5791"}, "Organisationsnumret stämmer inte."),
        ({"client_name": ""}, "client_name_error"),
        ({"lobbying": ""}, "lobbying_error"),
        ({"summary": "a" * 301}, "summary_error"),
        ({"client_name": " \u200b "}, "Skriv ett namn."),
    ],
)
def test_what_is_wrong_is_told_at_its_field_and_the_rest_is_kept(
    firm: Firm, sign_in: SignIn, changes: dict[str, str], told: str
) -> None:
    answer = sign_in(firm.responsible).post("/assignments/new", four_things(firm, **changes))
    page = answer.content.decode()
    assert answer.status_code == 422
    assert told in page
    assert changes.get("summary", "Berätta om lokalt virke") in page
    assert not Assignment.objects.exists()
    assert not Party.objects.exists()


def test_the_number_is_written_as_people_write_it(firm: Firm, sign_in: SignIn) -> None:
    sign_in(firm.responsible).post("/assignments/new", four_things(firm, client_number="16556012-5790"))
    assert [str(each) for each in Party.objects.get().identifiers.all()] == ["se_orgnr:5560125790"]


def test_a_client_one_can_see_is_not_registered_twice(firm: Firm, sign_in: SignIn, now: datetime) -> None:
    known = firm.circulating(now=now).client
    sign_in(firm.colleague).post("/assignments/new", four_things(firm, client_name="åkerbruket energi ab"))
    assert Assignment.objects.latest("created_at").client == known


def test_a_client_one_cannot_see_is_registered_anew_so_that_nothing_is_told(
    firm: Firm, sign_in: SignIn, now: datetime
) -> None:
    hidden = firm.draft(now=now).client
    sign_in(firm.colleague).post("/assignments/new", four_things(firm, client_name=hidden.name))
    assert Assignment.objects.latest("created_at").client != hidden


def test_a_prospect_becomes_a_proposal_in_one_step(firm: Firm, sign_in: SignIn, now: datetime) -> None:
    prospect = prospects.plant(
        owner=firm.responsible, name="Drömbolaget AB", kind="dream", origin="own_outreach", why="De vågar.", now=now
    )
    client = sign_in(firm.responsible)
    shown = client.get(f"/assignments/new?prospect={prospect.pk}").content.decode()
    assert 'value="Drömbolaget AB"' in shown
    client.post("/assignments/new", four_things(firm, client_name="Drömbolaget AB", prospect=str(prospect.pk)))
    draft = Assignment.objects.get()
    assert (draft.prospect, draft.client, draft.origin) == (prospect, prospect.party, "own_outreach")


def test_somebody_elses_prospect_does_not_exist(firm: Firm, sign_in: SignIn, now: datetime) -> None:
    prospect = prospects.plant(owner=firm.responsible, name="Drömbolaget AB", kind="dream", origin="referral", now=now)
    assert sign_in(firm.responsible).get(f"/assignments/new?prospect={prospect.pk}").status_code == 200
    assert sign_in(firm.colleague).get(f"/assignments/new?prospect={prospect.pk}").status_code == 404
    assert sign_in(firm.colleague).get("/assignments/new?prospect=nonsense").status_code == 404
