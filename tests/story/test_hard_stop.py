"""The way it goes when the law says no, and nobody can go round it."""

from pathlib import Path

import pytest

from klartecken.circulation import actions as circulation
from klartecken.core.journey import State
from klartecken.deciding import actions as deciding
from klartecken.deciding.errors import StartGateClosed, TheLawStops
from klartecken.registers.importing import import_register
from klartecken.registers.sources import Choices
from klartecken.screening import actions as screening
from klartecken.screening import queries as screenings
from tests.firm import LATER, MONDAY, WINDOW_ENDED, Firm, fresh

LISTED = "id;name;country;list\n1;Golden Dune Trading FZE;ae;eu\n"


def test_a_sanctions_hit_that_two_people_confirm_stops_the_assignment_for_everybody(
    firm: Firm, home: Path, tmp_path: Path
) -> None:
    published = tmp_path / "eu.csv"
    published.write_text(LISTED, encoding="utf-8")
    import_register("csv", [published], home=home, choices=Choices(register="eu"))
    assignment = firm.circulating(client=firm.client("Golden Dune Trading FZE", country="AE"))
    hit = next(each for each in screenings.hits(assignment, firm.resolver) if each.kind == "sanctions")
    assert not screenings.hard_stop(assignment)

    screening.resolve(hit, outcome="conflict", reason="Samma namn och land.", by=firm.resolver, now=MONDAY)
    assert not screenings.hard_stop(assignment)  # one person's word is not enough
    screening.resolve(hit, outcome="conflict", reason="Jag har sett efter.", by=firm.ceo, now=MONDAY)
    circulation.close_round(assignment, by=None, now=WINDOW_ENDED)

    assert screenings.hard_stop(assignment)
    assert fresh(assignment).state == State.ESCALATED
    with pytest.raises(TheLawStops):
        deciding.decide(assignment, by=firm.ceo, now=WINDOW_ENDED, outcome="accept", reasons="Vi vill ändå.")
    deciding.decide(assignment, by=firm.ceo, now=WINDOW_ENDED, outcome="decline", reasons="Lagen stoppar uppdraget.")
    assert fresh(assignment).state == State.DECLINED


def test_ongoing_work_is_suspended_when_two_people_find_its_client_listed_and_nobody_resumes_it(
    firm: Firm, home: Path, tmp_path: Path
) -> None:
    assignment = firm.ongoing(client=firm.client("Golden Dune Trading FZE", country="AE"))
    published = tmp_path / "eu.csv"
    published.write_text(LISTED, encoding="utf-8")
    import_register("csv", [published], home=home, choices=Choices(register="eu"))
    screening.screen(assignment.pk, by=None, now=LATER)
    hit = next(each for each in screenings.hits(assignment, firm.resolver) if each.kind == "sanctions")

    screening.resolve(hit, outcome="conflict", reason="Samma namn och land.", by=firm.resolver, now=LATER)
    assert fresh(assignment).state == State.ONGOING
    screening.resolve(hit, outcome="conflict", reason="Jag har sett efter.", by=firm.ceo, now=LATER)

    assert fresh(assignment).state == State.SUSPENDED
    with pytest.raises(StartGateClosed) as refusal:
        deciding.resume(assignment, by=firm.ceo, now=LATER, reasons="Vi vill ändå.")
    assert "hard_stop" in {each.code for each in refusal.value.missing}
