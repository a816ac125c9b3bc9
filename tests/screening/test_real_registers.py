"""Screening against real registers: GLEIF and OFAC as published, found beside the checkout or loudly skipped."""

from pathlib import Path

import pytest

from klartecken.policies import queries as policies
from klartecken.registers.importing import import_register
from klartecken.screening import actions, queries
from tests.firm import MONDAY, Firm
from tests.screening.conftest import hit_of, screened

pytestmark = pytest.mark.slow

GOLDEN_COPY = "20240505-0000-gleif-goldencopy-lei2-intra-day.json"
DAUGHTER, MOTHER = "010CMKZ3VON21WF2ZD45", "ZZG38T0MDR3QY1ETUA76"
"""The first is consolidated by the second, says GLEIF."""


@pytest.fixture
def gleif(shared_registers: Path, home: Path) -> Path:
    import_register("gleif", [shared_registers / "gleif" / GOLDEN_COPY], home=home)
    return home


@pytest.fixture
def ofac(shared_registers: Path, home: Path) -> Path:
    folder = shared_registers / "ofac"
    import_register("ofac", [folder / name for name in ("sdn.csv", "add.csv", "alt.csv")], home=home)
    return home


def test_a_real_client_is_recognised_and_its_number_taken_over(firm: Firm, gleif: Path) -> None:
    assignment = firm.circulating(client=firm.client("Sydskånes Avfalls AB SYSAV"))
    hits = [each for each in queries.hits(assignment, firm.responsible, now=MONDAY) if each.kind == "register"]

    assert [(each.entity, each.is_question, each.is_unclaimed) for each in hits[:1]] == [
        ("549300NDLBCU6JKKL853", False, True)
    ]
    assert queries.open_hits(assignment) == 0
    actions.take_identity(hits[0], by=firm.responsible, now=MONDAY)

    known = set(assignment.client.identifiers.values_list("scheme", "value"))
    assert known == {("lei", "549300NDLBCU6JKKL853"), ("se_orgnr", "5561870410")}
    again = hit_of(assignment, firm, "register")
    assert (again.is_unclaimed, again.score > 0.999) == (False, True)


def test_a_name_on_the_ofac_list_is_weighed_once_a_person_has_looked(firm: Firm, ofac: Path) -> None:
    assignment = firm.circulating(client=firm.client("Banco Nacional de Cuba", country="CU"))
    hit = next(each for each in queries.hits(assignment, firm.resolver, now=MONDAY) if each.entity.endswith("306"))
    assert (hit.kind, hit.tier, hit.is_open) == ("sanctions", "ofac", True)

    for each in queries.hits(assignment, firm.resolver, now=MONDAY):
        outcome = "conflict" if each.pk == hit.pk else "not_the_same"
        actions.resolve(each, outcome=outcome, reason="Läst posten.", by=firm.resolver, now=MONDAY)

    assert "other-lists" in {each.rule for each in policies.findings(assignment.pk) if each.stands}
    assert not queries.hard_stop(assignment)


def test_ordinary_swedish_clients_are_not_on_the_list(firm: Firm, ofac: Path) -> None:
    found = [
        hit.name
        for name in ("Sydskånes avfallsaktiebolag", "Nordvalls Etikett AB", "Mediastorm Jönköping AB")
        for hit in screened(firm.draft(client=firm.client(name)), firm)
        if hit.kind == "sanctions" and hit.score > 0.5
    ]

    assert found == []


def test_an_affiliate_that_only_the_register_knows_of(firm: Firm, shared_registers: Path, home: Path) -> None:
    folder = shared_registers / "gleif"
    import_register("gleif", [folder / "lei-data.xml", folder / "rr-data.xml"], home=home)
    elsewhere = (("SNI2007", "62.010"),)
    mother = firm.client("Modern GmbH", country="DE", identifiers=[("lei", MOTHER)])
    daughter = firm.client("Dottern GmbH", country="DE", identifiers=[("lei", DAUGHTER)], sectors=elsewhere)
    firm.circulating(client=mother)

    hits = screened(firm.draft(client=daughter), firm)

    assert [(each.kind, each.name) for each in hits if each.is_question] == [("affiliated", "Modern GmbH")]
    facts, _ = queries.facts(firm.draft(client=daughter))
    assert "GLEIF" in facts["controlled_from"].source
