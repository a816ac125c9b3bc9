"""My page: each thing settled by its own form, and nothing by a GET."""

import json

import pytest
from django.urls import reverse

from klartecken.notices import queries as notices
from klartecken.people import actions, queries
from klartecken.people.models import ApiToken, Person
from tests.web.people.conftest import SignedIn

CHANGING = ("my_language", "my_away", "my_rhythm", "my_areas", "my_areas_shown", "my_tokens")


@pytest.mark.parametrize("name", CHANGING)
def test_no_get_changes_anything(signed_in: SignedIn, ebba: Person, name: str) -> None:
    answer = signed_in(ebba).get(reverse(name), {"language": "en", "words": "skolan", "show": "yes", "label": "x"})
    assert answer.status_code == 405
    ebba.refresh_from_db()
    assert (ebba.language, ebba.shows_areas, ebba.areas.count(), ApiToken.objects.count()) == ("sv", False, 0, 0)


def test_language_rhythm_and_absence_are_saved(signed_in: SignedIn, ebba: Person) -> None:
    client = signed_in(ebba)
    assert client.post(reverse("my_language"), {"language": "en"}).status_code == 302
    assert client.post(reverse("my_rhythm"), {"rhythm": "at_once"}).status_code == 302
    assert client.post(reverse("my_away"), {"away_until": "2999-01-31"}).status_code == 302
    ebba.refresh_from_db()
    assert (ebba.language, str(ebba.away_until), notices.rhythm_of(ebba.pk)) == ("en", "2999-01-31", "at_once")


def test_a_day_that_has_been_is_refused_beside_its_field(signed_in: SignedIn, ebba: Person) -> None:
    answer = signed_in(ebba).post(reverse("my_away"), {"away_until": "2020-01-01"})
    assert answer.status_code == 422
    assert 'id="away_away_until_error"' in answer.content.decode()
    assert "Datumet har redan varit" in answer.content.decode()


def test_areas_are_added_shown_and_removed(signed_in: SignedIn, ebba: Person) -> None:
    client = signed_in(ebba)
    client.post(reverse("my_areas"), {"words": "kollektivtrafik på landet"})
    client.post(reverse("my_areas_shown"), {"show": "yes"})
    assert "kollektivtrafik på landet" in client.get(reverse("people")).content.decode()
    area = ebba.areas.get()
    client.post(reverse("my_area_removed", args=[area.pk]))
    assert "kollektivtrafik på landet" not in client.get(reverse("people")).content.decode()


def test_a_token_is_shown_once(signed_in: SignedIn, ebba: Person) -> None:
    client = signed_in(ebba)
    answer = client.post(reverse("my_tokens"), {"label": "kalender"})
    token = answer.context["issued"]
    assert token in answer.content.decode()
    assert queries.person_by_token(token) == ebba
    again = client.get(reverse("my_page")).content.decode()
    assert ("kalender" in again, token in again) == (True, False)
    client.post(reverse("my_token_revoked", args=[ApiToken.objects.get().pk]))
    assert queries.person_by_token(token) is None


def test_ones_own_record_is_complete_and_ones_own(signed_in: SignedIn, ebba: Person, ceo: Person, now: object) -> None:
    actions.add_area(ebba, "skolan")
    actions.add_area(ceo, "skogen")
    answer = signed_in(ebba).get(reverse("my_record"))
    record = json.loads(answer.content)
    assert answer["Content-Disposition"].startswith("attachment")
    assert record["person"]["account"]["email"] == ebba.email
    assert record["person"]["areas_of_engagement"] == ["skolan"]
    assert record["person"]["undertaking"]["how"] == "paper"
    assert "skogen" not in answer.content.decode()
