"""The firm: one row, with settings that cannot be wrong."""

from datetime import date, datetime

import pytest

from klartecken.ledger.models import Entry, Payload
from klartecken.people import actions, errors, queries
from klartecken.people.models import Firm, Person, UndertakingText


def test_a_firm_is_founded_once_with_its_undertaking(db: None, now: datetime) -> None:
    first = actions.found_firm(name=" Firman  AB ", mail_domain="@Firma.example", founded_on=date(2009, 3, 1), now=now)
    again = actions.found_firm(name="En annan", now=now)
    assert (again, Firm.objects.count(), UndertakingText.objects.count()) == (first, 1, 1)
    assert (first.name, first.mail_domain, queries.firm().business_days) == ("Firman AB", "firma.example", 2)


def test_before_it_is_set_up_the_firm_has_no_name(db: None) -> None:
    assert (queries.firm().name, Firm.objects.count()) == ("", 0)


def test_the_ledger_keeps_what_a_setting_was_and_became(administrator: Person, now: datetime) -> None:
    actions.found_firm(name="Firman", now=now)
    actions.change_firm({"business_days": 3, "name": "Firman"}, by=administrator, now=now)
    assert queries.firm().business_days == 3
    assert Payload.objects.get(entry__verb="people.firm_changed").body == '{"business_days":[2,3]}'


def test_saving_without_a_change_writes_nothing(administrator: Person, now: datetime) -> None:
    actions.found_firm(name="Firman", now=now)
    actions.change_firm({"name": "Firman"}, by=administrator, now=now)
    assert not Entry.objects.filter(verb="people.firm_changed").exists()


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"name": " "}, "name"),
        ({"mail_domain": "inte en domän"}, "mail_domain"),
        ({"business_days": 0}, "business_days"),
        ({"business_days": 21}, "business_days"),
    ],
)
def test_a_wrong_setting_is_refused_by_field_and_nothing_is_saved(
    ceo: Person, now: datetime, changes: dict[str, object], field: str
) -> None:
    actions.found_firm(name="Firman", now=now)
    with pytest.raises(errors.FirmSettingIsWrong) as refusal:
        actions.change_firm({"names_in_own_mail": False, **changes}, by=ceo, now=now)
    assert (refusal.value.field, queries.firm().names_in_own_mail) == (field, True)


def test_a_colleague_changes_no_setting(ebba: Person, now: datetime) -> None:
    actions.found_firm(name="Firman", now=now)
    with pytest.raises(errors.NotTheCeoOrAdministrator):
        actions.change_firm({"name": "Min"}, by=ebba, now=now)
