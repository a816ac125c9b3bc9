"""A window closes when a Swedish office would say that two working days have passed."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from klartecken.core.calendar import is_business_day, next_business_day, window_end

STOCKHOLM = ZoneInfo("Europe/Stockholm")


def local(year: int, month: int, day: int, hour: int = 16, minute: int = 0) -> datetime:
    return datetime(year, month, day, hour, minute, tzinfo=STOCKHOLM)


@pytest.mark.parametrize(
    ("opened", "days", "closes"),
    [
        pytest.param(local(2026, 11, 23, 9), 2, local(2026, 11, 25), id="monday-to-wednesday"),
        pytest.param(local(2026, 11, 23, 23, 59), 2, local(2026, 11, 25), id="the-hour-of-opening-does-not-matter"),
        pytest.param(local(2026, 11, 26, 9), 2, local(2026, 11, 30), id="thursday-to-monday-over-a-weekend"),
        pytest.param(local(2026, 11, 28, 9), 2, local(2026, 12, 1), id="opened-on-a-saturday"),
        pytest.param(local(2026, 6, 18, 9), 2, local(2026, 6, 23), id="midsummer-eve-is-no-working-day"),
        pytest.param(local(2026, 12, 23, 9), 2, local(2026, 12, 29), id="christmas-eve-is-no-working-day"),
        pytest.param(local(2026, 12, 30, 9), 2, local(2027, 1, 5), id="new-year-then-the-first-two-working-days"),
        pytest.param(local(2027, 3, 25, 9), 2, local(2027, 3, 31), id="easter"),
        pytest.param(local(2025, 6, 5, 9), 1, local(2025, 6, 9), id="national-day-on-a-friday"),
    ],
)
def test_a_window_ends_at_sixteen_on_the_nth_business_day(opened: datetime, days: int, closes: datetime) -> None:
    assert window_end(opened, days, STOCKHOLM) == closes


def test_the_end_is_sixteen_local_time_on_both_sides_of_a_clock_change() -> None:
    spring = window_end(local(2027, 3, 26, 9), 1, STOCKHOLM)
    autumn = window_end(local(2026, 10, 23, 9), 1, STOCKHOLM)

    assert spring.astimezone(UTC) == datetime(2027, 3, 30, 14, 0, tzinfo=UTC)
    assert autumn.astimezone(UTC) == datetime(2026, 10, 26, 15, 0, tzinfo=UTC)


def test_the_day_of_opening_is_the_local_day() -> None:
    opened = datetime(2026, 11, 23, 23, 30, tzinfo=UTC)  # already Tuesday in Stockholm

    assert window_end(opened, 1, STOCKHOLM) == local(2026, 11, 25)


def test_a_time_without_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="no time zone"):
        window_end(datetime(2026, 11, 23, 9), 2, STOCKHOLM)  # noqa: DTZ001 - the naive time is the point


def test_a_window_of_no_days_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one business day"):
        window_end(local(2026, 11, 23), 0, STOCKHOLM)


@settings(max_examples=60, deadline=None)
@given(st.dates(min_value=date(1990, 1, 1), max_value=date(2090, 1, 1)))
def test_the_next_business_day_is_later_and_open_and_nothing_open_lies_between(day: date) -> None:
    following = next_business_day(day)

    between = [date.fromordinal(n) for n in range(day.toordinal() + 1, following.toordinal())]
    assert is_business_day(following)
    assert [d for d in between if is_business_day(d)] == []
    assert following.weekday() < 5
