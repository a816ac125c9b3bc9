"""A disk that is full during an import leaves the register in use as it was, and says what to do."""

import os
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from klartecken.registers.importing import import_register
from klartecken.registers.snapshot import current_snapshots, verify_snapshot
from klartecken.registers.sources import Choices

IMPORT = """
import sys
from pathlib import Path
from klartecken.registers.errors import NoRoom
from klartecken.registers.importing import import_register
from klartecken.registers.sources import Choices
try:
    import_register("csv", [Path(sys.argv[1])], home=Path(sys.argv[2]), choices=Choices(register="list"))
except NoRoom as refusal:
    print(refusal.code)
"""
LARGEST_FILE = 40_000  # bytes: what is left on the disk, so to speak


def _names(path: Path, count: int) -> Path:
    rows = "".join(f"{number};Bolag nummer {number} i Sverige AB;se\n" for number in range(count))
    path.write_text("id;name;country\n" + rows, encoding="utf-8")
    return path


def _small_disk() -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (LARGEST_FILE, LARGEST_FILE))


@pytest.mark.slow
def test_a_full_disk_is_told_and_the_register_in_use_stays(home: Path, tmp_path: Path) -> None:
    kept = import_register("csv", [_names(tmp_path / "few.csv", 5)], home=home, choices=Choices(register="list"))
    many = _names(tmp_path / "many.csv", 20_000)

    told = subprocess.run(
        [sys.executable, "-c", IMPORT, str(many), str(home)],
        env=os.environ | {"NUMBA_DISABLE_JIT": "0"},
        preexec_fn=_small_disk,
        capture_output=True,
        text=True,
        check=False,
    )

    assert told.stdout.strip() == "register_no_room", told.stderr[-2000:]
    assert current_snapshots(home=home) == (kept.ref,)
    assert verify_snapshot(kept.ref, home=home) == []
