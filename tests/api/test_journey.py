"""The whole journey over HTTP, and how refusals are told."""

from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from klartecken.assignments.models import Assignment, Clearance
from klartecken.circulation.models import OptOut
from klartecken.parties.models import Party
from klartecken.people import actions as people
from tests.api.conftest import Caller, Callers
from tests.firm import MONDAY, Firm

PROPOSAL = {
    "client": {
        "name": "Åkerbruket Energi AB",
        "country": "SE",
        "identifiers": {"se_orgnr": "556703-7485"},
        "sectors": ["SNI2007:01.110"],
    },
    "summary": "Berätta om elnät på landsbygden",
    "lobbying": "yes",
    "party_work": "none",
    "intermediary": False,
    "public_text": "Vi hjälper Åkerbruket att föreslå enklare regler.",
}


def _proposed(callers: Callers, **changes: object) -> Any:
    answer = callers.responsible.post("/assignments", {**PROPOSAL, **changes})
    assert answer.status_code == 201, answer.content
    return answer.json()


def test_a_lobbying_assignment_goes_from_proposal_to_the_public_list(firm: Firm, callers: Callers) -> None:
    made = _proposed(callers)
    path = f"/assignments/{made['id']}"
    assert (made["state"], made["client"]["identifiers"]) == (
        "draft",
        [{"scheme": "se_orgnr", "value": "5567037485"}],
    )

    assert callers.responsible.post(path + "/circulate").status_code == 200
    firm.deliver(now=timezone.now())
    assert callers.colleague.post(path + "/viewpoint", {"stance": "support", "words": "Bra."}).status_code == 200
    assert callers.ceo.post(path + "/close-round", {"reason": "Beslut i dag"}).status_code == 200
    confirmed = callers.responsible.post(path + "/confirm").json()
    assert confirmed.get("state") == "cleared", confirmed
    refused = callers.responsible.post(path + "/quote")
    assert (refused.status_code, refused.json()["code"]) == (409, "quote_gate_closed")
    assert [each["code"] for each in refused.json()["missing"]] == ["openness_told"]
    assert callers.responsible.post(path + "/accept-openness", {"accepted_by": "Vd"}).status_code == 200
    assert callers.responsible.post(path + "/quote").json()["state"] == "quoted"
    started = callers.responsible.post(path + "/start")

    assert started.json()["state"] == "ongoing"
    listed = Client().get("/public/assignments.json").json()
    assert "Åkerbruket Energi AB" in str(listed)


def test_a_refused_quote_tells_everything_that_is_missing_as_a_problem(callers: Callers) -> None:
    made = _proposed(callers)

    answer = callers.responsible.post(f"/assignments/{made['id']}/quote")

    assert answer.status_code == 409
    assert answer["Content-Type"] == "application/problem+json"
    assert answer.json()["code"] == "quote_gate_closed"
    assert {each["code"] for each in answer.json()["missing"]} >= {"clearance", "everyone_informed", "window"}


def test_a_write_on_an_old_version_is_refused_and_nothing_is_changed(callers: Callers) -> None:
    made = _proposed(callers)
    path = f"/assignments/{made['id']}"
    saved = callers.responsible.patch(path, {"summary": "En ny mening"}, **{"If-Match": f'"{made["version"]}"'})
    assert saved.status_code == 200

    stale = callers.responsible.patch(path, {"summary": "En annan"}, **{"If-Match": f'"{made["version"]}"'})

    assert (stale.status_code, stale.json()["code"]) == (412, "stale")
    shown = callers.responsible.get(path)
    assert shown.json()["summary"] == "En ny mening"
    assert shown["ETag"] == f'"{shown.json()["version"]}"'


def test_what_is_not_visible_and_what_is_not_there_are_told_alike(callers: Callers) -> None:
    made = _proposed(callers)
    missing = "/assignments/00000000-0000-4000-8000-000000000000"
    assert callers.responsible.get(f"/assignments/{made['id']}").status_code == 200

    unseen = callers.colleague.get(f"/assignments/{made['id']}")

    assert (unseen.status_code, unseen.content) == (404, callers.colleague.get(missing).content)
    assert callers.colleague.get("/assignments").json() == {"items": [], "count": 0}


def test_no_token_no_answer_and_no_undertaking_no_reading(firm: Firm) -> None:
    unsigned, _token = people.invite(email="new@sylve.example", name="Ny Person", by=None, now=MONDAY)
    token = people.issue_token(unsigned, label="", now=MONDAY)

    assert Client().get("/api/v1/assignments").status_code == 401
    answer = Caller(token).get("/assignments")
    assert (answer.status_code, answer.json()["code"]) == (403, "undertaking_not_signed")


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"client": {"name": "X", "identifiers": {"se_orgnr": "556703-7486"}}}, "identifiers"),
        ({"client": {"name": "X", "identifiers": {"lei": "5493001KJTIIGC8Y1R13"}}}, "identifiers"),
        ({"lobbying": "perhaps"}, "lobbying"),
        ({"starts_on": "2026-10-01", "ends_on": "2026-09-01"}, "ends_on"),
        ({"team": ["nobody@sylve.example"]}, "team"),
        ({"unknown_field": 1}, "unknown_field"),
    ],
)
def test_bad_input_names_the_field_and_stores_nothing(callers: Callers, change: dict[str, object], field: str) -> None:
    answer = callers.responsible.post("/assignments", {**PROPOSAL, **change})

    assert answer.status_code == 422
    assert field in answer.content.decode()
    assert callers.responsible.get("/assignments").json()["count"] == 0


def test_an_opt_out_answers_nothing_and_is_told_to_nobody(firm: Firm, callers: Callers) -> None:
    made = _proposed(callers, team=[firm.colleague.email])
    path = f"/assignments/{made['id']}"
    callers.responsible.post(path + "/circulate")
    before = callers.responsible.get(path).json()

    answer = callers.colleague.post(path + "/opt-out")

    assert (answer.status_code, answer.content) == (204, b"")
    assert callers.colleague.get(path).json()["team"] == before["team"]
    assert callers.responsible.get(path).json()["version"] == before["version"]


def test_the_api_describes_itself(db: None) -> None:
    described = Client().get("/api/v1/openapi.json").json()

    acts = {
        *("screen", "circulate", "viewpoint", "opt-out", "close-round", "answer", "resolve", "confirm", "decide"),
        *("decline", "veto", "accept-openness", "quote", "start", "publish", "suspend", "end", "withdraw"),
    }
    paths = set(described["paths"])
    assert {f"/api/v1/assignments/{{assignment_id}}/{act}" for act in acts} <= paths
    assert {"/api/v1/assignments", "/api/v1/assignments/{assignment_id}", "/api/v1/screen"} <= paths


def test_only_who_chooses_the_team_is_told_that_it_has_to_change(firm: Firm, callers: Callers) -> None:
    made = _proposed(callers, team=[firm.responsible.email, firm.newcomer.email])
    path = f"/assignments/{made['id']}"
    callers.responsible.post(path + "/circulate")
    OptOut.objects.create(assignment_id=made["id"], person=firm.newcomer)

    told = {
        name: {each["code"] for each in caller.get(path).json()["missing_for_quote"]}
        for name, caller in (("responsible", callers.responsible), ("colleague", callers.colleague))
    }

    assert told["responsible"] - told["colleague"] == {"team"}
    assert told["colleague"] >= {"clearance", "window"}


def test_a_mask_keeps_back_what_those_who_know_the_name_have_written(firm: Firm, callers: Callers) -> None:
    made = firm.cleared()
    deciding_words = "Åkerbruket är rätt för oss."
    Clearance.objects.filter(assignment=made).update(reasons=deciding_words)
    path = f"/assignments/{made.pk}"
    assert callers.colleague.get(path).json()["clearance"]["reasons"] == deciding_words

    Assignment.objects.filter(pk=made.pk).update(mask="approved", masked_summary="Ett energibolag")
    masked = callers.colleague.get(path)

    assert (masked.json()["clearance"]["reasons"], masked.json()["missing_for_quote"]) == ("", [])
    assert "Åkerbruket" not in masked.content.decode()


def test_a_refused_change_leaves_no_party_behind(firm: Firm, callers: Callers) -> None:
    path = f"/assignments/{firm.circulating().pk}"
    change = {"client": {"name": "Fyrtornets Rederi AB", "country": "SE"}, "reason": "En annan kund"}

    assert callers.colleague.patch(path, change).status_code == 403
    assert not Party.objects.filter(name="Fyrtornets Rederi AB").exists()
    assert callers.responsible.patch(path, change).status_code == 200
    assert Party.objects.filter(name="Fyrtornets Rederi AB").count() == 1


def test_the_ceos_condition_is_met_over_http_before_the_quote(firm: Firm, callers: Callers) -> None:
    made = _proposed(callers, lobbying="no")
    path = f"/assignments/{made['id']}"
    callers.responsible.post(path + "/circulate")
    firm.deliver(now=timezone.now())
    callers.colleague.post(path + "/viewpoint", {"stance": "object", "words": "Vem äger dem?"})
    for question in callers.responsible.get(path).json()["open_questions"]:
        told = {"fact": question["fact"], "not_obtainable": "Frågan är ställd."}
        assert callers.responsible.post(path + "/answer", told).status_code == 200
    callers.ceo.post(path + "/close-round", {"reason": "Beslut i dag"})
    ruling = {"outcome": "accept", "reasons": "Viktigt.", "conditions": ["Visa ägarna"]}
    decided = callers.ceo.post(path + "/decide", ruling).json()
    refused = callers.responsible.post(path + "/quote").json()
    assert [each["code"] for each in refused["missing"]] == ["condition"]

    met = {"condition": decided["conditions"][0]["id"], "evidence": "Aktieboken"}
    assert callers.responsible.post(path + "/meet-condition", met).status_code == 200

    assert callers.responsible.post(path + "/quote").json()["state"] == "quoted"
