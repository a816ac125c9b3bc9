"""Whatever people do, in whatever order: no quote without circulation, a closed window and a clearance."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import transaction
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from klartecken.assignments import actions as assignments
from klartecken.assignments.models import Assignment
from klartecken.circulation import actions as circulation
from klartecken.circulation import queries as rounds
from klartecken.core.journey import AFTER_CLEARANCE, Stance, State
from klartecken.core.refusals import Refused
from klartecken.deciding import actions as deciding
from klartecken.ledger import queries as ledger
from klartecken.people.models import Person
from tests.firm import MONDAY, Firm, found_firm, fresh

PEOPLE = st.sampled_from(["ceo", "deputy", "resolver", "administrator", "responsible", "colleague", "newcomer"])
STANCES = st.sampled_from(sorted(Stance))
CHANGES = st.sampled_from(
    [{"lobbying": "yes"}, {"lobbying": "no"}, {"summary": "En ny mening"}, {"fee_estimate": 1000}, {"market": "Energi"}]
)


class Journey(RuleBasedStateMachine):
    """One assignment, seven people and a clock that only goes forward."""

    def __init__(self) -> None:
        super().__init__()
        self.transaction = transaction.atomic()
        self.transaction.__enter__()
        self.firm: Firm = found_firm()
        self.now = MONDAY
        self.assignment: Assignment = self.firm.draft()
        self.quotes = 0

    @initialize(lobbying=st.sampled_from(["yes", "no", "unsure"]))
    def propose(self, lobbying: str) -> None:
        self.assignment = self.firm.draft(lobbying=lobbying)

    def teardown(self) -> None:
        transaction.set_rollback(True)
        self.transaction.__exit__(None, None, None)

    def attempt(self, act: Callable[[], object]) -> bool:
        try:
            with transaction.atomic():
                act()
        except Refused:
            return False
        return True

    def person(self, name: str) -> Person:
        found = getattr(self.firm, name)
        assert isinstance(found, Person)
        return found

    @rule(hours=st.sampled_from([1, 24, 72]))
    def time_passes(self, hours: int) -> None:
        self.now += timedelta(hours=hours)

    @rule()
    def mail_is_delivered(self) -> None:
        self.firm.deliver(now=self.now)

    @rule(who=PEOPLE)
    def circulate(self, who: str) -> None:
        self.attempt(lambda: circulation.circulate(self.assignment, by=self.person(who), now=self.now))

    @rule(who=PEOPLE, stance=STANCES)
    def speak(self, who: str, stance: str) -> None:
        by = self.person(who)
        self.attempt(lambda: circulation.give_viewpoint(self.assignment, by=by, now=self.now, stance=stance))

    @rule(who=PEOPLE)
    def opt_out(self, who: str) -> None:
        self.attempt(lambda: circulation.opt_out(fresh(self.assignment), by=self.person(who)))

    @rule(who=PEOPLE, reason=st.sampled_from(["", "Bråttom"]))
    def close(self, who: str, reason: str) -> None:
        by = self.person(who)
        self.attempt(lambda: circulation.close_round(self.assignment, by=by, now=self.now, reason=reason))

    @rule(who=PEOPLE)
    def confirm(self, who: str) -> None:
        self.attempt(lambda: deciding.confirm(self.assignment, by=self.person(who), now=self.now))

    @rule(who=PEOPLE, outcome=st.sampled_from(["accept", "accept", "decline"]))
    def decide(self, who: str, outcome: str) -> None:
        by = self.person(who)
        self.attempt(lambda: deciding.decide(self.assignment, by=by, now=self.now, outcome=outcome, reasons="Skäl"))

    @rule(who=PEOPLE, changes=CHANGES)
    def amend(self, who: str, changes: dict[str, object]) -> None:
        by = self.person(who)
        self.attempt(lambda: assignments.amend(self.assignment, changes, by=by, now=self.now, reason="Nytt läge"))

    @rule()
    def tell_and_accept_openness(self) -> None:
        by = self.firm.responsible
        self.attempt(lambda: assignments.tell_openness(self.assignment, by=by, now=self.now))
        self.attempt(lambda: assignments.accept_openness(self.assignment, by=by, now=self.now))

    @rule(who=PEOPLE)
    def quote(self, who: str) -> None:
        if self.attempt(lambda: deciding.quote(self.assignment, by=self.person(who), now=self.now)):
            self.quotes += 1
            self.check_the_way_here()

    @rule(who=PEOPLE)
    def start(self, who: str) -> None:
        self.attempt(lambda: deciding.start(self.assignment, by=self.person(who), now=self.now))

    @rule(who=PEOPLE)
    def decline_or_withdraw(self, who: str) -> None:
        if self.now < MONDAY + timedelta(days=10):
            return  # late in a story, so that most stories get somewhere
        self.attempt(lambda: deciding.veto(self.assignment, by=self.person(who), now=self.now, reasons="Nej"))

    def check_the_way_here(self) -> None:
        quoted = fresh(self.assignment)
        valid = rounds.current_round(quoted)
        assert quoted.state == State.QUOTED
        assert quoted.clearance is not None
        assert valid is not None
        assert valid.closed_at is not None
        assert valid.closed_at >= valid.closes_at
        assert rounds.everyone_informed(valid, now=self.now)
        assert quoted.steps.filter(to_state=State.CIRCULATING).exists()
        assert not quoted.team.filter(stands_behind_at__isnull=True).exists()

    @invariant()
    def nothing_is_past_clearance_without_one(self) -> None:
        present = fresh(self.assignment)
        assert (present.state not in AFTER_CLEARANCE) or present.clearance is not None

    @invariant()
    def the_ledger_verifies(self) -> None:
        assert ledger.verify().faults == ()


@pytest.mark.django_db
def test_no_sequence_reaches_a_quote_without_circulation_window_and_clearance() -> None:
    run_state_machine_as_test(
        Journey,
        settings=settings(
            max_examples=12, stateful_step_count=30, deadline=None, suppress_health_check=list(HealthCheck)
        ),
    )
