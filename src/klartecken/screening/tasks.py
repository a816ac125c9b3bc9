"""What the screening does by itself: the world changes, and what it touches is screened again."""

from datetime import datetime

from django.utils.timezone import localdate

from klartecken.screening.actions import screen
from klartecken.screening.touched import everything_open, out_of_date

AT_A_TIME = 200
"""Assignments screened in one go, so that one new register does not hold the worker for long."""


def screen_what_is_out_of_date(now: datetime) -> int:
    """Screen open assignments whose run rests on an older register, policy, owner or party; return how many."""
    waiting = out_of_date(localdate(now))[:AT_A_TIME]
    for assignment_id in waiting:
        screen(assignment_id, by=None, now=now)
    return len(waiting)


def screen_everything_open(now: datetime) -> int:
    """Screen every open assignment once a night, so that what changed out of sight is found; return how many."""
    waiting = everything_open()
    for assignment_id in waiting:
        screen(assignment_id, by=None, now=now)
    return len(waiting)
