"""The three functions that rules have besides CEL's own."""

from collections.abc import Mapping, Sequence

from cel_expr_python import cel

FAMILIES = {"SNI2007": "NACE2", "NACE2": "NACE2", "SNI2025": "NACE2.1", "NACE2.1": "NACE2.1"}
"""The Swedish codes refine the European ones digit by digit, so a code of either covers the other's."""

FUNCTION_NAMES = frozenset({"covers", "overlaps", "share_of"})


def covers(listed: Sequence[str], codes: Sequence[str]) -> bool:
    """Whether any of the industry codes is one of the listed, or lies below it (SNI2007:92 covers NACE2:92.00)."""
    wanted = [sector_key(code) for code in listed]
    return any(key.startswith(want) for key in map(sector_key, codes) for want in wanted)


def sector_key(code: str) -> str:
    """An industry code as a prefix to compare by: its family and its digits."""
    scheme, _, number = code.partition(":")
    return f"{FAMILIES.get(scheme, scheme)}:{number.replace('.', '')}"


def overlaps(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether the two lists have anything in common."""
    return not set(left).isdisjoint(right)


def share_of(shares: Mapping[str, float], listed: Sequence[str]) -> float:
    """The sum of the shares of those listed; nothing for those without a share."""
    return float(sum(shares.get(each, 0.0) for each in set(listed)))


def declarations() -> list[cel.FunctionDecl]:
    """The functions as CEL declares them."""
    strings, shares = cel.Type.List(cel.Type.STRING), cel.Type.Map(cel.Type.STRING, cel.Type.DOUBLE)
    return [
        _declared("covers", cel.Type.BOOL, [strings, strings], covers),
        _declared("overlaps", cel.Type.BOOL, [strings, strings], overlaps),
        _declared("share_of", cel.Type.DOUBLE, [shares, strings], share_of),
    ]


def _declared(name: str, gives: cel.Type, takes: list[cel.Type], does: object) -> cel.FunctionDecl:
    return cel.FunctionDecl(name, [cel.Overload(f"klartecken_{name}", gives, takes, impl=does)])
