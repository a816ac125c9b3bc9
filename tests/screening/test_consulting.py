"""Asking the clients affected: only with the enquirer's consent, recorded, and for a time."""

from datetime import date

import pytest

from klartecken.assignments.models import Assignment
from klartecken.core.journey import Effect
from klartecken.policies import queries as policies
from klartecken.screening import actions, queries
from klartecken.screening.errors import AlreadyAsked, AnswerIncomplete, ConsentMissing, NotTheResolver
from klartecken.screening.models import Consultation, Hit
from tests.firm import MONDAY, Firm
from tests.screening.conftest import hit_of

AUTUMN, SPRING = date(2026, 12, 1), date(2027, 3, 1)


def conflict(firm: Firm, *, may_ask: bool | None) -> tuple[Assignment, Hit]:
    firm.circulating(client=firm.client("Hamnkranen i Luleå AB"))
    assignment = firm.circulating(client=firm.client("Kajplatsen AB"), may_ask_affected=may_ask)
    hit = hit_of(assignment, firm, "competing")
    actions.resolve(hit, outcome="needs_consultation", reason="Samma hamn.", by=firm.resolver, now=MONDAY)
    return assignment, hit.hit


@pytest.mark.parametrize("may_ask", [None, False])
def test_nobody_is_asked_without_the_enquirers_consent(firm: Firm, may_ask: bool | None) -> None:
    _assignment, hit = conflict(firm, may_ask=may_ask)

    with pytest.raises(ConsentMissing):
        actions.start_consultation(hit, by=firm.resolver, now=MONDAY)

    assert Consultation.objects.count() == 0


def test_an_answer_is_recorded_and_then_only_the_ceo_is_left(firm: Firm) -> None:
    assignment, hit = conflict(firm, may_ask=True)
    assert policies.effects_standing(assignment.pk) >= {Effect.CONSULT, Effect.WEIGH}

    asked = actions.start_consultation(hit, by=firm.resolver, now=MONDAY)
    with pytest.raises(AlreadyAsked):
        actions.start_consultation(hit, by=firm.resolver, now=MONDAY)
    actions.record_consultation(
        asked, answer="with_terms", terms="Skilda team.", valid_until=AUTUMN, by=firm.resolver, now=MONDAY
    )

    assert queries.consultations_valid(assignment, MONDAY.date())
    assert Effect.CONSULT not in policies.effects_standing(assignment.pk)
    assert Effect.WEIGH in policies.effects_standing(assignment.pk)


def test_an_answer_that_has_run_out_is_no_answer(firm: Firm) -> None:
    assignment, hit = conflict(firm, may_ask=True)
    asked = actions.start_consultation(hit, by=firm.resolver, now=MONDAY)
    actions.record_consultation(asked, answer="no_objection", valid_until=AUTUMN, by=firm.resolver, now=MONDAY)

    assert queries.consultations_valid(assignment, AUTUMN)
    assert not queries.consultations_valid(assignment, SPRING)


def test_terms_and_a_last_day_are_part_of_the_answer(firm: Firm) -> None:
    _assignment, hit = conflict(firm, may_ask=True)
    asked = actions.start_consultation(hit, by=firm.resolver, now=MONDAY)

    for answer, terms, until in (("with_terms", "", AUTUMN), ("no_objection", "", None), ("waiting", "", AUTUMN)):
        with pytest.raises(AnswerIncomplete):
            actions.record_consultation(
                asked, answer=answer, terms=terms, valid_until=until, by=firm.resolver, now=MONDAY
            )


def test_consulting_is_the_resolvers_work(firm: Firm) -> None:
    _assignment, hit = conflict(firm, may_ask=True)

    with pytest.raises(NotTheResolver):
        actions.start_consultation(hit, by=firm.colleague, now=MONDAY)
