from datetime import date, datetime, timedelta
from typing import Any

import pytest

from klartecken.core.refusals import Invalid, NotFound, Refused
from klartecken.ledger.models import Entry, Payload
from klartecken.ledger.queries import verify
from klartecken.parties import actions as parties
from klartecken.parties.models import Party
from klartecken.people.models import Person
from klartecken.prospects import actions, queries
from klartecken.prospects.errors import (
    ContactInThePast,
    ContactMissing,
    EnquiryEmpty,
    EnquiryTooLong,
    NoteEmpty,
    NoteTooLong,
    Resting,
    UnknownChoice,
    WordsTooLong,
)
from klartecken.prospects.models import Acquaintance, Note, Prospect

TEN_MEGABYTES = "å" * 5_000_000


def verbs() -> list[str]:
    """What the ledger says has happened in the garden."""
    return [verb for verb in Entry.objects.values_list("verb", flat=True) if verb.startswith("prospect.")]


def test_a_dream_client_is_planted_with_as_little_as_a_name(ebba: Person, now: datetime) -> None:
    prospect = actions.plant(owner=ebba, name="Nordvind 🌲", now=now)
    assert (prospect.kind, prospect.origin, prospect.party.name, prospect.next_contact) == (
        "dream",
        "own_outreach",
        "Nordvind 🌲",
        None,
    )
    assert verbs() == ["prospect.planted"]


def test_a_party_that_is_known_already_is_planted_as_it_is(ebba: Person, now: datetime) -> None:
    party = parties.register(name="Nordvind", by=ebba, now=now)
    assert actions.plant(owner=ebba, name="", party=party, now=now).party == party


@pytest.mark.parametrize(
    ("said", "refusal", "field"),
    [
        ({"kind": "nightmare"}, UnknownChoice, "kind"),
        ({"origin": "gossip"}, UnknownChoice, "origin"),
        ({"why": TEN_MEGABYTES}, WordsTooLong, "why"),
        ({"areas": "x" * 301}, WordsTooLong, "areas"),
        ({"next_contact": date(2026, 11, 1)}, ContactInThePast, "next_contact"),
        ({"name": ""}, Invalid, "name"),
    ],
)
def test_what_is_wrong_is_refused_and_nothing_is_planted(
    ebba: Person, now: datetime, said: dict[str, object], refusal: type[Invalid], field: str
) -> None:
    with pytest.raises(refusal) as caught:
        actions.plant(owner=ebba, now=now, **{"name": "Nordvind", **said})  # type: ignore[arg-type]
    assert caught.value.field == field
    assert (Prospect.objects.count(), Party.objects.count(), Entry.objects.count()) == (0, 0, 0)


def test_a_note_is_one_line_and_moves_the_retention_clock(dream: Prospect, ebba: Person, now: datetime) -> None:
    later = now + timedelta(days=3)
    actions.note(dream, words="  Åt lunch\nmed Anna ", by=ebba, now=later)
    assert list(Note.objects.values_list("words", "at")) == [("Åt lunch med Anna", later)]
    assert Prospect.objects.get().tended_at == later


@pytest.mark.parametrize(
    ("words", "refusal"), [("", NoteEmpty), (" \n", NoteEmpty), ("x" * 301, NoteTooLong), (TEN_MEGABYTES, NoteTooLong)]
)
def test_a_note_that_is_no_line_is_refused(
    dream: Prospect, ebba: Person, now: datetime, words: str, refusal: type[Invalid]
) -> None:
    with pytest.raises(refusal):
        actions.note(dream, words=words, by=ebba, now=now)
    assert Note.objects.count() == 0


def test_the_next_contact_is_today_or_later_or_never(dream: Prospect, ebba: Person, now: datetime) -> None:
    assert actions.set_next_contact(dream, on=date(2026, 11, 2), by=ebba, now=now).next_contact == date(2026, 11, 2)
    with pytest.raises(ContactInThePast):
        actions.set_next_contact(dream, on=date(2026, 11, 1), by=ebba, now=now)
    assert actions.set_next_contact(dream, on=None, by=ebba, now=now).next_contact is None


def test_tending_without_a_change_is_not_recorded(dream: Prospect, ebba: Person, now: datetime) -> None:
    actions.tend(dream, why="Elnät på landet", by=ebba, now=now)
    actions.tend(dream, why="Elnät överallt", areas="energi", origin="referral", by=ebba, now=now)
    assert verbs() == ["prospect.planted", "prospect.tended"]


def test_who_knows_whom_is_written_once_and_can_be_struck_out(
    dream: Prospect, ebba: Person, jonas: Person, now: datetime
) -> None:
    rows = [actions.knows(dream, colleague=jonas, contact="Anna, vd", by=ebba, now=now) for _ in range(2)]
    assert [row.pk for row in rows] == [Acquaintance.objects.get().pk] * 2
    with pytest.raises(ContactMissing):
        actions.knows(dream, colleague=jonas, contact=" ", by=ebba, now=now)
    actions.forget_acquaintance(rows[0], by=ebba, now=now)
    assert Acquaintance.objects.count() == 0


def test_a_colleague_can_do_nothing_in_a_garden_that_is_not_theirs(
    dream: Prospect, jonas: Person, now: datetime
) -> None:
    acts = (
        lambda: actions.note(dream, words="hej", by=jonas, now=now),
        lambda: actions.tend(dream, why="hej", by=jonas, now=now),
        lambda: actions.knows(dream, colleague=jonas, contact="Anna", by=jonas, now=now),
        lambda: actions.close(dream, by=jonas, now=now),
        lambda: queries.get_own(jonas, dream.pk),
    )
    for act in acts:
        with pytest.raises(NotFound):
            act()
    assert queries.get_own(dream.owner, dream.pk) == dream
    assert not queries.garden(jonas).exists()


def test_a_pasted_mail_becomes_an_enquiry(ebba: Person, now: datetime) -> None:
    mail = "Från: Anna <anna@hjortron.se>\nÄmne: Bär\n\nHej!\n\nAnna\nHjortron AB"
    prospect = actions.receive_enquiry(mail, owner=ebba, now=now)
    assert (prospect.kind, prospect.origin, prospect.party.name, prospect.why, prospect.enquiry_text) == (
        "enquiry",
        "inbound",
        "Hjortron AB",
        "Bär",
        mail,
    )


@pytest.mark.parametrize("text", ["hej", "🌲\0\ud800", "\u202e\u200b", "Från:\n" * 50])
def test_an_odd_enquiry_is_received_from_an_unknown_sender(ebba: Person, now: datetime, text: str) -> None:
    assert actions.receive_enquiry(text, owner=ebba, now=now).party.name == "Okänd avsändare"


@pytest.mark.parametrize(("text", "refusal"), [(TEN_MEGABYTES, EnquiryTooLong), (" \n", EnquiryEmpty)])
def test_an_enquiry_that_cannot_be_read_is_refused_kindly(
    ebba: Person, now: datetime, text: str, refusal: type[Refused]
) -> None:
    with pytest.raises(refusal):
        actions.receive_enquiry(text, owner=ebba, now=now)
    assert Prospect.objects.count() == 0


def test_what_is_laid_aside_leaves_the_garden_and_can_be_taken_up(dream: Prospect, ebba: Person, now: datetime) -> None:
    assert list(queries.garden(ebba)) == [dream]
    actions.close(dream, by=ebba, now=now)
    assert (list(queries.garden(ebba)), list(queries.laid_aside(ebba))) == ([], [dream])
    with pytest.raises(Resting):
        actions.tend(dream, why="hej", by=ebba, now=now)
    actions.take_up_again(dream, by=ebba, now=now)
    assert (list(queries.garden(ebba)), list(queries.laid_aside(ebba))) == ([dream], [])


def test_a_leavers_garden_goes_to_a_colleague_with_its_notes(
    dream: Prospect, ebba: Person, jonas: Person, now: datetime
) -> None:
    actions.note(dream, words="Åt lunch", by=ebba, now=now)
    assert actions.hand_over(ebba, to=jonas, now=now) == 1
    assert not queries.garden(ebba).exists()
    grown: list[Any] = list(queries.garden(jonas))
    assert [each.last_note for each in grown] == ["Åt lunch"]


def test_what_nobody_has_tended_is_erased_and_the_ledger_still_verifies(
    dream: Prospect, ebba: Person, now: datetime
) -> None:
    fresh = actions.plant(owner=ebba, name="Gråsten", now=now + timedelta(days=1))
    assert Payload.objects.filter(body__contains="Nordvind").exists()
    assert actions.erase_untended(before=now + timedelta(hours=1), now=now + timedelta(days=800)) == 1
    assert (list(Prospect.objects.all()), [party.name for party in Party.objects.all()]) == ([fresh], ["Gråsten"])
    assert not Payload.objects.filter(body__contains="Nordvind").exists()
    assert (verify().holds, verify().erased) == (True, 2)


def test_a_party_that_something_else_rests_on_outlives_its_prospect(
    dream: Prospect, ebba: Person, now: datetime
) -> None:
    owned = parties.register(name="Dotterbolaget", by=ebba, now=now)
    parties.state_owner(owned, dream.party, source="Brev", by=ebba, now=now)
    actions.erase_untended(before=now + timedelta(days=1), now=now + timedelta(days=800))
    assert (Prospect.objects.count(), Party.objects.filter(pk=dream.party_id).exists()) == (0, True)
