#!/bin/sh
# Prints the path of a Python that Klartecken runs on: 3.11, 3.12 or 3.13.
set -eu
for name in ${PYTHON:-} python3 python3.13 python3.12 python3.11 python; do
    # A pyenv shim may exist for a version that is not there, so each is tried.
    if found=$("$name" -c 'import sys; assert (3, 11) <= sys.version_info[:2] <= (3, 13); print(sys.executable)' 2>/dev/null); then
        echo "$found"
        exit 0
    fi
done
echo "Klartecken needs Python 3.11, 3.12 or 3.13, and none was found. Install one, or name it: make run PYTHON=/path/to/python3" >&2
exit 1
