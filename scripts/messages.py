"""Gathers the Swedish texts of templates and code into the English catalogues, and compiles them, without gettext.

Each part of the house has its own catalogue, `locale/<part>/en/LC_MESSAGES/django.po`, so that two people can
translate at the same time. Usage: messages.py update [PART…] | compile | missing [PART…]
"""

import ast
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import polib
from django.utils.translation.template import templatize

PACKAGE = Path(__file__).resolve().parent.parent / "src" / "klartecken"
LOCALE = PACKAGE / "locale"

# How many texts each function takes, and whether the first is a context.
FUNCTIONS = {
    "_": (1, False),
    "gettext": (1, False),
    "gettext_lazy": (1, False),
    "gettext_noop": (1, False),
    "ngettext": (2, False),
    "ngettext_lazy": (2, False),
    "pgettext": (1, True),
    "pgettext_lazy": (1, True),
    "npgettext": (2, True),
    "npgettext_lazy": (2, True),
}
LITERAL = r"""u?(?:'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*")"""
TEMPLATE_CALL = re.compile(rf"\b(n?p?gettext|_)\(\s*({LITERAL}(?:\s*,\s*{LITERAL})*)", re.DOTALL)


class Text(NamedTuple):
    """A text to translate: what polib calls an entry's key."""

    msgid: str
    plural: str = ""
    context: str | None = None


def text_of(function: str, strings: list[str]) -> Text:
    """Read a translating call's strings as context, singular and plural."""
    count, with_context = FUNCTIONS[function]
    context = strings.pop(0) if with_context else None
    return Text(strings[0], strings[1] if count > 1 else "", context)


def texts_in_template(source: str) -> Iterator[Text]:
    """Every text that a template marks for translation."""
    for call in TEMPLATE_CALL.finditer(templatize(source)):
        strings = [str(ast.literal_eval(literal)) for literal in re.findall(LITERAL, call[2], re.DOTALL)]
        # Django's templates write percent signs doubly for gettext and look texts up the same way.
        yield text_of(call[1], strings)


def texts_in_python(source: str) -> Iterator[Text]:
    """Every text that a module marks for translation."""
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call):
            continue
        name = getattr(node.func, "id", None) or getattr(node.func, "attr", None)
        strings = [arg.value for arg in node.args if isinstance(arg, ast.Constant) and isinstance(arg.value, str)]
        if name in FUNCTIONS and len(strings) >= sum(FUNCTIONS[name]):
            yield text_of(name, strings)


def part_of(path: Path) -> str:
    """The part of the house a file belongs to: its room, whether the text is in the room or on its pages."""
    room, *inner = path.relative_to(PACKAGE).parts
    if room != "web":
        return room
    if inner[0] == "templates":
        inner = inner[1:]
    return inner[0] if len(inner) > 1 else "web"


def texts_by_part() -> dict[str, dict[Text, set[str]]]:
    """Every text, by part, with the files it is in."""
    found: dict[str, dict[Text, set[str]]] = defaultdict(lambda: defaultdict(set))
    readers = {".html": texts_in_template, ".txt": texts_in_template, ".py": texts_in_python}
    for path in sorted(PACKAGE.rglob("*")):
        inside_templates = path.suffix == ".py" or "templates" in path.parts
        if path.suffix not in readers or not inside_templates or "static" in path.parts:
            continue
        for text in readers[path.suffix](path.read_text(encoding="utf-8")):
            found[part_of(path)][text].add(path.relative_to(PACKAGE.parent.parent).as_posix())
    return found


def catalogue_path(part: str) -> Path:
    """Where a part's English is."""
    return LOCALE / part / "en" / "LC_MESSAGES" / "django.po"


def read_catalogue(part: str) -> dict[Text, polib.POEntry]:
    """A part's English as it is, by text."""
    path = catalogue_path(part)
    if not path.exists():
        return {}
    return {Text(e.msgid, e.msgid_plural, e.msgctxt): e for e in polib.pofile(str(path)) if not e.obsolete}


def missing() -> list[str]:
    """Every text without English, as `part: text`."""
    lacking = []
    for part, texts in texts_by_part().items():
        known = read_catalogue(part)
        lacking += [f"{part}: {text.msgid}" for text in texts if text not in known or not known[text].translated()]
    return lacking


def update(*wanted: str) -> None:
    """Write the wanted parts' catalogues, or all: new texts come in, unused ones leave, English stays."""
    found = texts_by_part()
    catalogues = {part: read_catalogue(part) for part in found}
    anywhere = {text: entry for known in catalogues.values() for text, entry in known.items() if entry.translated()}
    for part in wanted or found:
        texts = found[part]
        known = anywhere | {text: entry for text, entry in catalogues[part].items() if entry.translated()}
        _write(catalogue_path(part), [_entry(text, files, known.get(text)) for text, files in texts.items()])
    for path in LOCALE.glob("*/en/LC_MESSAGES/django.po"):
        if not wanted and path.parts[-4] not in found:
            path.unlink()


def _entry(text: Text, files: set[str], known: polib.POEntry | None) -> polib.POEntry:
    entry = polib.POEntry(msgid=text.msgid, msgid_plural=text.plural, msgctxt=text.context)
    entry.occurrences = [(name, "") for name in sorted(files)]
    if "%(" in text.msgid:
        entry.flags = ["python-format"]
    if text.plural:
        entry.msgstr_plural = dict(known.msgstr_plural) if known else {0: "", 1: ""}
    else:
        entry.msgstr = known.msgstr if known else ""
    return entry


def _write(path: Path, entries: list[polib.POEntry]) -> None:
    catalogue = polib.POFile(wrapwidth=110)
    catalogue.metadata = {
        "Language": "en",
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": "nplurals=2; plural=(n != 1);",
    }
    catalogue.extend(sorted(entries, key=lambda entry: (entry.occurrences, entry.msgid)))
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.exists() or path.read_text(encoding="utf-8") != str(catalogue):
        path.write_text(str(catalogue), encoding="utf-8")


def compile_catalogues() -> None:
    """Compile every catalogue that is newer than its compiled form."""
    for path in LOCALE.glob("*/*/LC_MESSAGES/django.po"):
        compiled = path.with_suffix(".mo")
        if not compiled.exists() or compiled.stat().st_mtime < path.stat().st_mtime:
            polib.pofile(str(path)).save_as_mofile(str(compiled))


def main() -> int:
    """Do what the command line asks."""
    match sys.argv[1:]:
        case ["update", *parts]:
            update(*parts)
        case ["compile"]:
            compile_catalogues()
        case ["missing", *parts]:
            print("\n".join(line for line in missing() if not parts or line.split(":")[0] in parts))
        case _:
            print(__doc__)
            return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
