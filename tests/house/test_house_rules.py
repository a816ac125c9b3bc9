"""The rules of the house that no linter knows."""

import ast
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import messages
import pytest

from tests.shared_data import CHECKOUT

PACKAGE = CHECKOUT / "src" / "klartecken"
LONGEST_FILE = 400
LONGEST_FUNCTION = 50
POSITIONAL_ARGUMENTS = 3
FORBIDDEN_WORDS = re.compile(r"(^|_)(utils?|helpers?|misc)($|_)|^common$|Handler$|Manager$|^process_|^data$")
# Django names these; the house does not.
NAMES_FROM_OUTSIDE = frozenset({"PersonManager", "process_view"})
UNFINISHED = re.compile(r"\b(TODO|FIXME|XXX)\b|raise NotImplementedError")
SETTING = re.compile(r"\b(KLARTECKEN_[A-Z][A-Z_]*[A-Z]|DATABASE_URL)\b")
# Written in two halves, so that this file does not hold what it looks for.
ABSOLUTE_PATHS = re.compile(r"(?<![\w.<~}])/(?:home|" + "root|Users|" + r"work|private/tmp)/\w")
INDEX_HOSTS = re.compile(r"(registry\.npmjs|pypi\.|pythonhosted|npmmirror|" + r"proxy\.golang|artifactory|/simple/?\b)")

Function = ast.FunctionDef | ast.AsyncFunctionDef


def tracked_files() -> list[Path]:
    """Every file in the repository, and those that are about to be."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    listing = subprocess.run(command, cwd=CHECKOUT, capture_output=True, text=True, check=True).stdout
    return [path for name in listing.splitlines() if (path := CHECKOUT / name).is_file()]


def python_files(*, source_only: bool = False) -> list[Path]:
    """Our Python, without what Django writes."""
    files = [path for path in tracked_files() if path.suffix == ".py" and "migrations" not in path.parts]
    return [path for path in files if PACKAGE in path.parents] if source_only else files


def parsed(path: Path) -> ast.Module:
    """The syntax tree of a file."""
    return ast.parse(path.read_text(encoding="utf-8"))


def functions(path: Path) -> Iterator[Function]:
    """Every function and method in a file."""
    return (node for node in ast.walk(parsed(path)) if isinstance(node, Function))


def place(path: Path, line: int = 1) -> str:
    """How a finding is shown."""
    return f"{path.relative_to(CHECKOUT)}:{line}"


def body_length(function: Function) -> int:
    """Lines of a function without its decorators and its docstring."""
    first = function.body[0]
    documented = isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant)
    docstring = ((first.end_lineno or 0) - first.lineno + 1) if documented else 0
    return (function.end_lineno or 0) - function.lineno + 1 - docstring


def test_no_file_is_longer_than_a_sitting() -> None:
    lengths = {place(path): len(path.read_text(encoding="utf-8").splitlines()) for path in python_files()}
    assert {name: length for name, length in lengths.items() if length > LONGEST_FILE} == {}


def test_no_function_is_longer_than_a_screen() -> None:
    long = [
        (place(path, function.lineno), function.name, body_length(function))
        for path in python_files()
        for function in functions(path)
        if body_length(function) > LONGEST_FUNCTION
    ]
    assert long == []


def test_no_function_takes_more_than_three_positional_arguments() -> None:
    many = []
    # What numba compiles has no keywords, so its loops are let off; so are endpoints, which are called by name.
    for path in (path for path in python_files(source_only=True) if not path.stem.startswith("loops")):
        for function in functions(path):
            names = [a.arg for a in function.args.posonlyargs + function.args.args if a.arg not in {"self", "cls"}]
            called_by_name = names[:1] == ["request"] and not function.name.startswith("_")
            if len(names) > POSITIONAL_ARGUMENTS and not called_by_name:
                many.append((place(path, function.lineno), function.name, names))
    assert many == []


def test_names_are_the_readers_words() -> None:
    vague = [place(path) for path in python_files(source_only=True) if FORBIDDEN_WORDS.search(path.stem)]
    for path in python_files(source_only=True):
        named = [node for node in ast.walk(parsed(path)) if isinstance(node, Function | ast.ClassDef)]
        vague += [f"{place(path, node.lineno)} {node.name}" for node in named if FORBIDDEN_WORDS.search(node.name)]
    assert [name for name in vague if name.split()[-1] not in NAMES_FROM_OUTSIDE] == []


def test_nothing_is_left_unfinished() -> None:
    assert [place(path) for path in python_files(source_only=True) if UNFINISHED.search(path.read_text())] == []


def test_every_setting_is_documented_and_every_documented_setting_exists() -> None:
    read = {name for path in (PACKAGE / "config").glob("*.py") for name in SETTING.findall(path.read_text())}
    rows = [line for line in (CHECKOUT / "docs" / "settings.md").read_text().splitlines() if line.startswith("| `")]
    assert {row.split("`")[1] for row in rows} == read


@pytest.mark.parametrize("forbidden", [ABSOLUTE_PATHS, INDEX_HOSTS], ids=["a path of one machine", "an index host"])
def test_no_tracked_file_names(forbidden: re.Pattern[str]) -> None:
    found = []
    for path in tracked_files():
        try:
            lines = path.read_text(encoding="utf-8").splitlines()
        except UnicodeDecodeError:
            continue
        found += [place(path, number) for number, line in enumerate(lines, 1) if forbidden.search(line)]
    assert [where for where in found if not where.startswith("tests/house/test_house_rules.py")] == []


def test_every_swedish_text_has_its_english() -> None:
    assert messages.missing() == []


def test_no_page_carries_a_script_or_a_style_of_its_own() -> None:
    inline = re.compile(
        r"<style|\sstyle=|<script(?![^>]*\b(src|type=\"application/(ld\+)?json\"))|\son[a-z]+=|javascript:|hx-on"
    )
    pages = [path for path in PACKAGE.rglob("*.html") if inline.search(path.read_text(encoding="utf-8"))]
    assert [place(path) for path in pages] == []
