"""The commands, one module each: `arguments(parser)` says what it takes, the first line of its text what it does."""

import argparse
from typing import Protocol

from klartecken.cli.commands import (
    assignments,
    backup,
    demo,
    init,
    ledger,
    manage,
    migrate,
    parties,
    people,
    policy,
    publish,
    registers,
    restore,
    retention,
    screen,
    serve,
    token,
    worker,
)


class Command(Protocol):
    """A module with a command in it."""

    __doc__: str | None

    def arguments(self, parser: argparse.ArgumentParser) -> None:
        """Say what the command takes, and set `run`."""


COMMANDS: dict[str, Command] = {
    "init": init,
    "demo": demo,
    "serve": serve,
    "people": people,
    "token": token,
    "parties": parties,
    "assignments": assignments,
    "registers": registers,
    "screen": screen,
    "policy": policy,
    "publish": publish,
    "ledger": ledger,
    "retention": retention,
    "backup": backup,
    "restore": restore,
    "worker": worker,
    "migrate": migrate,
    "manage": manage,
}
