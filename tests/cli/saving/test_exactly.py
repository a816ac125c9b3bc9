import json
from datetime import UTC, date, datetime
from uuid import UUID

from klartecken.cli.saving.exactly import Exactly


def test_moments_keep_their_microseconds() -> None:
    moment = datetime(2026, 9, 7, 8, 0, 1, 123456, tzinfo=UTC)
    told = {"at": moment, "on": date(2026, 9, 7), "id": UUID(int=1)}

    assert json.loads(json.dumps(told, cls=Exactly)) == {
        "at": "2026-09-07T08:00:01.123456+00:00",
        "on": "2026-09-07",
        "id": "00000000-0000-0000-0000-000000000001",
    }
