"""Effective shares: who holds a company in the end."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from klartecken.core.ownership.chains import chains_to
from klartecken.core.ownership.control import controllers_of
from klartecken.core.ownership.equations import solve
from klartecken.core.ownership.holdings import Holdings, holdings_above
from klartecken.core.ownership.values import Owner, OwnerKind, OwnershipLink, PartyId, Shares


@dataclass(frozen=True, slots=True)
class End:
    """Where a part stops: at `owner`, or unknown (None), having passed `through` last."""

    owner: PartyId | None
    through: PartyId


Node = PartyId | End


def effective_shares(
    owned: PartyId, links: Sequence[OwnershipLink], parties: Mapping[PartyId, Owner] | None = None
) -> Shares:
    """Share of `owned` held, directly and through others, by each owner at the end of a chain.

    Shares are fractions of one; what no link accounts for is `Shares.unknown`.
    Cross-holdings are resolved exactly (a linear system), not cut off at a depth. A circle without an outside owner is
    named in `closed_circles`, and what flows into it is unknown.
    """
    holdings = holdings_above(owned, links, parties)
    ends, circles = solve(owned, _rows(holdings))
    parts = {end: part for end, part in ends.items() if isinstance(end, End)}
    by_owner = _summed(parts, lambda end: end.owner)
    return Shares(
        owned=owned,
        by_owner=by_owner,
        by_country=_summed(parts, lambda end: _country(end, holdings)),
        by_state={each: part for each, part in by_owner.items() if holdings.party(each).kind is OwnerKind.STATE},
        held_by_persons=sum(
            (part for each, part in by_owner.items() if holdings.party(each).kind.is_natural), Fraction(0)
        ),
        unknown=1 - sum(by_owner.values(), Fraction(0)),
        chains=chains_to(holdings),
        controllers=controllers_of(holdings),
        closed_circles=tuple(tuple(str(each) for each in circle) for circle in circles),
    )


def _rows(holdings: Holdings) -> dict[Node, dict[Node, Fraction]]:
    rows: dict[Node, dict[Node, Fraction]] = {}
    for company, above in holdings.above.items():
        row: dict[Node, Fraction] = {}
        for link in above:
            ends_here = not holdings.above.get(link.owner)
            node = End(link.owner, company) if ends_here else link.owner
            row[node] = row.get(node, Fraction(0)) + holdings.share(link)
        row[End(None, company)] = holdings.remainder(company)
        rows[company] = {node: part for node, part in row.items() if part}
    return rows


def _country(end: End, holdings: Holdings) -> str | None:
    """The country of the last legal entity that is known to hold the part; the owned company itself is no owner."""
    if end.owner is not None and not holdings.party(end.owner).kind.is_natural:
        return holdings.party(end.owner).country
    return None if end.through == holdings.owned else holdings.party(end.through).country


def _summed(parts: Mapping[End, Fraction], key: Callable[[End], str | None]) -> dict[str, Fraction]:
    """The parts added up by key, largest first; parts without a key are left out."""
    sums: dict[str, Fraction] = {}
    for name, part in _keyed(parts, key):
        sums[name] = sums.get(name, Fraction(0)) + part
    return dict(sorted(sums.items(), key=lambda pair: (-pair[1], pair[0])))


def _keyed(parts: Mapping[End, Fraction], key: Callable[[End], str | None]) -> Iterable[tuple[str, Fraction]]:
    for end, part in parts.items():
        name = key(end)
        if name is not None:
            yield name, part
