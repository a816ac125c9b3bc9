"""Lets `python -m klartecken` be the command line."""

import sys

from klartecken.cli import main

sys.exit(main())
