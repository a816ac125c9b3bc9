"""Nobody is a colleague before their undertaking is on record."""

from datetime import date, datetime, timedelta

import pytest

from klartecken.ledger.models import Entry
from klartecken.people import actions, errors, pasted, queries
from klartecken.people.actions import undertakings
from klartecken.people.models import Person, Undertaking, UndertakingText


def test_signing_makes_a_colleague(newcomer: Person, now: datetime) -> None:
    assert list(queries.signed_colleagues(now)) == []
    signed = actions.sign_undertaking(newcomer, now=now)
    assert (signed.how, signed.signed_at, signed.text_id) == (Undertaking.How.HERE, now, 1)
    assert queries.has_signed(newcomer)
    assert list(queries.signed_colleagues(now)) == [newcomer]
    assert list(queries.signed_colleagues(now - timedelta(minutes=1))) == []


def test_signing_twice_changes_nothing(newcomer: Person, now: datetime) -> None:
    first = actions.sign_undertaking(newcomer, now=now)
    assert actions.sign_undertaking(newcomer, now=now + timedelta(days=1)) == first
    assert Entry.objects.filter(verb="people.signed").count() == 1


def test_the_text_in_force_is_what_is_signed(newcomer: Person, now: datetime) -> None:
    UndertakingText.objects.create(version=1, in_force_from=date(2020, 1, 1), text_sv="ett", text_en="one")
    UndertakingText.objects.create(version=2, in_force_from=date(2026, 1, 1), text_sv="två", text_en="two")
    UndertakingText.objects.create(version=3, in_force_from=date(2027, 1, 1), text_sv="tre", text_en="three")
    signed = actions.sign_undertaking(newcomer, now=now)
    assert signed.text is not None
    assert signed.text.version == 2


def test_the_starting_text_never_restricts_whistleblowing(db: None, now: datetime) -> None:
    text = actions.install_undertaking_text(in_force_from=now.date())
    assert "2021:890" in text.text_sv
    assert "inskränker inte min rätt att slå larm" in text.text_sv
    assert "2021:890" in text.text_en
    assert "does not restrict my right to report wrongdoing" in text.text_en


def test_the_firms_own_text_is_not_replaced(db: None, now: datetime) -> None:
    UndertakingText.objects.create(version=1, in_force_from=date(2020, 1, 1), text_sv="vår", text_en="ours")
    assert actions.install_undertaking_text(in_force_from=now.date()).text_sv == "vår"


def test_somebody_who_has_left_signs_nothing(administrator: Person, newcomer: Person, now: datetime) -> None:
    actions.leave(newcomer, by=administrator, now=now)
    with pytest.raises(errors.HasLeft):
        actions.sign_undertaking(newcomer, now=now)


def test_paper_undertakings_are_registered_and_each_wrong_row_is_explained(
    administrator: Person, ebba: Person, newcomer: Person, now: datetime
) -> None:
    today, tomorrow = date(2026, 11, 23), date(2026, 11, 24)
    rows = [
        ("Nils@firma.example", date(2024, 5, 2)),
        ("ingen@firma.example", date(2024, 5, 2)),
        (ebba.email, date(2024, 5, 2)),
        (newcomer.email, today),
        (administrator.email, tomorrow),
    ]
    result = actions.register_paper_undertakings(rows, by=administrator, now=now)
    assert result.registered == (newcomer,)
    assert result.refused == (
        (rows[1], undertakings.UNKNOWN_ADDRESS),
        (rows[2], undertakings.SIGNED_ALREADY),
        (rows[3], pasted.TWICE),
        (rows[4], undertakings.SIGNED_ALREADY),
    )
    paper = Undertaking.objects.get(person=newcomer)
    assert (paper.how, paper.registered_by, paper.text) == (Undertaking.How.PAPER, administrator, None)
    assert list(Entry.objects.values_list("verb", "subject", "actor")) == [
        ("people.signed", str(newcomer.pk), str(administrator.pk))
    ]


def test_a_paper_from_tomorrow_is_refused(administrator: Person, newcomer: Person, now: datetime) -> None:
    row = (newcomer.email, date(2026, 11, 24))
    result = actions.register_paper_undertakings([row], by=administrator, now=now)
    assert (result.registered, result.refused) == ((), ((row, undertakings.NOT_YET),))


def test_only_the_administrator_registers_papers(ebba: Person, newcomer: Person, now: datetime) -> None:
    with pytest.raises(errors.NotTheAdministrator):
        actions.register_paper_undertakings([(newcomer.email, date(2024, 5, 2))], by=ebba, now=now)
    assert not queries.has_signed(newcomer)
