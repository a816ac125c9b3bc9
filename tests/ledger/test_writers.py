"""Several write at once: nothing is lost, and the chain holds."""

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from django.db import connection
from django.utils import timezone

from klartecken.ledger import actions, queries

WRITERS, EACH = 4, 50

PREPARE = "from django.core.management import call_command; call_command('migrate', 'ledger', verbosity=0)"
WRITE = f"""
from django.utils import timezone
from klartecken.ledger import actions
for number in range({EACH}):
    with actions.step():
        now, payload = timezone.now(), {{"number": number}}
        actions.record("test.noted", subject=f"{{number}}", actor="writer", now=now, payload=payload)
"""
COUNT = """
from klartecken.ledger import anchors, queries
found = queries.verify()
print(found.entries, len(list(anchors.read())), len(found.faults))
"""


def start(code: str, home: Path) -> "subprocess.Popen[str]":
    setup = "import django; django.setup()\n"
    surroundings = os.environ | {
        "DJANGO_SETTINGS_MODULE": "klartecken.config.settings",
        "KLARTECKEN_HOME": str(home),
        "DATABASE_URL": "",
    }
    return subprocess.Popen([sys.executable, "-c", setup + code], env=surroundings, stdout=subprocess.PIPE, text=True)


def finish(process: "subprocess.Popen[str]") -> str:
    told, _ = process.communicate(timeout=120)
    assert process.returncode == 0
    return told


@pytest.mark.slow
def test_four_writers_of_fifty_entries_each_keep_all_of_them(home: Path) -> None:
    finish(start(PREPARE, home))

    writers = [start(WRITE, home) for _ in range(WRITERS)]
    for writer in writers:
        finish(writer)

    assert finish(start(COUNT, home)).split() == ["200", "200", "0"]


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_four_threads_keep_all_their_entries_on_the_database_of_this_run() -> None:
    def write(_writer: int) -> None:
        try:
            for number in range(EACH):
                with actions.step():
                    actions.record("test.noted", subject=str(number), actor="writer", now=timezone.now())
        finally:
            connection.close()

    with ThreadPoolExecutor(WRITERS) as pool:
        list(pool.map(write, range(WRITERS)))

    found = queries.verify()
    assert (found.entries, found.faults) == (WRITERS * EACH, ())
