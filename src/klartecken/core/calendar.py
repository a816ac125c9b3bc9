"""Business days as a Swedish office keeps them."""

from datetime import date, datetime, time, timedelta, tzinfo
from functools import lru_cache

import holidays

CLOSING_TIME = time(16, 0)
SATURDAY = 5


def window_end(opened: datetime, business_days: int, tz: tzinfo) -> datetime:
    """When a window closes: 16.00 local time on the given business day after the day it opened.

    The day of opening does not count, whatever the hour. `opened` must be aware; the answer is in `tz`.
    """
    if opened.tzinfo is None:
        raise ValueError("The opening time has no time zone; give an aware datetime.")
    if business_days < 1:
        raise ValueError(f"A window lasts at least one business day, not {business_days}.")
    day = opened.astimezone(tz).date()
    for _ in range(business_days):
        day = next_business_day(day)
    return datetime.combine(day, CLOSING_TIME, tzinfo=tz)


def next_business_day(day: date) -> date:
    """The first business day after the given one."""
    day += timedelta(days=1)
    while not is_business_day(day):
        day += timedelta(days=1)
    return day


def is_business_day(day: date) -> bool:
    """Whether a Swedish office is open: no weekend, no holiday, no eve that everybody takes off."""
    return day.weekday() < SATURDAY and day not in _days_off(day.year)


@lru_cache(maxsize=64)
def _days_off(year: int) -> frozenset[date]:
    # Without include_sundays the calendar lists only named days, so weekends are asked for by weekday above.
    swedish = holidays.country_holidays("SE", categories=("public", "de_facto"), years=[year])
    return frozenset(swedish)
