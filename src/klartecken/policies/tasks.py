"""What the policies' room does by itself at night."""

from datetime import datetime
from itertools import islice

from klartecken.policies.replay import replay


class ReplayDiffers(Exception):  # noqa: N818 - a statement: the job that meets it is told as failed
    """Stored facts, judged again by the version that judged them, came to another answer."""


def replay_current(now: datetime) -> None:  # noqa: ARG001 - every job is given the time
    """Judge every case's stored facts again and fail loudly on any difference. No name is in what is told."""
    found = list(islice(replay(), 20))
    if found:
        raise ReplayDiffers(", ".join(sorted({each.rule for each in found})))
