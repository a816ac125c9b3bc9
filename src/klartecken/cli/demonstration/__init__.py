"""The demonstration: an invented firm to look around in. Every person and company in its stories is invented."""

from klartecken.cli.demonstration.build import build, import_registers

__all__ = ["build", "import_registers"]
