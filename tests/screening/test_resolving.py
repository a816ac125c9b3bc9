"""What people make of hits: reused while the facts stand, looked at by two where the law is strict."""

from decimal import Decimal

import pytest

from klartecken.assignments.models import Assignment
from klartecken.core.journey import Effect
from klartecken.parties import actions as parties
from klartecken.policies import queries as policies
from klartecken.screening import actions, queries
from klartecken.screening.errors import (
    MayNotSecond,
    NoSuchHit,
    NothingToSecond,
    NotTheResolver,
    ReasonMissing,
    SecondMustBeSomebodyElse,
    UnknownOutcome,
)
from klartecken.screening.models import Resolution
from tests.firm import LATER, MONDAY, WINDOW_ENDED, Firm
from tests.screening.conftest import Register, hit_of

OTHERS = ("1;Svarta Havets Skeppsmäkleri;RU;ofac", "2;Östra Hamnens Handel;BY;ofac", "3;Tundra Oljor;RU;ofac")
LISTED = "77;Mörka Moln Holding AB;SE;{tier}"


def rivals(firm: Firm) -> tuple[Assignment, Assignment]:
    other = firm.circulating(client=firm.client("Hamnkranen i Luleå AB"))
    return firm.circulating(client=firm.client("Kajplatsen AB")), other


def test_a_settled_hit_no_longer_waits_and_says_who_and_why(firm: Firm) -> None:
    assignment, _other = rivals(firm)
    hit = hit_of(assignment, firm, "competing")
    assert queries.open_hits(assignment) == 1

    actions.resolve(hit, outcome="same_no_conflict", reason="Olika hamnar.", by=firm.resolver, now=MONDAY)

    settled = hit_of(assignment, firm, "competing")
    assert queries.open_hits(assignment) == 0
    assert settled.resolution is not None
    assert (settled.outcome_words, settled.resolution.reason) == ("Samma, ingen konflikt", "Olika hamnar.")
    assert "hits-settled" not in {each.rule for each in policies.findings(assignment.pk) if each.stands}


def test_a_confirmed_conflict_asks_for_consultation_and_goes_to_the_ceo(firm: Firm) -> None:
    assignment, _other = rivals(firm)

    actions.resolve(hit_of(assignment, firm, "competing"), outcome="conflict", reason="x", by=firm.resolver, now=MONDAY)

    assert policies.effects_standing(assignment.pk) >= {Effect.CONSULT, Effect.WEIGH}
    assert not queries.consultations_valid(assignment, MONDAY.date())


def test_a_judgement_is_reused_while_its_facts_stand_and_reopened_by_exactly_those(firm: Firm) -> None:
    assignment, other = rivals(firm)
    actions.resolve(hit_of(assignment, firm, "competing"), outcome="conflict", reason="x", by=firm.resolver, now=MONDAY)

    actions.screen(assignment.pk, by=None, now=LATER)
    assert not hit_of(assignment, firm, "competing").is_open

    parties.amend(assignment.client, by=firm.responsible, now=LATER, country="NO")
    assert not hit_of(assignment, firm, "competing").is_open

    parties.amend(other.client, by=firm.responsible, now=LATER, sectors=(("SNI2007", "01.110"), ("SNI2007", "01.120")))
    actions.screen(assignment.pk, by=None, now=LATER)
    reopened = hit_of(assignment, firm, "competing")
    assert reopened.earlier is not None
    assert (reopened.is_open, reopened.earlier.reason) == (True, "x")


def test_a_changed_entry_on_the_list_reopens_its_hit_and_no_other(firm: Firm, register: Register) -> None:
    register.holds("ofac", LISTED.format(tier="ofac"), "78;Mörka Moln Holding Invest AB;SE;ofac", *OTHERS)
    assignment = firm.circulating(client=firm.client("Mörka Moln Holding AB"))
    found = {each.entity: each for each in queries.hits(assignment, firm.resolver, now=MONDAY)}
    for hit in found.values():
        actions.resolve(hit, outcome="not_the_same", reason="Nej.", by=firm.resolver, now=MONDAY)
    assert queries.open_hits(assignment) == 0

    register.holds("ofac", LISTED.format(tier="ofac"), "78;Mörka Moln Holding Invest AB;;ofac", *OTHERS)
    actions.screen(assignment.pk, by=None, now=LATER)

    again = {each.entity: each.is_open for each in queries.hits(assignment, firm.resolver, now=LATER)}
    assert set(found) == {"77", "78"}
    assert again == {"77": False, "78": True}


@pytest.mark.parametrize("tier", ["eu", "un"])
def test_a_hit_on_a_binding_list_takes_two_people_and_then_the_law_stops(
    firm: Firm, register: Register, tier: str
) -> None:
    register.holds(tier, LISTED.format(tier=tier))
    assignment = firm.circulating(client=firm.client("Mörka Moln Holding AB"))

    first = actions.resolve(
        hit_of(assignment, firm, "sanctions"), outcome="conflict", reason="Samma LEI.", by=firm.resolver, now=MONDAY
    )
    assert queries.open_hits(assignment) == 1
    assert not queries.hard_stop(assignment)

    actions.second(first, by=firm.ceo, now=MONDAY)
    assert queries.open_hits(assignment) == 0
    assert queries.hard_stop(assignment)
    assert Effect.HARD_STOP in policies.effects_standing(assignment.pk)


def test_the_second_person_is_another_one_with_a_role_for_it(firm: Firm, register: Register) -> None:
    register.holds("eu", LISTED.format(tier="eu"))
    assignment = firm.circulating(client=firm.client("Mörka Moln Holding AB"))
    hit = hit_of(assignment, firm, "sanctions")
    first = actions.resolve(hit, outcome="not_the_same", reason="Annat land.", by=firm.resolver, now=MONDAY)

    with pytest.raises(SecondMustBeSomebodyElse):
        actions.second(first, by=firm.resolver, now=MONDAY)
    with pytest.raises(MayNotSecond):
        actions.second(first, by=firm.colleague, now=MONDAY)
    actions.resolve(hit, outcome="not_the_same", reason="Jag ser detsamma.", by=firm.ceo, now=MONDAY)

    assert Resolution.objects.get().seconded_by == firm.ceo
    with pytest.raises(NothingToSecond):
        actions.second(first, by=firm.ceo, now=MONDAY)


def test_another_countrys_list_is_weighed_after_one_person(firm: Firm, register: Register) -> None:
    register.holds("ofac", LISTED.format(tier="ofac"))
    assignment = firm.circulating(client=firm.client("Mörka Moln Holding AB"))

    actions.resolve(
        hit_of(assignment, firm, "sanctions"), outcome="conflict", reason="Ja.", by=firm.resolver, now=MONDAY
    )

    standing = {each.rule for each in policies.findings(assignment.pk) if each.stands and each.effect == Effect.WEIGH}
    assert standing == {"other-lists"}
    assert not queries.hard_stop(assignment)


def test_owned_to_a_half_by_a_listed_owner_is_stopped_like_the_listed(firm: Firm, register: Register) -> None:
    register.holds("eu", LISTED.format(tier="eu"))
    client = firm.client("Ljusglimten AB")
    dark = parties.register(name="Mörka Moln Holding AB", country="SE", by=firm.responsible, now=MONDAY)
    parties.state_owner(client, dark, share=Decimal("0.5"), source="Aktiebok", by=firm.ceo, now=MONDAY)
    assignment = firm.circulating(client=client)

    first = actions.resolve(
        hit_of(assignment, firm, "sanctions"), outcome="conflict", reason="Ja.", by=firm.resolver, now=MONDAY
    )
    actions.second(first, by=firm.ceo, now=MONDAY)

    assert queries.hard_stop(assignment)


def test_only_the_resolver_settles_with_a_reason_and_a_known_answer(firm: Firm) -> None:
    assignment, _other = rivals(firm)
    hit = hit_of(assignment, firm, "competing")

    with pytest.raises(NotTheResolver):
        actions.resolve(hit, outcome="conflict", reason="x", by=firm.responsible, now=MONDAY)
    with pytest.raises(ReasonMissing):
        actions.resolve(hit, outcome="conflict", reason=" ", by=firm.resolver, now=MONDAY)
    with pytest.raises(UnknownOutcome):
        actions.resolve(hit, outcome="fine", reason="x", by=firm.resolver, now=MONDAY)
    actions.screen(assignment.pk, by=None, now=LATER)
    with pytest.raises(NoSuchHit):
        actions.resolve(hit, outcome="conflict", reason="x", by=firm.resolver, now=WINDOW_ENDED)
    assert Resolution.objects.count() == 0
