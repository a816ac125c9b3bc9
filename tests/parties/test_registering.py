from datetime import datetime

import pytest
from django.db import IntegrityError, transaction

from klartecken.core.refusals import Invalid
from klartecken.ledger.models import Entry
from klartecken.ledger.queries import verify
from klartecken.parties import actions
from klartecken.parties.actions.registering import particulars_of
from klartecken.parties.checks import Particulars
from klartecken.parties.errors import (
    ListTooLong,
    NameMissing,
    NameTooLong,
    PersonHasACountry,
    UnknownKind,
    UnknownSectorVersion,
    WrongCountry,
    WrongOrganisationNumber,
    WrongSectorCode,
)
from klartecken.parties.models import Party
from klartecken.people.models import Person

TEN_MEGABYTES = "å" * 5_000_000


def test_a_registered_party_holds_what_was_said_in_canonical_form(ebba: Person, now: datetime) -> None:
    party = actions.register(
        name="  Nordvind  Bioenergi AB ",
        country="se",
        state_controlled=False,
        identifiers=[("se_orgnr", "16556012-5790"), ("se_orgnr", "5560125790")],
        other_names=[("Nordvind Elnät AB", "earlier")],
        sectors=[("sni 2007", "35110")],
        by=ebba,
        now=now,
    )
    assert particulars_of(Party.objects.get(pk=party.pk)) == Particulars(
        kind="organisation",
        name="Nordvind Bioenergi AB",
        country="SE",
        state_controlled=False,
        identifiers=(("se_orgnr", "5560125790"),),
        other_names=(("Nordvind Elnät AB", "earlier"),),
        sectors=(("SNI2007", "35.110"),),
    )
    assert (party.search_name, party.created_by, party.created_at) == ("nordvind bioenergi ab", ebba, now)


def test_registering_writes_one_entry_in_the_ledger(ebba: Person, now: datetime) -> None:
    party = actions.register(name="Nordvind", by=ebba, now=now)
    assert list(Entry.objects.values_list("verb", "subject", "actor")) == [
        ("party.registered", str(party.pk), str(ebba.pk))
    ]
    assert verify().holds


@pytest.mark.parametrize(
    "name",
    ["🌲🦊 Skogsräven AB", "شركة الطاقة الشمالية", "חברת האנרגיה הצפונית", "北风能源", "Łódź & Søn"],
)
def test_names_of_every_script_are_kept_as_written(ebba: Person, now: datetime, name: str) -> None:
    assert Party.objects.get(pk=actions.register(name=name, by=ebba, now=now).pk).name == name


@pytest.mark.parametrize(
    ("fields", "refusal", "field"),
    [
        ({"name": ""}, NameMissing, "name"),
        ({"name": " \0\N{RIGHT-TO-LEFT OVERRIDE} "}, NameMissing, "name"),
        ({"name": "x" * 301}, NameTooLong, "name"),
        ({"name": TEN_MEGABYTES}, NameTooLong, "name"),
        ({"name": "A", "kind": "party"}, UnknownKind, "kind"),
        ({"name": "A", "country": "Sverige"}, WrongCountry, "country"),
        ({"name": "A", "country": "ÅÄ"}, WrongCountry, "country"),
        ({"name": "A", "kind": "person", "country": "SE"}, PersonHasACountry, "country"),
        ({"name": "A", "kind": "person", "state_controlled": False}, PersonHasACountry, "country"),
        ({"name": "A", "identifiers": [("se_orgnr", "556012-5791")]}, WrongOrganisationNumber, "identifiers"),
        ({"name": "A", "other_names": [("", "other")]}, NameMissing, "other_names"),
        ({"name": "A", "other_names": [("B", "nickname")]}, UnknownKind, "other_names"),
        ({"name": "A", "other_names": [(str(each), "other") for each in range(101)]}, ListTooLong, "other_names"),
        ({"name": "A", "sectors": [("SNI1992", "70210")]}, UnknownSectorVersion, "sectors"),
        ({"name": "A", "sectors": [("SNI2025", "7")]}, WrongSectorCode, "sectors"),
        ({"name": "A", "sectors": [("NACE2", "70.210")]}, WrongSectorCode, "sectors"),
    ],
)
def test_what_is_wrong_is_refused_and_nothing_is_written(
    ebba: Person, now: datetime, fields: dict[str, object], refusal: type[Invalid], field: str
) -> None:
    with pytest.raises(refusal) as caught:
        actions.register(by=ebba, now=now, **fields)  # type: ignore[arg-type]
    assert caught.value.field == field
    assert (Party.objects.count(), Entry.objects.count()) == (0, 0)


def test_the_same_organisation_may_be_registered_twice_since_a_refusal_would_tell(ebba: Person, now: datetime) -> None:
    first, second = (
        actions.register(name="Nordvind", identifiers=[("se_orgnr", "5560125790")], by=ebba, now=now) for _ in range(2)
    )
    assert first.pk != second.pk


def test_a_former_name_stays_as_an_earlier_name(ebba: Person, now: datetime) -> None:
    party = actions.register(name="Nordvind", other_names=[("NV", "other")], by=ebba, now=now)
    actions.amend(party, name="Sydvind", by=ebba, now=now)
    assert particulars_of(Party.objects.get(pk=party.pk)) == Particulars(
        kind="organisation", name="Sydvind", other_names=(("NV", "other"), ("Nordvind", "earlier"))
    )


def test_an_amendment_changes_only_what_it_names_and_raises_the_revision(ebba: Person, now: datetime) -> None:
    party = actions.register(name="Nordvind", country="SE", sectors=[("SNI2007", "35")], by=ebba, now=now)
    after = actions.amend(party, country="NO", by=ebba, now=now)
    assert (after.country, after.revision > party.revision) == ("NO", True)
    assert [str(sector) for sector in after.sectors.all()] == ["SNI2007:35"]
    assert list(Entry.objects.values_list("verb", flat=True)) == ["party.registered", "party.amended"]


def test_an_amendment_that_changes_nothing_is_not_recorded(ebba: Person, now: datetime) -> None:
    party = actions.register(name="Nordvind", country="SE", by=ebba, now=now)
    actions.amend(party, country="se", by=ebba, now=now)
    assert Entry.objects.count() == 1


def test_the_database_itself_refuses_a_person_with_a_country(ebba: Person, now: datetime) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Party.objects.create(kind="person", name="P", search_name="p", country="SE", created_at=now)


def test_there_is_no_field_for_origin_or_party_membership() -> None:
    fields = {field.name for field in Party._meta.get_fields()}  # noqa: SLF001 - Django's documented model API
    assert fields >= {"name", "country", "kind"}
    assert not {
        name for name in fields for word in ("citizen", "birth", "national", "ethnic", "member") if word in name
    }
