"""Times, shares and names as people write them."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest
from django.template import Context, Template
from django.test import RequestFactory
from django.utils import timezone, translation

from klartecken.web.templatetags import klartecken


@pytest.fixture(autouse=True)
def swedish() -> Iterator[None]:
    with translation.override("sv"):
        yield


def at(days: int, hour: int, minute: int) -> datetime:
    day = timezone.localtime() - timedelta(days=days)
    return day.replace(hour=hour, minute=minute, second=0, microsecond=0)


def shown(html: str) -> str:
    """The words that sighted people read."""
    return html.split('aria-hidden="true">')[1].split("<", maxsplit=1)[0]


@pytest.mark.parametrize(
    ("days", "expected"), [(1, "i går 09.12"), (0, "i dag 09.12"), (-1, "i morgon 09.12")], ids=str
)
def test_a_near_moment_is_told_as_people_tell_it(days: int, expected: str) -> None:
    assert shown(klartecken.ago(at(days, 9, 12))) == expected


def test_a_moment_in_the_week_is_told_by_its_day() -> None:
    moment = at(4, 13, 40)
    weekdays = ["måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag"]
    assert shown(klartecken.ago(moment)) == f"{weekdays[moment.weekday()]} 13.40"


def test_a_moment_carries_its_exact_time_on_hover_and_for_screen_readers() -> None:
    moment = timezone.make_aware(datetime(2019, 11, 24, 9, 12))  # noqa: DTZ001
    html = klartecken.ago(moment)
    assert 'title="24 november 2019 kl. 09.12"' in html
    assert '<span class="visually-hidden">24 november 2019 kl. 09.12</span>' in html
    assert shown(html) == "24 november 2019"


def test_a_moment_that_never_was_is_nothing() -> None:
    assert [klartecken.ago(None), klartecken.moment(None), klartecken.day(None), klartecken.percent(None)] == [
        "",
        "",
        "",
        "okänt",
    ]


def test_a_day_of_another_year_has_its_year() -> None:
    assert klartecken.day(date(2019, 11, 27)) == '<time datetime="2019-11-27">onsdag 27 november 2019</time>'


def test_english_days_begin_with_a_capital() -> None:
    with translation.override("en"):
        assert "Wednesday 27 November 2019" in klartecken.day(date(2019, 11, 27))


@pytest.mark.parametrize(
    ("share", "expected"), [(Decimal("0.3"), "30\u00a0%"), (0.125, "12,5\u00a0%"), (1, "100\u00a0%"), (0, "0\u00a0%")]
)
def test_a_share_is_written_as_per_cent(share: Decimal | float, expected: str) -> None:
    assert klartecken.percent(share) == expected


def test_initials_are_of_the_first_and_the_last_name() -> None:
    assert [klartecken.initials(name) for name in ("Anna Maria Öst", "Ebba", "")] == ["AÖ", "E", ""]


def test_the_bar_marks_the_place_one_is_in() -> None:
    request = RequestFactory().get("/assignments/new")
    places = klartecken.navigation(Context({"request": request}))
    assert [place["name"] for place in places if place["current"]] == ["assignments"]


def test_another_page_keeps_the_filters() -> None:
    request = RequestFactory().get("/", {"q": "el nät", "sida": "2"})
    template = Template("{% load klartecken %}{% page_address 3 %}")
    assert template.render(Context({"request": request})) == "?q=el+n%C3%A4t&amp;sida=3"
