"""Writes the lock files: every version with its hashes, for every Python and system, and no address of an index."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCKS = {
    "requirements.lock": ["pyproject.toml", "--extra", "build"],
    "requirements-node.lock": ["--group", "pyproject.toml:node"],
    "requirements-dev.lock": [
        "pyproject.toml",
        "--extra",
        "build",
        "--extra",
        "dev",
        "--constraint",
        "requirements.lock",
    ],
}


def compile_lock(name: str, options: list[str]) -> None:
    """Resolve the project's requirements into one lock file."""
    command = [sys.executable, "-m", "uv", "pip", "compile", *options, "--output-file", name]
    fixed = [
        "--universal",
        "--generate-hashes",
        "--no-header",
        "--no-annotate",
        "--python-version",
        "3.11",
        "--upgrade",
    ]
    subprocess.run([*command, *fixed, "--quiet"], cwd=ROOT, check=True)
    if "://" in (ROOT / name).read_text(encoding="utf-8"):
        sys.exit(f"{name} holds an address; look for an index option in your uv or pip configuration")
    print(f"lock: {name}")


if __name__ == "__main__":
    for lock, extras in LOCKS.items():
        compile_lock(lock, extras)
