"""Reads the command line, runs the command, and turns a refusal into a sentence and an exit code."""

import argparse
import sys
from collections.abc import Callable, Sequence
from typing import cast

from klartecken import __doc__ as summary
from klartecken.cli import house
from klartecken.cli.commands import COMMANDS
from klartecken.core.refusals import Refused

FINE, WRONG, USAGE, INTERRUPTED = 0, 1, 2, 130
"""Exit codes: fine; refused or found wrong; misused (argparse's own); stopped by Ctrl-C."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    chosen = parser().parse_args(arguments)
    run = cast("Callable[[argparse.Namespace], int]", chosen.run)
    try:
        return run(chosen)
    except Refused as refusal:
        return _say(house.in_english(refusal))
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:  # the reader, such as `head`, has had enough
        sys.stderr.close()
        return FINE
    except OSError as error:
        return _say(f"{error.strerror or 'The file could not be used'}: {error.filename or 'no file named'}")


def parser() -> argparse.ArgumentParser:
    """Build the parser out of the table of commands."""
    whole = argparse.ArgumentParser(prog="klartecken", description=summary)
    commands = whole.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for name, command in COMMANDS.items():
        words = (command.__doc__ or "").splitlines()[0]
        each = commands.add_parser(name, help=words, description=words)
        command.arguments(each)
    return whole


def _say(sentence: str) -> int:
    print(f"klartecken: {sentence}", file=sys.stderr)
    return WRONG
