"""Serve the pages, and do the scheduled work, until Ctrl-C."""

import argparse
import os
import socket
import sys
import time

from klartecken.cli import house
from klartecken.cli.supervising import Child, supervise
from klartecken.core.refusals import Conflicting

STARTS_WITHIN = 120.0  # seconds; a busy machine takes its time


class PortIsTaken(Conflicting):
    """Another program listens there."""

    code = "port_taken"
    message = "Another program uses that port. Choose another with --port, or stop the other program."


def arguments(parser: argparse.ArgumentParser) -> None:
    """Take where to listen."""
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on (default: %(default)s)")
    parser.add_argument("--port", type=_port, default=8000, help="port to listen on (default: %(default)s)")
    parser.add_argument("--processes", type=int, default=1, help="web processes (default: %(default)s)")
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Migrate if needed, start the processes, say where, and stay until told to stop."""
    os.environ.setdefault("KLARTECKEN_URL", f"http://localhost:{chosen.port}")
    house.open_django()
    _refuse_a_taken_port(chosen.host, chosen.port)
    if not house.has_tables():
        raise house.NoDatabaseYet
    if house.unapplied():
        print("Bringing the database to this version …", flush=True)
        house.migrate()
    house.open_firm()
    _let_go_of_the_database()
    supervise(_children(chosen), when_started=lambda: _tell(chosen))
    print("Stopped.", flush=True)
    return 0


def _children(chosen: argparse.Namespace) -> list[Child]:
    python = sys.executable
    web = [python, "-m", "granian", "--interface", "wsgi", "--host", chosen.host, "--port", str(chosen.port)]
    web += ["--workers", str(chosen.processes), "--blocking-threads", _threads(), "--log-level", "warning", "--no-ws"]
    web += ["--respawn-failed-workers", "--workers-kill-timeout", "4", "klartecken.config.wsgi:application"]
    return [Child("web", web), Child("worker", [python, "-m", "klartecken", "worker"])]


def _threads() -> str:
    return str(min(8, 2 * (os.cpu_count() or 1)))


def _tell(chosen: argparse.Namespace) -> None:
    if not _answers(chosen.host, chosen.port):
        print("The pages do not answer yet; see above for the reason.", file=sys.stderr, flush=True)
        return
    print(f"Klartecken is at {os.environ['KLARTECKEN_URL']}  (Ctrl-C stops it)", flush=True)
    from klartecken.cli.commands.demo import print_ways_in

    print_ways_in()
    _let_go_of_the_database()


def _answers(host: str, port: int) -> bool:
    deadline = time.monotonic() + STARTS_WITHIN
    while time.monotonic() < deadline:
        try:
            with socket.create_connection((_reachable(host), port), timeout=1):
                return True
        except OSError:
            time.sleep(0.1)
    return False


def _refuse_a_taken_port(host: str, port: int) -> None:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise PortIsTaken from error


def _reachable(host: str) -> str:
    return {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)  # noqa: S104 - compared with, not bound to


def _let_go_of_the_database() -> None:
    from django.db import connections

    connections.close_all()


def _port(text: str) -> int:
    port = int(text)
    if not 0 < port < 65536:  # noqa: PLR2004 - what a port can be
        message = "a port is a number from 1 to 65535"
        raise argparse.ArgumentTypeError(message)
    return port
