"""Keeps the processes of `serve` running: one is started again when it falls, all stop together."""

import contextlib
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from types import FrameType

LOOK_EVERY = 0.2  # seconds
PATIENCE = 6.0  # seconds to stop in, before being ended
PAUSES = (0.5, 1.0, 2.0, 5.0, 15.0)  # seconds before each new start in a row
STEADY_AFTER = 60.0  # a process that has run this long starts its row of falls anew


@dataclass
class Child:
    """A process, and how to start it again."""

    name: str
    command: Sequence[str]
    process: "subprocess.Popen[bytes] | None" = None
    started: float = 0.0
    falls: int = 0
    resumes: float = field(default=0.0)  # not before this moment

    def start(self) -> None:
        """Start it."""
        self.process = subprocess.Popen(self.command)  # noqa: S603 - our own programs
        self.started = time.monotonic()

    def look_after(self) -> None:
        """Start it again if it fell, with longer pauses when it keeps falling."""
        now = time.monotonic()
        if self.process is None:
            if now >= self.resumes:
                self.start()
        elif self.process.poll() is not None:
            self.falls = 1 if now - self.started > STEADY_AFTER else self.falls + 1
            self.resumes = now + PAUSES[min(self.falls, len(PAUSES)) - 1]
            code, self.process = self.process.returncode, None
            print(f"The {self.name} process stopped (code {code}) and is started again.", file=sys.stderr, flush=True)


def supervise(children: Sequence[Child], *, when_started: Callable[[], None]) -> None:
    """Run the children until a signal says stop; returns when all of them have stopped.

    `when_started` runs beside, so that a slow start can be stopped too.
    """
    with _stop_signals() as stopped:
        try:
            for child in children:
                child.start()
            threading.Thread(target=when_started, daemon=True).start()
            while not stopped:
                for child in children:
                    child.look_after()
                time.sleep(LOOK_EVERY)
        finally:
            stop(children)


def stop(children: Sequence[Child]) -> None:
    """Ask every child to stop, and end those that do not in time."""
    running = [child.process for child in children if child.process and child.process.poll() is None]
    for process in running:
        process.terminate()
    deadline = time.monotonic() + PATIENCE
    for process in running:
        try:
            process.wait(timeout=max(0.1, deadline - time.monotonic()))
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


@contextlib.contextmanager
def _stop_signals() -> Iterator[list[int]]:
    """Collect the signals that mean stop, instead of dying of them with the children left behind."""
    received: list[int] = []

    def note(number: int, _frame: FrameType | None) -> None:
        received.append(number)

    watched = [signal.SIGINT, signal.SIGTERM, *([signal.SIGHUP] if hasattr(signal, "SIGHUP") else [])]
    before = {number: signal.signal(number, note) for number in watched}
    try:
        yield received
    finally:
        for number, action in before.items():
            signal.signal(number, action)
