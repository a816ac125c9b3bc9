"""Trying a new version on earlier cases tells which findings appear, vanish or change."""

from itertools import islice

import pytest
import yaml

from klartecken.core.journey.states import Effect
from klartecken.core.policy import (
    CaseDifference,
    Comparison,
    FactRefused,
    FactValue,
    FindingChange,
    Outcome,
    Rulebook,
    RuleCount,
    count_by_rule,
    default_rulebook,
    load_rulebook,
    what_if,
)
from klartecken.core.policy.what_if import Turn
from tests.core.policy.cases import DEFAULT, stated

CASES: list[tuple[str, dict[str, FactValue]]] = [
    ("plain", stated()),
    ("a-little", stated(ownership_by_country={"CN": 0.15})),
    ("a-lot", stated(ownership_by_country={"CN": 0.5})),
    ("brewery", stated(client_sectors=["SNI2007:11.050"])),
]


def version(*, threshold: float = 0.25, ownership: str = "weigh", without: str = "") -> Rulebook:
    book = yaml.safe_load(default_rulebook())
    book["definitions"]["ownership_threshold"]["value"] = threshold
    next(each for each in book["rules"] if each["id"] == "ownership")["effect"] = ownership
    book["rules"] = [each for each in book["rules"] if each["id"] != without]
    return load_rulebook(yaml.safe_dump(book, allow_unicode=True), "draft")


def changes(new: Rulebook) -> dict[str, list[tuple[str, Turn]]]:
    found = what_if(DEFAULT, new, CASES)
    return {each.case: [(change.rule, change.turn) for change in each.changes] for each in found if each.changes}


def test_the_same_version_changes_nothing() -> None:
    assert list(what_if(DEFAULT, version(), CASES)) == [CaseDifference(case, ()) for case, _ in CASES]


def test_a_lower_threshold_makes_findings_appear() -> None:
    assert changes(version(threshold=0.1)) == {"a-little": [("ownership", Turn.APPEARS)]}


def test_another_effect_changes_the_findings_that_stand() -> None:
    found = {each.case: each.changes for each in what_if(DEFAULT, version(ownership="against"), CASES)}

    assert found == {
        "plain": (),
        "a-little": (),
        "a-lot": (
            FindingChange("ownership", Turn.CHANGES, Outcome.FAILS, Outcome.FAILS, Effect.WEIGH, Effect.AGAINST),
        ),
        "brewery": (),
    }


def test_a_rule_taken_away_takes_its_findings_with_it() -> None:
    assert changes(version(without="alcohol")) == {"brewery": [("alcohol", Turn.VANISHES)]}


def test_a_rule_put_back_brings_its_findings() -> None:
    found = list(what_if(version(without="alcohol"), DEFAULT, CASES))

    assert [(each.case, change.rule, change.turn) for each in found for change in each.changes] == [
        ("brewery", "alcohol", Turn.APPEARS)
    ]


def test_cases_come_one_by_one_so_that_progress_can_be_shown() -> None:
    endless = (("case", stated()) for _ in iter(int, 1))

    assert list(islice(what_if(DEFAULT, version(), endless), 2)) == [CaseDifference("case", ())] * 2


def test_a_case_with_facts_that_no_longer_fit_is_refused_and_the_next_is_judged() -> None:
    comparison = Comparison(DEFAULT, version(without="alcohol"))

    with pytest.raises(FactRefused):
        comparison.of("old", stated(open_hits="many"))

    assert [change.rule for change in comparison.of(*CASES[3]).changes] == ["alcohol"]


def test_the_differences_are_counted_by_rule_the_most_touched_first() -> None:
    new = version(threshold=0.1, without="alcohol")
    more = [*CASES, ("another", stated(ownership_by_country={"RU": 0.2}, controlled_from=[]))]

    counts = count_by_rule(what_if(DEFAULT, new, more))

    assert counts[0].rule == "ownership"
    assert RuleCount("ownership", 2, 0, 0) in counts
    assert RuleCount("alcohol", 0, 1, 0) in counts
