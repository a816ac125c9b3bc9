"""The tables of the journey, as pure values."""

from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from klartecken.core.journey import AFTER_CLEARANCE, CLOSED, Effect, Stance, State
from klartecken.core.journey.gate import GateFacts, missing_before_quote, missing_before_start
from klartecken.core.journey.mandate import needs_the_ceo
from klartecken.core.journey.moves import MOVES, may_move
from klartecken.core.journey.sight import Exposure, Sight, Viewer, sight
from klartecken.core.journey.voids import SUSPENDS, VOIDED_BY, Void, consequence

OPEN_GATE = GateFacts(
    has_clearance=True,
    everyone_informed=True,
    window_closed=True,
    screening_current=True,
    words_missing=0,
    open_conditions=(),
    consultations_valid=True,
    is_lobbying=True,
    lobbying_unsure=False,
    openness_told=True,
    openness_accepted=True,
    team_available=True,
    is_masked=False,
    hard_stop=False,
)


def test_every_state_has_its_row_in_the_table_of_moves() -> None:
    assert set(MOVES) == set(State)


def test_every_way_from_draft_to_quoted_passes_circulation_and_clearance() -> None:
    def ways(at: State, seen: tuple[State, ...]) -> list[tuple[State, ...]]:
        if at is State.QUOTED:
            return [seen]
        return [way for to in MOVES[at] if to not in seen for way in ways(to, (*seen, to))]

    found = ways(State.DRAFT, (State.DRAFT,))
    assert found
    assert all(State.CIRCULATING in way and State.CLEARED in way for way in found)


def test_what_is_closed_or_ended_never_moves_again() -> None:
    assert [MOVES[state] for state in sorted(CLOSED | {State.ENDED})] == [frozenset()] * 3


def test_ongoing_work_can_be_suspended_or_ended_and_not_vetoed() -> None:
    assert [to for to in State if may_move(State.ONGOING, to)] == [State.SUSPENDED, State.ENDED]


@pytest.mark.parametrize(
    ("field", "state", "after"),
    [
        ("client", State.CIRCULATING, State.CIRCULATING),
        ("client", State.CLEARED, State.CIRCULATING),
        ("client", State.QUOTED, State.CIRCULATING),
        ("client", State.ESCALATED, State.CIRCULATING),
        ("client", State.ONGOING, State.SUSPENDED),
        ("owners", State.CLEARED, State.CIRCULATING),
        ("owners", State.ESCALATED, State.ESCALATED),
        ("owners", State.ONGOING, State.SUSPENDED),
        ("public_text", State.QUOTED, State.QUOTED),
        ("fee_estimate", State.ONGOING, State.ONGOING),
        ("lobbying", State.DRAFT, State.DRAFT),
    ],
)
def test_a_change_leads_to_the_state_that_the_table_says(field: str, state: State, after: State) -> None:
    assert consequence({field}, state).state is after


def test_a_changed_owner_voids_screening_and_clearance_but_not_what_colleagues_said() -> None:
    assert consequence({"owners"}, State.CLEARED).voids == {Void.SCREENING, Void.CLEARANCE}


def test_work_that_goes_on_says_that_it_reopens_only_what_it_does() -> None:
    voided = {field: consequence({field}, State.ONGOING).voids for field in ("summary", "client")}
    assert voided == {"summary": {Void.TEAM_WORD}, "client": VOIDED_BY["client"]}


def test_a_draft_has_nothing_to_void() -> None:
    assert {consequence({field}, State.DRAFT).voids for field in VOIDED_BY} == {frozenset()}


def test_everything_that_suspends_ongoing_work_is_a_field_of_the_table() -> None:
    assert set(VOIDED_BY) >= SUSPENDS


@given(st.sets(st.sampled_from(sorted(VOIDED_BY))), st.sampled_from(sorted(State)))
def test_an_amendment_never_leads_to_a_state_further_on(fields: set[str], state: State) -> None:
    after = consequence(fields, State(state)).state
    assert after == state or after in {State.CIRCULATING, State.SUSPENDED}


def test_an_open_gate_misses_nothing() -> None:
    assert missing_before_start(OPEN_GATE) == []


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"has_clearance": False}, "clearance"),
        ({"everyone_informed": False}, "everyone_informed"),
        ({"window_closed": False}, "window"),
        ({"screening_current": False}, "screening"),
        ({"words_missing": 2}, "team_word"),
        ({"open_conditions": ("Visa årsredovisningen",)}, "condition"),
        ({"consultations_valid": False}, "consultation"),
        ({"lobbying_unsure": True}, "lobbying"),
        ({"openness_told": False}, "openness_told"),
        ({"team_available": False}, "team"),
        ({"is_masked": True}, "masked"),
        ({"hard_stop": True}, "hard_stop"),
    ],
)
def test_each_thing_alone_keeps_the_quote_gate_closed(change: dict[str, object], code: str) -> None:
    facts = replace(OPEN_GATE, **change)  # type: ignore[arg-type]
    assert [missing.code for missing in missing_before_quote(facts)] == [code]


def test_acceptance_of_openness_is_asked_for_at_the_start_and_not_at_the_quote() -> None:
    facts = GateFacts(
        **{**{name: getattr(OPEN_GATE, name) for name in GateFacts.__slots__}, "openness_accepted": False}
    )
    assert missing_before_quote(facts) == []
    assert [missing.code for missing in missing_before_start(facts)] == ["openness_accepted"]


def test_the_gate_says_team_and_never_who() -> None:
    facts = replace(OPEN_GATE, team_available=False)
    assert missing_before_quote(facts)[0].message == "Teamet behöver ändras innan offerten kan lämnas."


@pytest.mark.parametrize("effect", [Effect.HARD_STOP, Effect.AGAINST, Effect.WEIGH, Effect.CONSULT])
def test_a_finding_above_the_mandate_goes_to_the_ceo(effect: Effect) -> None:
    assert needs_the_ceo([Stance.SUPPORT], [effect])


def test_one_objection_goes_to_the_ceo_and_silence_or_a_concern_does_not() -> None:
    assert needs_the_ceo([Stance.SUPPORT, Stance.OBJECT], [])
    assert not needs_the_ceo([], [Effect.REQUIRE, Effect.MENTION])
    assert not needs_the_ceo([Stance.CONCERN], [])


VIEWERS = {
    "unsigned": Viewer(undertaking_signed=False, is_named=True, is_ceo_or_resolver=True),
    "colleague": Viewer(undertaking_signed=True),
    "responsible": Viewer(undertaking_signed=True, is_responsible=True),
    "named": Viewer(undertaking_signed=True, is_named=True),
    "walled": Viewer(undertaking_signed=True, is_walled_off=True, is_ceo_or_resolver=True),
    "ceo": Viewer(undertaking_signed=True, is_ceo_or_resolver=True),
}


@pytest.mark.parametrize(
    ("who", "state", "circulated", "masked", "recent", "expected"),
    [
        ("named", State.DRAFT, False, False, False, Sight.EVERYTHING),
        ("colleague", State.DRAFT, False, False, False, Sight.NOTHING),
        ("ceo", State.DRAFT, False, False, False, Sight.NOTHING),
        ("colleague", State.CIRCULATING, True, False, False, Sight.EVERYTHING),
        ("colleague", State.CIRCULATING, True, True, False, Sight.MASK),
        ("named", State.CIRCULATING, True, True, False, Sight.EVERYTHING),
        ("ceo", State.ESCALATED, True, True, False, Sight.EVERYTHING),
        ("colleague", State.ONGOING, True, False, False, Sight.EVERYTHING),
        ("walled", State.ONGOING, True, False, False, Sight.NOTHING),
        ("colleague", State.DECLINED, True, False, True, Sight.EVERYTHING),
        ("colleague", State.DECLINED, True, True, True, Sight.MASK),
        ("colleague", State.DECLINED, True, False, False, Sight.NOTHING),
        ("colleague", State.WITHDRAWN, False, False, True, Sight.NOTHING),
        ("ceo", State.DECLINED, True, False, False, Sight.EVERYTHING),
        ("named", State.WITHDRAWN, True, False, True, Sight.EVERYTHING),
        ("named", State.WITHDRAWN, True, True, True, Sight.EVERYTHING),
        ("named", State.WITHDRAWN, True, False, False, Sight.NOTHING),
        ("named", State.DECLINED, False, False, False, Sight.NOTHING),
        ("responsible", State.DECLINED, False, False, False, Sight.EVERYTHING),
        ("responsible", State.WITHDRAWN, True, True, False, Sight.EVERYTHING),
    ],
)
def test_sight_follows_the_state_table(
    who: str,
    state: State,
    circulated: bool,
    masked: bool,
    recent: bool,
    expected: Sight,
) -> None:
    exposure = Exposure(state=state, was_circulated=circulated, is_masked=masked, recently_closed=recent)
    assert sight(VIEWERS[who], exposure) is expected


def test_without_an_undertaking_nothing_is_seen_in_any_state() -> None:
    exposures = [
        Exposure(state=s, was_circulated=c, is_masked=m) for s, c, m in product(State, (True, False), (True, False))
    ]
    assert {sight(VIEWERS["unsigned"], exposure) for exposure in exposures} == {Sight.NOTHING}


def test_states_after_clearance_are_those_that_the_constraint_guards() -> None:
    assert sorted(AFTER_CLEARANCE) == ["cleared", "ended", "ongoing", "quoted", "suspended"]
