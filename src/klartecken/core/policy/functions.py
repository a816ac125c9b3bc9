"""The three functions that rules have besides CEL's own."""

from collections.abc import Mapping, Sequence

from cel_expr_python import cel

from klartecken.core.sectors import covers

FUNCTION_NAMES = frozenset({"covers", "overlaps", "share_of"})


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
        _declared("covers", covers, gives=cel.Type.BOOL, takes=[strings, strings]),
        _declared("overlaps", overlaps, gives=cel.Type.BOOL, takes=[strings, strings]),
        _declared("share_of", share_of, gives=cel.Type.DOUBLE, takes=[shares, strings]),
    ]


def _declared(name: str, does: object, *, gives: cel.Type, takes: list[cel.Type]) -> cel.FunctionDecl:
    return cel.FunctionDecl(name, [cel.Overload(f"klartecken_{name}", gives, takes, impl=does)])
