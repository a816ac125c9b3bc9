"""Invitations: one letter, one use, fourteen days."""

from datetime import datetime, timedelta

import pytest

from klartecken.ledger.models import Entry
from klartecken.notices.models import Notice
from klartecken.people import actions, errors, queries
from klartecken.people.models import Invitation, Person, Role

PASSWORD = "tolv gröna tallar"


def test_an_invited_person_chooses_a_password_and_is_in(administrator: Person, now: datetime) -> None:
    person, token = actions.invite(
        email=" Ny@Firma.example ", name="Ny  Kollega", roles=[Role.POLICY_OWNER], by=administrator, now=now
    )
    assert (person.email, person.name, person.has_usable_password()) == ("ny@firma.example", "Ny Kollega", False)
    assert queries.roles_of(person, now.date()) == {Role.POLICY_OWNER, Role.CONFLICT_RESOLVER}
    accepted = actions.accept_invitation(token, password=PASSWORD, now=now)
    assert accepted == person
    assert accepted.check_password(PASSWORD)
    verbs = list(Entry.objects.filter(subject=person.pk).order_by("sequence").values_list("verb", flat=True))
    assert verbs == ["people.invited", "people.role_given", "people.accepted"]


def test_the_token_is_kept_only_as_a_hash(administrator: Person, now: datetime) -> None:
    person, token = actions.invite(email="ny@firma.example", name="Ny", by=administrator, now=now)
    assert token not in Invitation.objects.get(person=person).token_hash


def test_an_invitation_works_once(administrator: Person, now: datetime) -> None:
    _, token = actions.invite(email="ny@firma.example", name="Ny", by=administrator, now=now)
    actions.accept_invitation(token, password=PASSWORD, now=now)
    with pytest.raises(errors.InvitationNotValid):
        actions.accept_invitation(token, password="ett annat, också långt", now=now)


def test_an_invitation_is_too_old_after_fourteen_days(administrator: Person, now: datetime) -> None:
    _, token = actions.invite(email="ny@firma.example", name="Ny", by=administrator, now=now)
    assert queries.valid_invitation(token, now=now + timedelta(days=13)) is not None
    with pytest.raises(errors.InvitationNotValid):
        actions.accept_invitation(token, password=PASSWORD, now=now + timedelta(days=15))


def test_inviting_again_replaces_the_letter(administrator: Person, now: datetime) -> None:
    first, old = actions.invite(email="ny@firma.example", name="Ny", by=administrator, now=now)
    second, new = actions.invite(email="NY@firma.example", name="Ny Kollega", by=administrator, now=now)
    assert (first, Person.objects.filter(email="ny@firma.example").count()) == (second, 1)
    assert queries.valid_invitation(old, now=now) is None
    assert queries.valid_invitation(new, now=now) is not None


def test_a_weak_password_is_refused_with_its_reason_and_the_letter_still_works(
    administrator: Person, now: datetime
) -> None:
    _, token = actions.invite(email="ny@firma.example", name="Ny", by=administrator, now=now)
    with pytest.raises(errors.PasswordIsWeak) as refusal:
        actions.accept_invitation(token, password="kort", now=now)
    assert (refusal.value.field, "12" in refusal.value.text) == ("password", True)
    assert actions.accept_invitation(token, password=PASSWORD, now=now).is_active


@pytest.mark.parametrize("email", ["", "ingen", "a@b", "två@adresser.se, tre@adresser.se"])
def test_an_address_that_no_mail_reaches_is_refused(administrator: Person, now: datetime, email: str) -> None:
    with pytest.raises(errors.AddressIsWrong):
        actions.invite(email=email, name="Ny", by=administrator, now=now)


def test_a_name_is_needed(administrator: Person, now: datetime) -> None:
    with pytest.raises(errors.NameIsMissing):
        actions.invite(email="ny@firma.example", name="  ", by=administrator, now=now)


def test_a_colleague_is_not_invited_again(administrator: Person, ebba: Person, now: datetime) -> None:
    with pytest.raises(errors.AlreadyAColleague):
        actions.invite(email=ebba.email, name="Någon", by=administrator, now=now)
    ebba.refresh_from_db()
    assert ebba.name == "Ebba Lind"


def test_only_the_administrator_invites(ebba: Person, ceo: Person, now: datetime) -> None:
    for person in (ebba, ceo):
        with pytest.raises(errors.NotTheAdministrator):
            actions.invite(email="ny@firma.example", name="Ny", by=person, now=now)
    assert not Person.objects.filter(email="ny@firma.example").exists()


def test_the_letter_is_queued_at_once_with_one_link(administrator: Person, now: datetime) -> None:
    _, link = actions.invite_by_mail(
        email="ny@firma.example", name="Ny", by=administrator, link="https://k.example/invitation/{token}/", now=now
    )
    letter = Notice.objects.get()
    assert (letter.kind, letter.status, letter.address) == ("invitation", "waiting", "ny@firma.example")
    assert letter.body.count("https://") == 1
    assert link in letter.body


def test_somebody_who_comes_back_keeps_their_record(administrator: Person, ebba: Person, now: datetime) -> None:
    actions.leave(ebba, by=administrator, now=now)
    person, token = actions.invite(email=ebba.email, name="Ebba Lind", by=administrator, now=now)
    actions.accept_invitation(token, password=PASSWORD, now=now)
    person.refresh_from_db()
    assert (person.pk, person.is_active, person.left_at, queries.has_signed(person)) == (ebba.pk, True, None, True)
