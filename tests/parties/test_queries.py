from datetime import datetime

import pytest

from klartecken.parties import actions, queries
from klartecken.parties.models import Party
from klartecken.people.models import Person


@pytest.mark.parametrize("asked", ["åkerbruket", "AKERBRUKET", "energi åker", "Åkerbruket  Energi AB"])
def test_a_name_is_found_with_and_without_its_rings_and_dots(ebba: Person, now: datetime, asked: str) -> None:
    party = actions.register(name="Åkerbruket Energi AB", by=ebba, now=now)
    actions.register(name="Gråsten Gruvor", by=ebba, now=now)
    assert list(queries.named_like(asked, Party.objects.all())) == [party]


def test_only_those_asked_among_are_found(ebba: Person, now: datetime) -> None:
    actions.register(name="Åkerbruket", by=ebba, now=now)
    assert queries.named_like("åkerbruket", Party.objects.all()).exists()
    assert not queries.named_like("åkerbruket", Party.objects.none()).exists()
