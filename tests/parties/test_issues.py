from datetime import date, datetime

from klartecken.ledger.models import Entry
from klartecken.parties import actions, queries
from klartecken.parties.models import Issue
from klartecken.people.models import Person


def test_the_starting_list_is_installed_once(ebba: Person, now: datetime) -> None:
    first = actions.install_issues(by=ebba, now=now)
    assert (first, Issue.objects.count()) == (first, first)
    assert first > 80
    assert (actions.install_issues(by=None, now=now), Entry.objects.count()) == (0, 1)


def test_every_issue_stands_under_an_area_and_has_both_languages(ebba: Person, now: datetime) -> None:
    actions.install_issues(by=ebba, now=now)
    grids = Issue.objects.select_related("parent").get(name_sv="Elnät")
    assert grids.parent is not None
    assert (grids.name_en, grids.parent.name_sv) == ("Electricity grids", "Energi")
    assert not Issue.objects.filter(name_en="").exists()


def test_a_retired_issue_is_no_longer_offered_and_does_not_come_back(ebba: Person, now: datetime) -> None:
    actions.install_issues(by=ebba, now=now)
    offered = queries.open_issues().count()
    Issue.objects.filter(name_sv="Elnät").update(retired_on=date(2026, 1, 1))
    assert (queries.open_issues().count(), actions.install_issues(by=ebba, now=now)) == (offered - 1, 0)
