"""What `make test` does beyond `make check`: the slow tests, the suite on PostgreSQL, and the browser tests.

Where Chromium or PostgreSQL is missing, Debian's packages are installed if that is allowed (as root, or with sudo that
asks nothing). Where it is not, those tests are reported as NOT RUN, and the rest decides.
"""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from postgres import programs, running_cluster

ROOT = Path(__file__).resolve().parent.parent
PYTEST = [sys.executable, "-m", "pytest", "-q"]
NO_TESTS = 5  # pytest's exit code when a selection is empty
BROWSERS = ("chromium", "chromium-browser", "google-chrome")


def run_tests(*options: str, database: str = "") -> bool:
    """Run a part of the suite; an empty part passes."""
    surroundings = dict(os.environ) | ({"DATABASE_URL": database} if database else {})
    return subprocess.run([*PYTEST, *options], cwd=ROOT, env=surroundings, check=False).returncode in {0, NO_TESTS}


def install(package: str) -> None:
    """Install a Debian package where that is allowed; say so where it is not."""
    apt = shutil.which("apt-get")
    rights = [] if os.geteuid() == 0 else ["sudo", "-n"]
    if apt is None or (rights and subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False).returncode):
        print(f"{package} is missing and may not be installed from here")
        return
    print(f"installing Debian's {package}")
    quiet = {"stdout": subprocess.DEVNULL, "env": os.environ | {"DEBIAN_FRONTEND": "noninteractive"}}
    subprocess.run([*rights, apt, "update", "-qq"], check=False, **quiet)  # type: ignore[call-overload]
    subprocess.run([*rights, apt, "install", "-y", "-qq", "--no-install-recommends", package], check=False, **quiet)  # type: ignore[call-overload]


def slow() -> bool | None:
    """Run the slow tests on SQLite."""
    return run_tests("-m", "slow and not browser and not postgres and not spark")


def on_postgres() -> bool | None:
    """Run the suite, and what only PostgreSQL can show, on a cluster of our own."""
    if programs() is None:
        install("postgresql")
    if programs() is None:
        return None
    with running_cluster() as address:
        return run_tests("-m", "not browser and not spark", database=address)


def in_browser() -> bool | None:
    """Run the browser tests in Chromium."""
    if not any(map(shutil.which, BROWSERS)):
        install("chromium")
    if not any(map(shutil.which, BROWSERS)):
        return None
    return run_tests("-m", "browser")


PARTS: dict[str, Callable[[], bool | None]] = {
    "slow tests on SQLite": slow,
    "the suite on PostgreSQL": on_postgres,
    "browser tests": in_browser,
}
WORDS = {True: "passed", False: "FAILED", None: "NOT RUN"}


def main() -> int:
    """Run every part, also after one has failed, and sum up."""
    results: dict[str, bool | None] = {}
    lines = []
    for name, part in PARTS.items():
        print(f"\n== {name}", flush=True)
        started = time.monotonic()
        results[name] = part()
        lines.append(f"{WORDS[results[name]]:8} {name} ({time.monotonic() - started:.0f} s)")
    print("\n" + "=" * 72)
    print("\n".join(lines))
    if None in results.values():
        print("\n*** SOME TESTS WERE NOT RUN: what they need is not on this machine and could not be installed. ***")
    print("=" * 72)
    return int(False in results.values())


if __name__ == "__main__":
    sys.exit(main())
