"""Roles have dates; there is one CEO; the deputy stands in for a period."""

from datetime import date, datetime, timedelta

import pytest

from klartecken.people import actions, errors, queries
from klartecken.people.models import Person, Role, RoleHolding

TODAY = date(2026, 11, 23)


def test_a_role_holds_from_its_first_day_to_its_last(administrator: Person, ebba: Person, now: datetime) -> None:
    actions.give_role(
        ebba, Role.SURVEY_OWNER, by=administrator, now=now, from_date=date(2026, 12, 1), until_date=date(2026, 12, 31)
    )
    days = [date(2026, 11, 30), date(2026, 12, 1), date(2026, 12, 31), date(2027, 1, 1)]
    assert [queries.holds(ebba, Role.SURVEY_OWNER, day) for day in days] == [False, True, True, False]


def test_a_role_taken_ends_at_once_and_yesterday_stays_on_record(
    administrator: Person, ceo: Person, now: datetime
) -> None:
    assert queries.ceo(TODAY) == ceo
    actions.take_role(RoleHolding.objects.get(role=Role.CEO), by=administrator, now=now)
    assert (queries.ceo(TODAY), queries.ceo(TODAY - timedelta(days=1))) == (None, ceo)


def test_there_is_one_ceo_at_a_time(administrator: Person, ceo: Person, ebba: Person, now: datetime) -> None:
    with pytest.raises(errors.ThereIsACeo):
        actions.give_role(ebba, Role.CEO, by=administrator, now=now)
    actions.take_role(RoleHolding.objects.get(role=Role.CEO), by=administrator, now=now)
    actions.give_role(ebba, Role.CEO, by=administrator, now=now)
    assert queries.ceo(TODAY) == ebba


def test_the_deputy_decides_in_their_period_after_the_ceo(ceo: Person, ebba: Person, now: datetime) -> None:
    actions.name_deputy(ebba, by=ceo, now=now, from_date=TODAY, until_date=TODAY + timedelta(days=7))
    assert queries.deciders(TODAY) == [ceo, ebba]
    assert queries.deciders(TODAY + timedelta(days=8)) == [ceo]


def test_a_deputy_has_a_period(administrator: Person, ebba: Person, now: datetime) -> None:
    with pytest.raises(errors.DeputyNeedsAPeriod):
        actions.give_role(ebba, Role.DEPUTY, by=administrator, now=now)


def test_the_ceo_does_not_deputise_for_themselves(ceo: Person, now: datetime) -> None:
    with pytest.raises(errors.CeoCannotDeputise):
        actions.name_deputy(ceo, by=ceo, now=now, from_date=TODAY, until_date=TODAY)


def test_a_period_runs_forward(ceo: Person, ebba: Person, now: datetime) -> None:
    with pytest.raises(errors.PeriodIsBackwards):
        actions.name_deputy(ebba, by=ceo, now=now, from_date=TODAY, until_date=TODAY - timedelta(days=1))


def test_a_role_is_not_given_twice(administrator: Person, now: datetime) -> None:
    with pytest.raises(errors.HoldsTheRoleAlready):
        actions.give_role(administrator, Role.ADMINISTRATOR, by=administrator, now=now)


def test_the_last_administrator_stays(administrator: Person, ebba: Person, now: datetime) -> None:
    holding = RoleHolding.objects.get(role=Role.ADMINISTRATOR)
    with pytest.raises(errors.LastAdministrator):
        actions.take_role(holding, by=administrator, now=now)
    actions.give_role(ebba, Role.ADMINISTRATOR, by=administrator, now=now)
    actions.take_role(holding, by=administrator, now=now)
    assert list(queries.with_role(Role.ADMINISTRATOR, TODAY)) == [ebba]


def test_without_a_resolver_the_policy_owner_resolves(administrator: Person, ebba: Person, now: datetime) -> None:
    actions.give_role(ebba, Role.POLICY_OWNER, by=administrator, now=now)
    assert list(queries.with_role(Role.CONFLICT_RESOLVER, TODAY)) == [ebba]
    actions.give_role(administrator, Role.CONFLICT_RESOLVER, by=administrator, now=now)
    assert list(queries.with_role(Role.CONFLICT_RESOLVER, TODAY)) == [administrator]
    assert queries.roles_of(ebba, TODAY) == {Role.POLICY_OWNER}


def test_a_colleague_gives_no_roles_and_the_ceo_only_names_a_deputy(ebba: Person, ceo: Person, now: datetime) -> None:
    with pytest.raises(errors.NotTheCeoOrAdministrator):
        actions.name_deputy(ebba, by=ebba, now=now, from_date=TODAY, until_date=TODAY)
    with pytest.raises(errors.NotTheAdministrator):
        actions.give_role(ebba, Role.ADMINISTRATOR, by=ceo, now=now)
    assert queries.roles_of(ebba, TODAY) == frozenset()
