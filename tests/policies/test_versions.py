"""Versions of the policy: drafted, corrected, activated, superseded."""

from datetime import date, timedelta

import pytest

from klartecken.core.policy import default_rulebook
from klartecken.people.models import Person
from klartecken.policies import actions, queries
from klartecken.policies.errors import (
    AlreadyInForce,
    DateHasPassed,
    DateIsTaken,
    DraftHasErrors,
    NoPolicyInForce,
    NotThePolicyOwner,
    TextIsMissing,
)
from klartecken.policies.models import LinkedPolicy, PolicyVersion
from tests.policies.conftest import CASE, NOW, facts

TOMORROW = NOW.date() + timedelta(days=1)
BROKEN = default_rulebook().replace("open_hits == 0", "open_hitz == 0")
STRICTER = default_rulebook().replace("value: 0.25", "value: 0.10")


def drafted(owner: Person, rulebook: str = STRICTER) -> PolicyVersion:
    return actions.draft_version(rulebook=rulebook, title="Strängare", why="Vi vill veta mer.", by=owner, now=NOW)


def test_a_new_firm_gets_one_policy_however_often_it_is_installed(db: None) -> None:
    first = actions.install_default_policy(now=NOW)
    again = actions.install_default_policy(now=NOW + timedelta(days=30))

    assert (first.number, first.pk) == (1, again.pk)
    assert PolicyVersion.objects.count() == 1
    assert queries.in_force(NOW.date()) == first
    assert set(LinkedPolicy.objects.values_list("kind", flat=True)) == {"environment", "political", "openness"}


def test_every_linked_policy_has_a_text_in_both_languages(version: PolicyVersion) -> None:
    texts = [queries.linked(kind, NOW.date()) for kind in LinkedPolicy.Kind.values]

    assert all(text and text.text_sv.startswith("# ") and text.text_en.startswith("# ") for text in texts)


def test_without_a_policy_nothing_can_be_judged(db: None) -> None:
    with pytest.raises(NoPolicyInForce):
        queries.in_force(NOW.date())


def test_a_version_takes_effect_on_its_day_and_not_before(version: PolicyVersion, owner: Person) -> None:
    stricter = actions.activate(drafted(owner), in_force_from=TOMORROW, by=owner, now=NOW)
    case = facts(ownership_by_country={"CN": 0.15, "SE": 0.85})

    today = actions.evaluate(CASE, case, now=NOW)
    assert (today.version, queries.effects_standing(CASE)) == (version, set())

    tomorrow = actions.evaluate(CASE, case, now=NOW + timedelta(days=1))
    assert tomorrow.version == stricter
    assert queries.effects_standing(CASE) == {"weigh"}


def test_a_draft_is_kept_with_its_errors_and_cannot_take_effect_with_them(
    version: PolicyVersion, owner: Person
) -> None:
    draft = drafted(owner, BROKEN)
    line = BROKEN[: BROKEN.index("open_hitz")].count("\n") + 1

    assert [(each.line, each.code) for each in queries.problems_of(draft)] == [(line, "no_such_fact")]
    with pytest.raises(DraftHasErrors) as refusal:
        actions.activate(draft, in_force_from=TOMORROW, by=owner, now=NOW)
    assert [each.message.startswith(f"Rad {line}: ") for each in refusal.value.missing] == [True]
    assert list(queries.drafts()) == [draft]


def test_a_corrected_draft_takes_effect(version: PolicyVersion, owner: Person) -> None:
    draft = drafted(owner, BROKEN)
    actions.revise_draft(draft, rulebook=STRICTER, title="Strängare", why="Rättad.", by=owner, now=NOW)
    actions.activate(draft, in_force_from=TOMORROW, by=owner, now=NOW)

    assert queries.in_force(TOMORROW).why == "Rättad."


@pytest.mark.parametrize(
    ("day", "refusal"),
    [(NOW.date() - timedelta(days=1), DateHasPassed), (NOW.date(), DateIsTaken)],
)
def test_versions_follow_one_another(
    version: PolicyVersion, owner: Person, day: date, refusal: type[Exception]
) -> None:
    with pytest.raises(refusal):
        actions.activate(drafted(owner), in_force_from=day, by=owner, now=NOW)


def test_an_activated_version_is_never_changed(version: PolicyVersion, owner: Person) -> None:
    with pytest.raises(AlreadyInForce):
        actions.revise_draft(version, rulebook=STRICTER, title="x", why="y", by=owner, now=NOW)
    with pytest.raises(AlreadyInForce):
        actions.discard_draft(version, by=owner, now=NOW)


def test_only_the_policy_owner_writes_the_policy(version: PolicyVersion, owner: Person, consultant: Person) -> None:
    with pytest.raises(NotThePolicyOwner):
        drafted(consultant)
    with pytest.raises(NotThePolicyOwner):
        actions.activate(drafted(owner), in_force_from=TOMORROW, by=consultant, now=NOW)


def test_a_version_says_what_it_is_called_and_why(version: PolicyVersion, owner: Person) -> None:
    with pytest.raises(TextIsMissing) as refusal:
        actions.draft_version(rulebook=STRICTER, title="Ny", why=" ", by=owner, now=NOW)

    assert refusal.value.field == "why"


def test_a_discarded_draft_is_gone(version: PolicyVersion, owner: Person) -> None:
    actions.discard_draft(drafted(owner), by=owner, now=NOW)

    assert list(queries.drafts()) == []


def test_the_public_timeline_shows_the_versions_that_the_firm_chooses(version: PolicyVersion, owner: Person) -> None:
    quiet = actions.activate(drafted(owner), in_force_from=TOMORROW, by=owner, now=NOW)

    assert quiet in queries.activated()
    assert queries.timeline() == [version]
