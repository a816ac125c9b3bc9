"""A notation for ownership: «owner > owned: share»."""

from fractions import Fraction

from klartecken.core.ownership import OwnershipLink, as_share


def links(*written: str) -> list[OwnershipLink]:
    """The links that the lines say; «?» is a share of unknown size, «controls» is asserted control."""
    return [_link(each) for each in written]


def _link(written: str) -> OwnershipLink:
    pair, _, size = written.partition(":")
    owner, _, owned = (part.strip() for part in pair.partition(">"))
    size = size.strip()
    if size == "controls":
        return OwnershipLink(owner, owned, controls=True)
    share: Fraction | None = None if size == "?" else as_share(size)
    return OwnershipLink(owner, owned, share)
