"""Reads YAML into plain nodes that remember their place, safely, and collects what is wrong instead of stopping."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

import yaml

from klartecken.core.policy.problems import Problem, RulebookRefused, problem
from klartecken.core.policy.values import NO_TEXT, Text

SIZE_LIMIT = 300_000
DEPTH_LIMIT = 20
OPENING = (
    yaml.FlowSequenceStartToken,
    yaml.FlowMappingStartToken,
    yaml.BlockSequenceStartToken,
    yaml.BlockMappingStartToken,
)
CLOSING = (yaml.FlowSequenceEndToken, yaml.FlowMappingEndToken, yaml.BlockEndToken)

KINDS = {
    "map": ("fält med namn", "named fields"),
    "seq": ("en lista", "a list"),
    "str": ("en text", "a text"),
    "int": ("ett heltal", "a whole number"),
    "float": ("ett decimaltal", "a decimal number"),
    "bool": ("ja eller nej (true, false)", "yes or no (true, false)"),
    "null": ("ingenting", "nothing"),
    "timestamp": ("ett datum (ÅÅÅÅ-MM-DD)", "a date (YYYY-MM-DD)"),
}


def place(node: yaml.Node) -> tuple[int, int]:
    """Line and column of a node, counted from one."""
    return node.start_mark.line + 1, node.start_mark.column + 1


def kind(node: yaml.Node) -> str:
    """What the node is in YAML's own words: map, seq, str, int, float, bool, null, timestamp."""
    return str(node.tag).rpartition(":")[2]


@dataclass(slots=True)
class Reading:
    """The text being read and what was found wrong in it so far."""

    name: str
    text: str
    problems: list[Problem] = field(default_factory=list)

    def complain(self, code: str, node: yaml.Node | tuple[int, int], **words: object) -> None:
        """Remember a problem at a node."""
        at = node if isinstance(node, tuple) else place(node)
        self.problems.append(problem(code, at, **words))

    def refuse_if_wrong(self) -> None:
        """Raise `RulebookRefused` with everything found so far, if anything was."""
        if self.problems:
            raise RulebookRefused(self.name, self.problems)

    def root(self) -> yaml.Node:
        """The top node of the text. Raises `RulebookRefused` for what is no YAML, too large, or uses references."""
        if len(self.text) > SIZE_LIMIT:
            self.complain("too_large", (1, 1), limit=SIZE_LIMIT)
            self.refuse_if_wrong()
        try:
            self._refuse_tricks()
            node = yaml.compose(self.text, yaml.SafeLoader)
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark
            at = (mark.line + 1, mark.column + 1) if mark else (1, 1)
            self.complain("not_yaml", at, detail=error.problem or "?")
        except yaml.YAMLError as error:
            self.complain("not_yaml", (1, 1), detail=str(error).partition("\n")[0][:200])
        else:
            return node or yaml.ScalarNode("tag:yaml.org,2002:null", "", yaml.Mark(self.name, 0, 0, 0, None, 0))
        raise RulebookRefused(self.name, self.problems)

    def _refuse_tricks(self) -> None:
        """Refuse references and deep nesting while the text is only scanned: both can cost more than their length."""
        depth = 0
        for token in yaml.scan(self.text, yaml.SafeLoader):
            depth += isinstance(token, OPENING) - isinstance(token, CLOSING)
            at = (token.start_mark.line + 1, token.start_mark.column + 1)
            if depth > DEPTH_LIMIT:
                self.complain("too_nested", at, limit=DEPTH_LIMIT)
                break
            if isinstance(token, yaml.AliasToken):
                self.complain("alias", at)
        self.refuse_if_wrong()

    def fields(self, node: yaml.Node, required: Sequence[str], optional: Sequence[str] = ()) -> dict[str, yaml.Node]:
        """The named fields of a mapping; unknown, repeated and missing ones become problems."""
        found = dict(self.entries(node))
        allowed = [*required, *optional]
        for name in [each for each in found if each not in allowed]:
            key = next(key for key, _ in node.value if key.value == name)
            self.complain("unknown_field", key, field=name, allowed=", ".join(allowed))
            del found[name]
        if isinstance(node, yaml.MappingNode):
            for name in [each for each in required if each not in found]:
                self.complain("missing_field", node, field=name)
        return found

    def entries(self, node: yaml.Node) -> Iterator[tuple[str, yaml.Node]]:
        """The entries of a mapping in order; a repeated key is a problem and its later value is left out."""
        if not isinstance(node, yaml.MappingNode):
            self.wrong(node, "map")
            return
        seen: set[str] = set()
        for key, value in node.value:
            if str(key.value) in seen:
                self.complain("twice", key, name=key.value)
                continue
            seen.add(str(key.value))
            yield str(key.value), value

    def items(self, node: yaml.Node | None) -> list[yaml.Node]:
        """The items of a list."""
        if node is None:
            return []
        if not isinstance(node, yaml.SequenceNode):
            self.wrong(node, "seq")
            return []
        return list(node.value)

    def words(self, node: yaml.Node | None) -> str:
        """A piece of text as it was written; a bare NO or 92.000 is text here too."""
        if node is None:
            return ""
        if not isinstance(node, yaml.ScalarNode) or kind(node) == "null":
            self.wrong(node, "str")
            return ""
        return str(node.value).strip()

    def both(self, node: yaml.Node | None) -> Text:
        """A text in Swedish and English."""
        if node is None:
            return NO_TEXT
        found = self.fields(node, ("sv", "en"))
        for name, value in found.items():
            if not self.words(value):
                self.complain("missing_field", value, field=name)
        return Text(" ".join(self.words(found.get("sv")).split()), " ".join(self.words(found.get("en")).split()))

    def day(self, node: yaml.Node | None) -> date | None:
        """A date."""
        if node is None:
            return None
        try:
            return date.fromisoformat(self.words(node))
        except ValueError:
            self.wrong(node, "timestamp")
            return None

    def one_of(self, node: yaml.Node | None, allowed: Sequence[str], what: str) -> str | None:
        """One of some fixed words."""
        if node is None:
            return None
        word = self.words(node)
        if word in allowed:
            return word
        self.complain("not_one_of", node, value=word, field=what, allowed=", ".join(allowed))
        return None

    def wrong(self, node: yaml.Node, expected: str) -> None:
        """Complain of a value of another kind than the one expected."""
        found = KINDS.get(kind(node), KINDS["str"])
        sv, en = KINDS[expected]
        self.complain("wrong_type", node, found=found[0], found_en=found[1], expected=sv, expected_en=en)


def inside(node: yaml.Node, text: str, at: tuple[int, int]) -> tuple[int, int]:
    """Where in the file a place inside a scalar's own text is: line and column counted from one."""
    line, column = place(node)
    if not isinstance(node, yaml.ScalarNode) or node.style == ">":
        return line, column
    if node.style == "|":
        lines = text.splitlines()
        written = lines[line] if line < len(lines) else ""
        return line + at[0], len(written) - len(written.lstrip()) + at[1]
    quote = 1 if node.style in {"'", '"'} else 0
    return (line, column + quote + at[1] - 1) if at[0] == 1 else (line + at[0] - 1, at[1])
