"""What a screening finds, where it looked, and what it judges."""

from datetime import timedelta

import pytest

from klartecken.assignments import actions as assignments
from klartecken.assignments.models import AssignmentParty
from klartecken.core.journey import Effect
from klartecken.deciding import actions as deciding
from klartecken.parties import actions as parties
from klartecken.parties.models import Issue
from klartecken.policies import queries as policies
from klartecken.prospects import actions as prospects
from klartecken.screening import actions, queries
from klartecken.screening.models import Run
from tests.firm import LATER, MONDAY, Firm, fresh
from tests.screening.conftest import Register, hit_of, screened


def test_without_registers_the_run_says_so_and_claims_nothing(firm: Firm) -> None:
    assignment = firm.circulating()
    run = queries.current_run(assignment)

    assert run is not None
    assert run.snapshots == {}
    assert [sentence for sentence in run.not_searched if "inte inläst" in sentence] == [
        "Inte genomsökt, inte inläst: GLEIF (juridiska personer och koncerner), EU:s sanktionslista, "
        "FN:s sanktionslista, USA:s sanktionslista (OFAC), Storbritanniens sanktionslista."
    ]
    assert run.not_searched[-1] == "Inte genomsökt: personalens uppdrag vid sidan av."
    assert queries.open_hits(assignment) == 0
    assert queries.is_current(assignment)


def test_a_run_names_the_registers_it_searched_with_their_size(firm: Firm, register: Register) -> None:
    register.holds("eu", "1;Mörka Moln Holding;;eu", "2;Svarta Havets Skeppsmäkleri;RU;eu")

    run = queries.current_run(firm.circulating())

    assert run is not None
    assert list(run.snapshots) == ["eu"]
    assert next(sentence for sentence in run.searched if "sanktionslista" in sentence).endswith(": 2 poster.")
    assert "EU:s sanktionslista" not in run.not_searched[0]


KINDS = ("same", "competing", "opposing", "adverse")


@pytest.mark.parametrize("kind", KINDS)
def test_two_assignments_meet(firm: Firm, kind: str) -> None:
    elsewhere = (("SNI2007", "62.010"),)
    issue = Issue.objects.create(name_sv="Elnätets avgifter", name_en="Grid fees")
    other = firm.circulating(
        client=firm.client("Hamnkranen i Luleå AB", sectors=(("SNI2007", "35.110"),)), positions=[(issue, 2, "")]
    )
    of_kind: dict[str, dict[str, object]] = {
        "same": {"client": firm.client("Hamnkranen i Luleå Aktiebolag", sectors=elsewhere)},
        "competing": {"client": firm.client("Vindsus AB", sectors=(("SNI2007", "35.110"),))},
        "opposing": {"client": firm.client("Vindsus AB", sectors=elsewhere), "positions": [(issue, -2, "")]},
        "adverse": {"client": firm.client("Vindsus AB", sectors=elsewhere), "parties": [(other.client, "adverse")]},
    }

    assignment = firm.draft(client=of_kind[kind].pop("client"), **of_kind[kind])  # type: ignore[arg-type]
    hits = screened(assignment, firm)

    assert [(each.kind, each.hit.other, each.is_open) for each in hits] == [(kind, other, True)]


def test_an_unrelated_assignment_is_no_hit(firm: Firm) -> None:
    firm.circulating(client=firm.client("Hamnkranen i Luleå AB", sectors=(("SNI2007", "62.010"),)))

    assert screened(firm.draft(client=firm.client("Blåbärsskogen AB")), firm) == []


def test_a_client_that_comes_back_is_no_conflict_with_itself(firm: Firm) -> None:
    client = firm.client()
    firm.ongoing(client=client)

    assert screened(firm.draft(client=client), firm) == []


def test_an_owner_that_both_clients_have_makes_them_affiliated(firm: Firm) -> None:
    mother = firm.client("Moderbolaget AB", sectors=())
    daughters = [
        firm.client("Dottern Norr AB", sectors=(("SNI2007", "62.010"),)),
        firm.client("Dottern Syd AB", sectors=(("SNI2007", "35.110"),)),
    ]
    for each in daughters:
        parties.state_owner(each, mother, share=None, controls=True, source="Årsredovisning", by=firm.ceo, now=MONDAY)
    firm.circulating(client=daughters[0])

    hits = screened(firm.draft(client=daughters[1]), firm)

    assert [(each.kind, each.name) for each in hits] == [("affiliated", "Dottern Norr AB")]


def test_an_ended_assignment_counts_for_a_year(firm: Firm) -> None:
    ongoing = firm.ongoing(client=firm.client("Hamnkranen i Luleå AB"))
    deciding.end(ongoing, by=firm.responsible, now=LATER)
    rival = firm.draft(client=firm.client("Kajplatsen AB"))

    actions.screen(rival.pk, by=None, now=LATER + timedelta(days=300))
    assert [each.kind for each in queries.hits(rival, firm.resolver)] == ["competing"]
    actions.screen(rival.pk, by=None, now=LATER + timedelta(days=400))
    assert queries.hits(rival, firm.resolver) == []


def test_a_colleagues_dream_client_is_the_resolvers_business_alone(firm: Firm) -> None:
    prospects.plant(owner=firm.colleague, name="Drömmarnas Tivoli AB", now=MONDAY)
    assignment = firm.draft(client=firm.client("Drömmarnas Tivoli"))

    hits = screened(assignment, firm)

    assert [(each.kind, each.talk_to, each.is_hidden) for each in hits] == [("same", "Ebba Lind", True)]
    assert queries.hits(assignment, firm.responsible, now=MONDAY) == []


def test_a_name_on_a_list_is_a_candidate_with_its_reasons(firm: Firm, register: Register) -> None:
    register.holds("eu", "77;Mörka Moln Holding AB;SE;eu")

    assignment = firm.circulating(client=firm.client("Mörka Moln Holding AB"))
    hit = hit_of(assignment, firm, "sanctions")

    assert (hit.tier, hit.entity, hit.needs_two, hit.is_open) == ("eu", "77", True, True)
    assert "Sannolikhet" in hit.sentence
    assert not queries.hard_stop(assignment)
    assert policies.effects_standing(assignment.pk) == {Effect.REQUIRE, Effect.MENTION}


def test_an_owner_known_only_to_a_register_is_searched_too(firm: Firm, register: Register) -> None:
    register.holds("eu", "77;Mörka Moln Holding AB;SE;eu")
    client = firm.client("Ljusglimten AB")
    dark = parties.register(name="Mörka Moln Holding AB", country="SE", by=firm.responsible, now=MONDAY)
    parties.state_owner(client, dark, share=None, controls=True, source="Bolagsverket", by=firm.ceo, now=MONDAY)

    hit = hit_of(firm.circulating(client=client), firm, "sanctions")

    assert (hit.hit.role, hit.party_name) == ("owner", "Mörka Moln Holding AB")


def test_a_party_added_after_clearance_is_found(firm: Firm) -> None:
    cleared = firm.cleared()
    other = firm.circulating(client=firm.client("Kajplatsen AB", sectors=(("SNI2007", "62.010"),)))
    assert queries.hits(cleared, firm.resolver) == []

    assignments.amend(
        cleared,
        {"parties": [(other.client, AssignmentParty.PartyRole.ADVERSE)]},
        by=firm.responsible,
        now=LATER,
        reason="Motparten är känd nu.",
    )

    assert [each.kind for each in queries.hits(cleared, firm.resolver)] == ["adverse"]


def test_what_changes_in_the_world_makes_a_run_old_and_screens_it_anew(firm: Firm, register: Register) -> None:
    assignment = firm.circulating()
    first = queries.current_run(assignment)
    assert queries.is_current(assignment)

    register.holds("eu", "1;Någon Annan;;eu")
    assert not queries.is_current(assignment)
    actions.screen(assignment.pk, by=None, now=LATER)
    assert queries.is_current(assignment)

    parties.amend(assignment.client, by=firm.responsible, now=LATER, name="Åkerbruket Vind AB")
    assert queries.is_current(fresh(assignment))
    assert Run.objects.filter(assignment=assignment).count() == 3
    assert first is not None
    assert Run.objects.get(pk=first.pk).is_current is False


def test_a_party_touches_the_open_assignments_it_owns_into(firm: Firm) -> None:
    client, owner = firm.client("Dottern AB"), firm.client("Modern AB")
    parties.state_owner(client, owner, share=None, controls=True, source="x", by=firm.ceo, now=MONDAY)
    assignment = firm.circulating(client=client)
    firm.draft(client=client)

    assert actions.touched_by_party(owner.pk) == [assignment.pk]
    assert actions.touched_by_party(firm.client("Ingen").pk) == []
