"""Commands that make, move and serve a home."""

import json
import os
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.request
import zipfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from tests.cli.conftest import Run, klartecken, surroundings

pytestmark = pytest.mark.slow


def people_in(home: Path, run: Run) -> list[str]:
    return [each["email"] for each in json.loads(run(home, "people", "--json").stdout)]


def files_in(home: Path) -> dict[str, bytes]:
    """Every file of a home that belongs to the firm."""
    ours = (path for path in home.rglob("*") if path.is_file() and path.name != "secret-key")
    return {path.relative_to(home).as_posix(): path.read_bytes() for path in ours}


@pytest.fixture(scope="session")
def saved(founded: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A backup of the founded firm; copy it, never change it."""
    file = tmp_path_factory.mktemp("saved") / "all.zip"
    assert klartecken(founded, "backup", str(file)).returncode == 0
    return file


@pytest.fixture
def backup(saved: Path, tmp_path: Path) -> Path:
    """A copy of the firm's backup, to do anything with."""
    return Path(shutil.copyfile(saved, tmp_path / "all.zip"))


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def test_a_second_firm_is_not_founded_in_the_same_home(firm: Path, run: Run) -> None:
    again = run(firm, "init", "--firm", "En annan", "--admin", "a@b.example")

    assert (again.returncode, "There is a firm here already" in again.stderr) == (1, True)
    assert people_in(firm, run) == ["axel.nord@sylve.example"]


def test_a_new_firm_has_its_texts_issues_and_policy(firm: Path, run: Run) -> None:
    code = (
        "from klartecken.people.models import UndertakingText; from klartecken.parties.models import Issue; "
        "from klartecken.policies.models import PolicyVersion; "
        "print(UndertakingText.objects.count(), Issue.objects.count() > 10, PolicyVersion.objects.count())"
    )

    assert run(firm, "manage", "shell", "--no-imports", "-c", code).stdout.split() == ["1", "True", "1"]


def test_the_demonstration_does_not_move_in_with_a_firm(firm: Path, run: Run) -> None:
    assert run(firm, "demo").returncode == 1
    assert run(firm, "demo", "--if-empty").returncode == 0
    assert not (firm / "demonstration").exists()


def test_a_backup_restored_elsewhere_is_the_same_firm(firm: Path, tmp_path: Path, run: Run) -> None:
    (firm / "uploads" / "a").mkdir(parents=True)
    (firm / "uploads" / "a" / "utlåtande.pdf").write_bytes(b"%PDF")
    register = tmp_path / "register.csv"
    register.write_text("id,name,country\n1,Brygga AB,SE\n", encoding="utf-8")
    assert run(firm, "registers", "import", "csv", str(register)).returncode == 0

    made = run(firm, "backup", str(tmp_path / "all.zip"))
    restored = run(tmp_path / "new", "restore", str(tmp_path / "all.zip"))

    assert (made.returncode, restored.returncode) == (0, 0), made.stderr + restored.stderr
    assert "the chain holds" in restored.stdout
    assert people_in(tmp_path / "new", run) == people_in(firm, run)
    before, after = files_in(firm), files_in(tmp_path / "new")
    same = [name for name in before if name.startswith(("uploads/", "registers/", "ledger/"))]
    assert len(same) > 5
    assert [after.get(name) for name in same] == [before[name] for name in same]
    assert (tmp_path / "all.zip").stat().st_mode & 0o077 == 0
    assert run(tmp_path / "new", "registers", "verify").returncode == 0


def test_a_backup_takes_no_other_files_place(firm: Path, tmp_path: Path, run: Run) -> None:
    (tmp_path / "all.zip").write_text("viktigt", encoding="utf-8")

    assert run(firm, "backup", str(tmp_path / "all.zip")).returncode == 1
    assert (tmp_path / "all.zip").read_text(encoding="utf-8") == "viktigt"


def test_a_restore_takes_nothing_away_unasked(firm: Path, backup: Path, run: Run) -> None:
    run(firm, "people", "invite", "maja.lo@sylve.example", "Maja Lo")

    refused = run(firm, "restore", str(backup))
    kept = people_in(firm, run)
    replaced = run(firm, "restore", str(backup), "--replace")

    assert (refused.returncode, "--replace" in refused.stderr) == (1, True)
    assert "maja.lo@sylve.example" in kept
    assert replaced.returncode == 0, replaced.stderr
    assert people_in(firm, run) == ["axel.nord@sylve.example"]
    assert not list(firm.glob(".restore-*"))


def changed_byte(path: Path) -> None:
    whole = bytearray(path.read_bytes())
    whole[len(whole) // 3] ^= 0xFF
    path.write_bytes(bytes(whole))


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-2000])


def replaced_file(path: Path) -> None:
    _rewritten(path, lambda name, content: (name, b"{}" if name.startswith("ledger/") else content))


def with_a_way_out(path: Path) -> None:
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("../outside.txt", "x")


def left_out(path: Path) -> None:
    _rewritten(path, lambda name, content: None if name.startswith("ledger/") else (name, content))


def not_a_zip(path: Path) -> None:
    path.write_text("inte en säkerhetskopia", encoding="utf-8")


def _rewritten(path: Path, change: Callable[[str, bytes], tuple[str, bytes] | None]) -> None:
    with zipfile.ZipFile(path) as archive:
        kept = [change(name, archive.read(name)) for name in archive.namelist()]
    with zipfile.ZipFile(path, "w") as archive:
        for each in kept:
            if each:
                archive.writestr(*each)


@pytest.mark.parametrize("tamper", [changed_byte, cut, replaced_file, with_a_way_out, left_out, not_a_zip])
def test_a_tampered_backup_is_refused_and_nothing_changes(
    firm: Path, backup: Path, tmp_path: Path, run: Run, tamper: Callable[[Path], None]
) -> None:
    tamper(backup)
    before = files_in(firm)

    refused = run(firm, "restore", str(backup), "--replace")

    assert refused.returncode == 1
    assert "Nothing was changed" in refused.stderr
    assert "Traceback" not in refused.stderr
    changed = {name for name, content in files_in(firm).items() if before.get(name) != content}
    assert {name for name in changed if not name.endswith(("-wal", "-shm"))} == set()
    assert not (tmp_path / "outside.txt").exists()


def test_a_backup_of_a_later_version_is_refused(backup: Path, tmp_path: Path, run: Run) -> None:
    def later(name: str, content: bytes) -> tuple[str, bytes]:
        if name != "manifest.json":
            return name, content
        told = json.loads(content)
        told["migrations"].append(["people", "9999_from_the_future"])
        return name, json.dumps(told).encode()

    _rewritten(backup, later)

    assert "later version" in run(tmp_path / "new", "restore", str(backup)).stderr


def test_an_interrupted_restore_is_told_until_it_is_done_again(firm: Path, backup: Path, run: Run) -> None:
    (firm / ".restore-x" / "earlier").mkdir(parents=True)
    (firm / ".restore-x" / "earlier" / "0-uploads").mkdir()

    refused = run(firm, "people")
    run(firm, "restore", str(backup), "--replace")

    assert (refused.returncode, "A restore was interrupted" in refused.stderr) == (1, True)
    assert people_in(firm, run) == ["axel.nord@sylve.example"]


@contextmanager
def served(home: Path, port: int) -> Iterator["subprocess.Popen[str]"]:
    command = [sys.executable, "-m", "klartecken", "serve", "--port", str(port)]
    process = subprocess.Popen(
        command, env=surroundings(home), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )
    try:
        yield process
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(timeout=60)
        if process.stdout:
            process.stdout.close()


def healthz(port: int, *, within: float = 180) -> dict[str, str]:
    """Ask until the answer says that the worker works."""
    deadline = time.monotonic() + within
    while True:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz", timeout=5) as answer:
                told: dict[str, str] = json.load(answer)
        except OSError:  # not listening yet, or too busy to answer
            told = {}
        if told.get("worker") == "ok" or time.monotonic() > deadline:
            return told
        time.sleep(0.3)


def workers(home: Path) -> list[str]:
    with closing(sqlite3.connect(home / "klartecken.sqlite3")) as database:
        return [row[0] for row in database.execute("SELECT worker FROM agenda_heartbeat ORDER BY started_at")]


def children_of(process: int) -> dict[str, int]:
    """The processes that a process has started, by what they do."""
    found = {}
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            parent = int((entry / "stat").read_text().rpartition(")")[2].split()[1])
            command = (entry / "cmdline").read_bytes().decode().split("\0")
        except (OSError, ValueError):
            continue
        if parent == process:
            found["worker" if "worker" in command else "web"] = int(entry.name)
    return found


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="NOT RUN: needs /proc to see the processes")
def test_serve_answers_restarts_a_fallen_worker_and_stops_within_seconds(firm: Path, run: Run, tmp_path: Path) -> None:
    port = free_port()
    with served(firm, port) as process:
        assert healthz(port) == {"database": "ok", "worker": "ok", "registers": "none"}
        assert process.stdout is not None
        assert f"http://localhost:{port}" in process.stdout.readline()
        assert "That port" not in (taken := run(firm, "serve", "--port", str(port))).stderr
        assert (taken.returncode, "Another program uses that port" in taken.stderr) == (1, True)
        assert "running here" in run(firm, "restore", str(_backup(firm, tmp_path, run)), "--replace").stderr

        first, children = workers(firm), children_of(process.pid)
        os.kill(children["worker"], signal.SIGKILL)
        deadline = time.monotonic() + 180
        while len(workers(firm)) < 2 and time.monotonic() < deadline:
            time.sleep(0.3)
        assert (len(first), len(workers(firm))) == (1, 2)

        children = children_of(process.pid)
        asked = time.monotonic()
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=60) == 0
        assert time.monotonic() - asked < 30  # within seconds, on a machine that does other things too
    assert not any(Path(f"/proc/{child}").exists() for child in children.values())


def _backup(firm: Path, tmp_path: Path, run: Run) -> Path:
    """A backup of a firm that is being served."""
    assert run(firm, "backup", str(tmp_path / "served.zip")).returncode == 0
    return tmp_path / "served.zip"
