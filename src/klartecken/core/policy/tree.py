"""Reads a compiled CEL expression: which facts it looks at, and where it can be cut into parts.

CEL hands out its checked expression as a protocol-buffer message. The few fields needed are read by number straight
from the wire format (cel.expr.CheckedExpr, google/api/expr/v1alpha1), so that no protobuf library is needed.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum

VARINT, FIXED64, LENGTH = 0, 1, 2
REFERENCES, ROOT, SOURCE_INFO = 2, 4, 5


class Kind(Enum):
    """The kinds of nodes, by their field number in cel.expr.Expr."""

    CONSTANT = 3
    NAME = 4
    SELECT = 5
    CALL = 6
    LIST = 7
    STRUCT = 8
    LOOP = 9


@dataclass(frozen=True, slots=True)
class Node:
    """One node of the expression. `word` is a function's or a name's word, or the text of a string constant."""

    kind: Kind
    id: int
    word: str
    children: tuple["Node", ...]
    wire: bytes
    binds: tuple[str, ...] = ()
    is_has: bool = False

    def walk(self) -> Iterator["Node"]:
        """This node and all below it."""
        yield self
        for child in self.children:
            yield from child.walk()

    def names(self) -> frozenset[str]:
        """The free names: facts and definitions, not what a loop binds."""
        if self.kind is Kind.NAME:
            return frozenset({self.word})
        inner = frozenset[str]().union(*(child.names() for child in self.children))
        return inner - frozenset(self.binds)


@dataclass(frozen=True, slots=True)
class Tree:
    """A compiled expression: its root, the overload each call chose, where each node stands, the wire around it."""

    root: Node
    overloads: Mapping[int, str]
    positions: Mapping[int, int]
    around: bytes
    type_url: bytes

    def part(self, node: Node) -> bytes:
        """The serialized expression of one node alone, to be evaluated on its own."""
        checked = self.around + _written(4, node.wire)
        return _written(1, self.type_url) + _written(2, checked)


def read_tree(serialized: bytes) -> Tree:
    """Decode what `Expression.serialize()` gives."""
    outer = dict(_fields(serialized))
    around, root = b"", b""
    overloads: dict[int, str] = {}
    positions: dict[int, int] = {}
    for number, value in _fields(_bytes(outer[2])):
        wire = _bytes(value)
        if number == ROOT:
            root = wire
            continue
        around += _written(number, wire)
        if number == REFERENCES:
            overloads.update(_overload(wire))
        if number == SOURCE_INFO:
            positions.update(_positions(wire))
    return Tree(_node(root), overloads, positions, around, _bytes(outer[1]))


def _overload(entry: bytes) -> Iterator[tuple[int, str]]:
    found = dict(_fields(entry))
    for number, value in _fields(_bytes(found[2])):
        if number == 3:  # noqa: PLR2004 - overload_id
            yield _number(found[1]), _text(value)


def _positions(source_info: bytes) -> Iterator[tuple[int, int]]:
    for number, entry in _fields(source_info):
        if number == 4:  # noqa: PLR2004 - positions, a map from node id to offset
            found = dict(_fields(_bytes(entry)))
            yield _number(found.get(1, 0)), _number(found.get(2, 0))


def _node(wire: bytes) -> Node:
    node_id = 0
    for number, value in _fields(wire):
        if number == 2 and isinstance(value, int):  # noqa: PLR2004 - the node's id
            node_id = value
        elif number in _READERS:
            kind = Kind(number)
            word, children, binds, is_has = _READERS[number](_bytes(value))
            return Node(kind, node_id, word, children, wire, binds, is_has)
    return Node(Kind.CONSTANT, node_id, "", (), wire)


Parts = tuple[str, tuple[Node, ...], tuple[str, ...], bool]


def _constant(body: bytes) -> Parts:
    text = next((_text(value) for number, value in _fields(body) if number == 6), "")  # noqa: PLR2004 - string_value
    return text, (), (), False


def _name(body: bytes) -> Parts:
    return _text(next(value for number, value in _fields(body) if number == 1)), (), (), False


def _select(body: bytes) -> Parts:
    found = dict(_fields(body))
    return _text(found.get(2, b"")), (_node(_bytes(found[1])),), (), bool(found.get(3))


def _call(body: bytes) -> Parts:
    function, children = "", []
    for number, value in _fields(body):
        if number == 2:  # noqa: PLR2004 - the function's name
            function = _text(value)
        else:
            children.append(_node(_bytes(value)))
    return function, tuple(children), (), False


def _list(body: bytes) -> Parts:
    return "", tuple(_node(_bytes(value)) for number, value in _fields(body) if number == 1), (), False


def _struct(body: bytes) -> Parts:
    entries = [_bytes(value) for number, value in _fields(body) if number == 2]  # noqa: PLR2004 - entries
    inner = [_bytes(value) for entry in entries for number, value in _fields(entry) if number in {3, 4}]
    return "", tuple(_node(each) for each in inner), (), False


def _loop(body: bytes) -> Parts:
    words: list[bytes] = []
    children: list[bytes] = []
    for number, value in _fields(body):
        (words if number in {1, 3, 8} else children).append(_bytes(value))
    return "", tuple(_node(each) for each in children), tuple(each.decode() for each in words), False


_READERS = {3: _constant, 4: _name, 5: _select, 6: _call, 7: _list, 8: _struct, 9: _loop}


def _fields(wire: bytes) -> Iterator[tuple[int, int | bytes]]:
    at = 0
    while at < len(wire):
        key, at = _varint(wire, at)
        number, form = key >> 3, key & 7
        if form == VARINT:
            value, at = _varint(wire, at)
            yield number, value
            continue
        size = 8 if form == FIXED64 else 4
        if form == LENGTH:
            size, at = _varint(wire, at)
        yield number, wire[at : at + size]
        at += size


def _varint(wire: bytes, at: int) -> tuple[int, int]:
    value = shift = 0
    while True:
        byte = wire[at]
        value |= (byte & 0x7F) << shift
        at += 1
        if byte < 0x80:  # noqa: PLR2004 - the last byte of a varint
            return value, at
        shift += 7


def _written(number: int, body: bytes) -> bytes:
    length, head = len(body), bytearray([number << 3 | LENGTH])
    while length > 0x7F:  # noqa: PLR2004 - seven bits to a byte
        head.append(length & 0x7F | 0x80)
        length >>= 7
    head.append(length)
    return bytes(head) + body


def _bytes(value: int | bytes) -> bytes:
    return value if isinstance(value, bytes) else b""


def _number(value: int | bytes) -> int:
    return value if isinstance(value, int) else 0


def _text(value: int | bytes) -> str:
    return _bytes(value).decode()
