from datetime import date, datetime, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from klartecken.core.ownership import OwnershipLink
from klartecken.core.refusals import Invalid
from klartecken.ledger.models import Entry
from klartecken.parties import actions, queries
from klartecken.parties.errors import (
    ClosedCircleOfOwners,
    DateInTheFuture,
    EndsBeforeItBegan,
    OwnsItself,
    PersonIsOwned,
    ShareOutOfRange,
    SharesOverTheWhole,
    SourceMissing,
    TextTooLong,
)
from klartecken.parties.models import Ownership, Party
from klartecken.people.models import Person


@pytest.fixture
def companies(ebba: Person, now: datetime) -> list[Party]:
    """Four companies."""
    return [actions.register(name=f"Bolag {letter}", country="SE", by=ebba, now=now) for letter in "ABCD"]


def state(owned: Party, owner: Party, share: str | None, *, by: Person, now: datetime) -> Ownership:
    """Say who owns how much."""
    return actions.state_owner(owned, owner, share=Decimal(share) if share else None, source="Brev", by=by, now=now)


def test_a_statement_is_dated_today_and_asserted_by_the_one_who_makes_it(
    companies: list[Party], ebba: Person, now: datetime
) -> None:
    link = state(companies[0], companies[1], "0.5", by=ebba, now=now)
    assert (link.share, link.controls, link.source, link.stated_on, link.asserter, link.ended_on) == (
        Decimal("0.5"),
        None,
        "Brev",
        date(2026, 11, 2),
        "Ebba Lind",
        None,
    )
    assert list(Entry.objects.values_list("verb", flat=True))[-1] == "party.owner_stated"


def test_an_unknown_share_is_none_and_not_zero(companies: list[Party], ebba: Person, now: datetime) -> None:
    a, b, c, _ = companies
    state(a, b, None, by=ebba, now=now)
    state(a, c, "1", by=ebba, now=now)
    assert {link.owner: link.share for link in queries.owner_links(a)} == {b: None, c: Decimal(1)}


@pytest.mark.parametrize(
    ("statement", "refusal", "field"),
    [
        ({"share": Decimal("1.01")}, ShareOutOfRange, "share"),
        ({"share": Decimal(0)}, ShareOutOfRange, "share"),
        ({"share": Decimal(-1)}, ShareOutOfRange, "share"),
        ({"share": Decimal("NaN")}, ShareOutOfRange, "share"),
        ({"share": Decimal("Infinity")}, ShareOutOfRange, "share"),
        ({"source": " "}, SourceMissing, "source"),
        ({"source": "x" * 201}, TextTooLong, "source"),
        ({"asserter": "x" * 121}, TextTooLong, "asserter"),
        ({"stated_on": date(2026, 11, 3)}, DateInTheFuture, "stated_on"),
    ],
)
def test_a_wrong_statement_is_refused(
    companies: list[Party],
    ebba: Person,
    now: datetime,
    statement: dict[str, object],
    refusal: type[Invalid],
    field: str,
) -> None:
    with pytest.raises(refusal) as caught:
        actions.state_owner(companies[0], companies[1], by=ebba, now=now, **{"source": "Brev", **statement})  # type: ignore[arg-type]
    assert caught.value.field == field
    assert Ownership.objects.count() == 0


def test_the_owners_together_hold_no_more_than_the_whole(companies: list[Party], ebba: Person, now: datetime) -> None:
    a, b, c, d = companies
    state(a, b, "0.6", by=ebba, now=now)
    with pytest.raises(SharesOverTheWhole):
        state(a, c, "0.5", by=ebba, now=now)
    state(a, c, "0.4", by=ebba, now=now)
    state(a, d, None, by=ebba, now=now)
    assert Ownership.objects.filter(owned=a, ended_on__isnull=True).count() == 3


def test_three_thirds_are_the_whole(companies: list[Party], ebba: Person, now: datetime) -> None:
    a, *owners = companies
    for owner in owners:
        state(a, owner, "0.333333", by=ebba, now=now)
    assert queries.shares_of(a).unknown == Fraction(1, 1_000_000)


def test_a_new_statement_about_the_same_owner_takes_the_place_of_the_former(
    companies: list[Party], ebba: Person, now: datetime
) -> None:
    a, b, *_ = companies
    state(a, b, "0.6", by=ebba, now=now)
    state(a, b, "0.9", by=ebba, now=now + timedelta(days=1))
    assert [link.share for link in queries.owner_links(a)] == [Decimal("0.9")]
    assert [(link.share, link.ended_on) for link in queries.ended_links(a)] == [(Decimal("0.6"), date(2026, 11, 3))]


def test_an_older_statement_goes_straight_to_the_history(companies: list[Party], ebba: Person, now: datetime) -> None:
    a, b, *_ = companies
    state(a, b, "0.6", by=ebba, now=now)
    actions.state_owner(a, b, share=Decimal(1), source="Gammalt brev", stated_on=date(2020, 1, 1), by=ebba, now=now)
    assert [link.share for link in queries.owner_links(a)] == [Decimal("0.6")]


def test_nobody_owns_itself(companies: list[Party], ebba: Person, now: datetime) -> None:
    with pytest.raises(OwnsItself):
        state(companies[0], companies[0], "0.1", by=ebba, now=now)


def test_a_person_may_own_but_is_not_owned(companies: list[Party], ebba: Person, now: datetime) -> None:
    person = actions.register(name="Greta Ek", kind="person", by=ebba, now=now)
    state(companies[0], person, "1", by=ebba, now=now)
    with pytest.raises(PersonIsOwned):
        state(person, companies[0], "1", by=ebba, now=now)


def test_a_circle_is_allowed_where_somebody_outside_owns_a_part(
    companies: list[Party], ebba: Person, now: datetime
) -> None:
    a, b, c, d = companies
    state(a, b, "1", by=ebba, now=now)
    state(b, c, "1", by=ebba, now=now)
    state(c, d, "0.1", by=ebba, now=now)
    state(c, a, "0.9", by=ebba, now=now)
    assert queries.shares_of(a).by_owner == {str(d.pk): Fraction(1)}


def test_a_closed_circle_is_refused_and_nothing_is_kept_of_it(
    companies: list[Party], ebba: Person, now: datetime
) -> None:
    a, b, c, _ = companies
    state(a, b, "1", by=ebba, now=now)
    state(b, c, "1", by=ebba, now=now)
    with pytest.raises(ClosedCircleOfOwners):
        state(c, a, "1", by=ebba, now=now)
    assert list(queries.owner_links(c)) == []


def test_an_ownership_that_ended_stays_in_the_history(companies: list[Party], ebba: Person, now: datetime) -> None:
    a, b, *_ = companies
    link = state(a, b, "1", by=ebba, now=now)
    actions.end_owner(link, by=ebba, now=now)
    assert (list(queries.owner_links(a)), [each.pk for each in queries.ended_links(a)]) == ([], [link.pk])


def test_an_ownership_cannot_end_before_it_began_or_in_the_future(
    companies: list[Party], ebba: Person, now: datetime
) -> None:
    link = state(companies[0], companies[1], "1", by=ebba, now=now)
    with pytest.raises(EndsBeforeItBegan):
        actions.end_owner(link, ended_on=date(2026, 11, 1), by=ebba, now=now)
    with pytest.raises(DateInTheFuture):
        actions.end_owner(link, ended_on=date(2026, 11, 3), by=ebba, now=now)


def test_the_whole_chain_is_read_in_one_query_for_each_step(
    companies: list[Party], ebba: Person, now: datetime, django_assert_num_queries: object
) -> None:
    a, b, c, _ = companies
    state(a, b, "0.5", by=ebba, now=now)
    state(b, c, None, by=ebba, now=now)
    with django_assert_num_queries(3):  # type: ignore[operator]
        links = queries.ownership_links([a.pk])
    told: dict[str, Any] = {"source": "Brev", "dated": date(2026, 11, 2), "asserter": "Ebba Lind"}
    assert links == [
        OwnershipLink(str(b.pk), str(a.pk), Fraction(1, 2), **told),
        OwnershipLink(str(c.pk), str(b.pk), None, **told),
    ]


def test_persons_end_the_chain_without_a_country(companies: list[Party], ebba: Person, now: datetime) -> None:
    a, b, *_ = companies
    person = actions.register(name="Greta Ek", kind="person", by=ebba, now=now)
    state(a, b, "0.5", by=ebba, now=now)
    state(a, person, "0.5", by=ebba, now=now)
    shares = queries.shares_of(a)
    assert (shares.by_country, shares.held_by_persons) == ({"SE": Fraction(1, 2)}, Fraction(1, 2))
