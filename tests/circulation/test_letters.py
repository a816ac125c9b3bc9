"""The name goes out only to the firm's own domain, only unmasked, and only while the firm allows it."""

import pytest
from django.core import mail

from klartecken.assignments.models import Assignment, Mask
from klartecken.circulation import queries
from klartecken.circulation.letters import Letter, circulation_letter
from klartecken.people import actions as people
from klartecken.people import queries as known
from klartecken.people.models import Person
from tests.firm import MONDAY, Firm, found_firm

pytestmark = pytest.mark.django_db

SECRETS = ("Åkerbruket", "odling")


@pytest.fixture
def firm() -> Firm:
    """A firm whose domain is sylve.example."""
    return found_firm()


def hired(email: str) -> Person:
    person, _ = people.invite(email=email, name="Someone Else", by=None, now=MONDAY)
    people.sign_undertaking(person, now=MONDAY)
    return person


def letter(assignment: Assignment, to: Person) -> Letter:
    valid = queries.current_round(assignment)
    assert valid is not None
    return circulation_letter(assignment, valid, to=to, firm=known.firm(), address="https://k.example/x")


def tells(written: Letter) -> list[bool]:
    return [secret in written.subject + written.body for secret in SECRETS]


def test_colleagues_at_the_firms_domain_read_the_name_and_the_public_text(firm: Firm) -> None:
    written = letter(firm.circulating(), firm.colleague)
    assert tells(written) == [True, True]
    assert written.body.count("https://") == 1


@pytest.mark.parametrize(
    "email", ["ebba@annan.example", "ebba@sylve.example.annan.example", "ebba@inte-sylve.example", "sylve.example@a.se"]
)
def test_every_other_address_gets_no_name(firm: Firm, email: str) -> None:
    outsider = hired(email)
    assignment = firm.circulating()
    # There is a name to show: the colleague's letter carries it.
    assert tells(letter(assignment, firm.colleague)) == [True, True]
    assert tells(letter(assignment, outsider)) == [False, False]
    sent = {message.to[0]: str(message.message()) for message in mail.outbox}
    assert email in sent
    assert not any(secret in sent[email] for secret in SECRETS)


def test_the_firm_can_keep_names_out_of_all_mail(firm: Firm) -> None:
    assignment = firm.circulating()
    people.change_firm({"names_in_own_mail": False}, by=firm.ceo, now=MONDAY)
    assert tells(letter(assignment, firm.colleague)) == [False, False]


@pytest.mark.parametrize("mask", [Mask.REQUESTED, Mask.APPROVED])
def test_a_mask_keeps_the_name_out(firm: Firm, mask: Mask) -> None:
    assignment = firm.circulating()
    assignment.mask = mask
    assert tells(letter(assignment, firm.colleague)) == [False, False]


def test_a_firm_without_a_domain_names_nobody(firm: Firm) -> None:
    assignment = firm.circulating()
    people.change_firm({"mail_domain": ""}, by=firm.ceo, now=MONDAY)
    assert tells(letter(assignment, firm.colleague)) == [False, False]
