"""An account's name and address can be put right."""

from datetime import datetime

import pytest
from allauth.account.models import EmailAddress

from klartecken.ledger.models import Payload
from klartecken.notices.models import Notice
from klartecken.people import actions, errors
from klartecken.people.models import Person


def test_a_new_name_and_address_are_kept_and_the_old_address_signs_in_no_more(
    administrator: Person, ebba: Person, now: datetime
) -> None:
    EmailAddress.objects.create(user=ebba, email=ebba.email, verified=True, primary=True)
    actions.change_account(ebba, name=" Ebba  Ek ", email="Ebba.Ek@firma.example", by=administrator, now=now)
    ebba.refresh_from_db()
    assert (ebba.name, ebba.email, EmailAddress.objects.count()) == ("Ebba Ek", "ebba.ek@firma.example", 0)
    told = Notice.objects.get()
    assert (told.kind, told.address, "gäller inte längre" in told.body) == (
        "address_changed",
        "ebba@firma.example",
        True,
    )
    payload = Payload.objects.get(entry__verb="people.account_changed")
    assert payload.body == '{"changed":["name","email"]}'


def test_an_address_is_one_persons(administrator: Person, ebba: Person, ceo: Person, now: datetime) -> None:
    with pytest.raises(errors.AddressIsTaken):
        actions.change_account(ebba, name="Ebba Lind", email="VD@firma.example", by=administrator, now=now)


def test_saving_without_a_change_writes_nothing(administrator: Person, ebba: Person, now: datetime) -> None:
    actions.change_account(ebba, name=ebba.name, email=ebba.email, by=administrator, now=now)
    assert not Payload.objects.exists()


def test_only_the_administrator_changes_accounts(ebba: Person, ceo: Person, now: datetime) -> None:
    with pytest.raises(errors.NotTheAdministrator):
        actions.change_account(ebba, name="Ebba Ek", email=ebba.email, by=ceo, now=now)
