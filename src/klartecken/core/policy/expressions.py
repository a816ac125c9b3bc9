"""Compiles the expressions of a rulebook against its facts, and refuses what would be unsafe or misleading."""

import difflib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from cel_expr_python import cel

from klartecken.core.policy.functions import declarations
from klartecken.core.policy.problems import Problem, problem
from klartecken.core.policy.tree import Kind, Node, Tree, read_tree
from klartecken.core.policy.values import Definition, Fact, FactType

LENGTH_LIMIT = 2_000
LOOP_DEPTH_LIMIT = 2
JOINING = frozenset({"add_string", "add_bytes", "add_list"})
INDEXING = frozenset({"index_map", "index_list"})

TYPES = {
    FactType.BOOL: cel.Type.BOOL,
    FactType.INT: cel.Type.INT,
    FactType.DOUBLE: cel.Type.DOUBLE,
    FactType.STRING: cel.Type.STRING,
    FactType.STRINGS: cel.Type.List(cel.Type.STRING),
    FactType.SHARES: cel.Type.Map(cel.Type.STRING, cel.Type.DOUBLE),
}
VARIABLE = re.compile(r"[a-z][a-z0-9_]{0,60}")
COMPLAINT = re.compile(r"ERROR: <input>:(\d+):(\d+): (.+)")


@dataclass(frozen=True, slots=True)
class Expression:
    """A compiled expression with the facts and definitions that it names."""

    source: str
    program: cel.Expression
    tree: Tree
    names: frozenset[str]


@dataclass(frozen=True, slots=True)
class CompiledRule:
    """The two expressions of a rule, and every fact that either looks at."""

    applies: Expression
    holds: Expression
    facts: frozenset[str]


@dataclass(frozen=True, slots=True)
class CompiledRulebook:
    """The compiled side of a rulebook; it is rebuilt from the text and never stored."""

    environment: cel.Env
    rules: Mapping[str, CompiledRule]
    exceptions: Mapping[str, Expression]
    """For a presumed fact, the expression that makes the presumption fall."""
    constants: Mapping[str, object]


class ExpressionRefused(Exception):  # noqa: N818 - a statement, caught by the loader alone
    """An expression that cannot be used, with its problems placed inside the expression (from line 1, column 1)."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("; ".join(each.en for each in self.problems))


def environment_of(facts: Mapping[str, Fact], definitions: Mapping[str, Definition]) -> cel.Env:
    """The typed environment in which a rulebook's expressions are compiled."""
    variables = {name: TYPES[fact.type] for name, fact in facts.items() if VARIABLE.fullmatch(name)}
    for name, definition in definitions.items():
        if not VARIABLE.fullmatch(name):
            continue  # complained of where it was read
        is_number = isinstance(definition.value, float)
        variables[name] = TYPES[FactType.DOUBLE if is_number else FactType.STRINGS]
    return cel.NewEnv(variables=variables, functions=declarations())


def compile_expression(source: str, environment: cel.Env, facts: Mapping[str, Fact]) -> Expression:
    """Compile one expression that must give true or false. Raises `ExpressionRefused`."""
    if len(source) > LENGTH_LIMIT:
        raise ExpressionRefused([problem("too_long", (1, 1), limit=LENGTH_LIMIT)])
    try:
        program = environment.compile(source)
    except RuntimeError as error:
        raise ExpressionRefused(_complaints(str(error), facts)) from error
    if program.return_type() != cel.Type.BOOL:
        raise ExpressionRefused([problem("not_yes_or_no", (1, 1), found=program.return_type().name().lower())])
    tree = read_tree(program.serialize())
    found = [each for node in tree.root.walk() for each in _misuses(node, tree, source=source, facts=facts)]
    if _depth(tree.root) > LOOP_DEPTH_LIMIT:
        found.append(problem("too_deep", (1, 1)))
    if found:
        raise ExpressionRefused(found)
    return Expression(source, program, tree, tree.root.names())


def _complaints(message: str, facts: Mapping[str, Fact]) -> Iterator[Problem]:
    found = COMPLAINT.findall(message) or [("1", "1", message.split("[", maxsplit=1)[0].strip())]
    for line, column, detail in found:
        at = (int(line), int(column))
        undeclared = re.search(r"undeclared reference to '([^']+)'", detail)
        if "has()" in detail:
            yield problem("has", at)
        elif undeclared:
            sv, en = _similar(undeclared[1], facts)
            yield problem("no_such_fact", at, name=undeclared[1], hint_sv=sv, hint_en=en)
        else:
            sv, en = _hints(detail)
            yield problem("expression", at, detail=detail, hint_sv=sv, hint_en=en)


def _similar(name: str, facts: Iterable[str]) -> tuple[str, str]:
    near = difflib.get_close_matches(name, list(facts), n=1)
    return (f"Menade du {near[0]}? ", f"Did you mean {near[0]}? ") if near else ("", "")


def _hints(detail: str) -> tuple[str, str]:
    if "no matching overload" in detail and "double" in detail and "int" in detail:
        return (
            "Skriv tal med decimalpunkt, till exempel 0.25 eller 1.0.",
            "Write numbers with a point, such as 0.25 or 1.0.",
        )
    if "no matching overload" in detail:
        return "Jämför bara värden av samma slag.", "Compare only values of the same kind."
    return "Se efter parenteser, citattecken, && och ||.", "Check brackets, quotes, && and ||."


def _misuses(node: Node, tree: Tree, *, source: str, facts: Mapping[str, Fact]) -> Iterator[Problem]:
    at = _place(source, tree.positions.get(node.id, 0))
    overload = tree.overloads.get(node.id, "")
    if node.is_has:
        yield problem("has", at)
    if overload in JOINING and not (node.children and node.children[0].word.startswith("@")):
        yield problem("joining", at)
    if overload in INDEXING:
        yield problem("indexing", at)
    for name in set(node.binds) & facts.keys():
        yield problem("shadowed", at, name=name)
    for name, word in _compared(node):
        allowed = [each for each in facts[name].choices if each != facts[name].unsure] if name in facts else []
        if allowed and word not in allowed:
            yield problem("not_a_choice", at, value=word, name=name, allowed=", ".join(allowed))


def _compared(node: Node) -> Iterator[tuple[str, str]]:
    """Names compared with text constants: `party_work == "none"`, `party_work in ["none"]`."""
    if node.word not in {"_==_", "_!=_", "@in"} or len(node.children) != 2:  # noqa: PLR2004 - two sides
        return
    left, right = sorted(node.children, key=lambda each: each.kind is not Kind.NAME)
    if left.kind is Kind.NAME:
        constants = right.children if right.kind is Kind.LIST else (right,)
        yield from ((left.word, each.word) for each in constants if each.kind is Kind.CONSTANT)


def _place(source: str, offset: int) -> tuple[int, int]:
    before = source[:offset]
    return before.count("\n") + 1, offset - (before.rfind("\n") + 1) + 1


def _depth(node: Node) -> int:
    below = max((_depth(child) for child in node.children), default=0)
    return below + (node.kind is Kind.LOOP)
