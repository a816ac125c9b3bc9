from datetime import datetime

import pytest
from django.db import transaction

from klartecken.parties import actions, live
from klartecken.parties.models import Party
from klartecken.people.models import Person
from klartecken.registers.entity import Entity


def names(asked: str) -> list[str]:
    """What a search in the firm's own parties finds that begins with the same word."""
    return [hit.name for hit in live.index().search(asked) if hit.name.startswith(asked.split(maxsplit=1)[0])]


def test_a_party_is_found_at_once_and_by_its_new_name_after_a_change(ebba: Person, now: datetime) -> None:
    assert names("Nordvind Bioenergi") == []
    party = actions.register(name="Nordvind Bioenergi AB", by=ebba, now=now)
    assert names("Nordvind Bioenergi") == ["Nordvind Bioenergi AB"]
    actions.amend(party, name="Hjortron Bageri", by=ebba, now=now)
    assert names("Hjortron Bageri") == ["Hjortron Bageri"]


def test_the_entity_is_what_the_registers_would_hold(ebba: Person, now: datetime) -> None:
    party = actions.register(
        name="Nordvind AB",
        country="SE",
        identifiers=[("se_orgnr", "5560125790")],
        other_names=[("Vinden", "other")],
        sectors=[("SNI2007", "35110")],
        by=ebba,
        now=now,
    )
    assert live.index().with_identifier(("se_orgnr", "556012-5790")) == [
        Entity(
            id=str(party.pk),
            name="Nordvind AB",
            names=("Vinden",),
            country="se",
            identifiers=(("se_orgnr", "5560125790"),),
            register="parties",
            extra={"sectors": ["SNI2007:35.110"]},
        )
    ]


@pytest.mark.django_db(transaction=True)
def test_what_was_undone_is_forgotten_and_the_number_of_its_change_may_come_again(now: datetime) -> None:
    ebba = Person.objects.create_user("ebba@example.com", name="Ebba Lind", joined_at=now)
    party = actions.register(name="Nordvind Bioenergi AB", by=ebba, now=now)
    assert names("Nordvind Bioenergi AB") == ["Nordvind Bioenergi AB"]
    with transaction.atomic():
        actions.amend(party, name="Hjortron Bageri", by=ebba, now=now)
        actions.register(name="Gråsten Gruvor", by=ebba, now=now)
        assert (names("Hjortron Bageri"), names("Gråsten Gruvor")) == (["Hjortron Bageri"], ["Gråsten Gruvor"])
        transaction.set_rollback(True)
    assert (names("Hjortron Bageri"), names("Gråsten Gruvor")) == ([], [])
    actions.amend(party, name="Tvättsvampen Sundsvall", by=ebba, now=now)
    assert (names("Tvättsvampen Sundsvall"), names("Nordvind Bioenergi AB")) == (
        ["Tvättsvampen Sundsvall"],
        ["Nordvind Bioenergi AB"],
    )


@pytest.mark.django_db(transaction=True)
def test_nothing_is_read_again_while_nothing_changes(now: datetime, django_assert_num_queries: object) -> None:
    ebba = Person.objects.create_user("ebba@example.com", name="Ebba Lind", joined_at=now)
    for number in range(3):
        actions.register(name=f"Nordvind {number}", by=ebba, now=now)
    live.index()
    with django_assert_num_queries(2):  # type: ignore[operator]
        assert len(live.index()) == 3


@pytest.mark.django_db(transaction=True)
def test_an_erased_party_is_no_longer_found(now: datetime) -> None:
    ebba = Person.objects.create_user("ebba@example.com", name="Ebba Lind", joined_at=now)
    actions.register(name="Nordvind Bioenergi AB", by=ebba, now=now)
    actions.register(name="Gråsten Gruvor", by=ebba, now=now)
    assert names("Nordvind Bioenergi AB") == ["Nordvind Bioenergi AB"]
    Party.objects.filter(name="Nordvind Bioenergi AB").delete()
    assert (names("Nordvind Bioenergi AB"), names("Gråsten Gruvor")) == ([], ["Gråsten Gruvor"])
