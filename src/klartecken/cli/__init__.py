"""The command line."""

from klartecken.cli.entrance import main

__all__ = ["main"]
