#!/bin/sh
# Makes .venv if needed and installs the given lock file and Klartecken itself: by uv where there is one, else by pip.
# Usage: environment.sh LOCK
set -eu
lock=$1
python=.venv/bin/python
if [ ! -x "$python" ]; then
    found=$(sh scripts/python.sh)
    echo "environment: .venv with $("$found" --version)"
    if command -v uv >/dev/null 2>&1; then
        uv venv --quiet --python "$found" .venv
    else
        "$found" -m venv .venv
    fi
fi
if command -v uv >/dev/null 2>&1; then
    install="uv pip install --quiet --python $python"
else
    install="$python -m pip install --quiet --disable-pip-version-check"
fi
echo "environment: installing $lock (about a minute the first time)"
$install --require-hashes --only-binary :all: -r "$lock"
# Node comes from PyPI only where the machine has none.
if ! command -v npm >/dev/null 2>&1; then
    $install --require-hashes --only-binary :all: -r requirements-node.lock
fi
$install --no-deps --no-build-isolation -e .
