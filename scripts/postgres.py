"""A PostgreSQL cluster of our own, in a temporary folder, for as long as the tests need it.

It listens on a socket in that folder and on no port. As root it runs as the user `postgres`, since PostgreSQL refuses
root.
"""

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

USER = "klartecken"
# Nothing here is worth waiting for the disk.
FAST = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=60"


def programs() -> Path | None:
    """The folder of initdb and pg_ctl, newest version first; None where PostgreSQL is not installed."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]), reverse=True)
    if found:
        return found[0].parent
    on_path = shutil.which("initdb")
    return Path(on_path).resolve().parent if on_path else None


@contextmanager
def running_cluster() -> Iterator[str]:
    """Start a fresh cluster and yield its DATABASE_URL; stop and remove it afterwards."""
    binaries = programs()
    if binaries is None:
        message = "PostgreSQL is not installed"
        raise FileNotFoundError(message)
    folder = Path(tempfile.mkdtemp(prefix="klartecken-postgres-"))
    owner = _owner()
    os.chown(folder, owner.pw_uid, owner.pw_gid)
    cluster = folder / "cluster"
    try:
        _run(owner, [binaries / "initdb", "-D", cluster, "-U", USER, "--auth=trust", "-E", "UTF8", "--locale=C.UTF-8"])
        options = f"-c listen_addresses= -c unix_socket_directories={folder} {FAST}"
        _run(owner, [binaries / "pg_ctl", "-D", cluster, "-w", "-l", folder / "log", "-o", options, "start"])
        yield f"postgres://{USER}@/{USER}?host={folder}"
    finally:
        if (cluster / "postmaster.pid").exists():
            _run(owner, [binaries / "pg_ctl", "-D", cluster, "-m", "immediate", "stop"])
        shutil.rmtree(folder, ignore_errors=True)


def _owner() -> pwd.struct_passwd:
    return pwd.getpwnam("postgres") if os.geteuid() == 0 else pwd.getpwuid(os.geteuid())


def _run(owner: pwd.struct_passwd, command: list[str | Path]) -> None:
    words = [str(word) for word in command]
    if os.geteuid() == 0:
        words = ["setpriv", f"--reuid={owner.pw_uid}", f"--regid={owner.pw_gid}", "--clear-groups", *words]
    subprocess.run(words, check=True, stdout=subprocess.DEVNULL, cwd="/")
