"""The part of all links that lies above one company, checked and ready to compute with."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

from klartecken.core.ownership.equations import reachable
from klartecken.core.ownership.refusals import OwnershipTooLarge, PersonIsOwned, ShareOutOfRange, SharesAboveWhole
from klartecken.core.ownership.values import Owner, OwnershipLink, PartyId

ROUNDING = Fraction(1, 200)
"""Published percentages are rounded: a sum this much above the whole is scaled down, not refused."""

LINK_LIMIT = 5_000


@dataclass(frozen=True, slots=True)
class Holdings:
    """The owners of each company above `owned`, one link per pair, none adding up to more than the whole."""

    owned: PartyId
    above: Mapping[PartyId, tuple[OwnershipLink, ...]]
    parties: Mapping[PartyId, Owner]
    totals: Mapping[PartyId, Fraction]

    def party(self, party_id: PartyId) -> Owner:
        """What is known of a party; one that nobody described is an organisation without a country."""
        return self.parties.get(party_id) or Owner(party_id, party_id)

    def share(self, link: OwnershipLink) -> Fraction:
        """The part that the link accounts for; a link of unknown size accounts for nothing."""
        if link.share is None:
            return Fraction(0)
        total = self.accounted(link.owned)
        return link.share / total if total > 1 else link.share

    def accounted(self, company: PartyId) -> Fraction:
        """The sum of the known shares in one company."""
        return self.totals.get(company, Fraction(0))

    def remainder(self, company: PartyId) -> Fraction:
        """The part of one company that no link accounts for."""
        return max(Fraction(0), 1 - self.accounted(company))


def holdings_above(
    owned: PartyId, links: Iterable[OwnershipLink], parties: Mapping[PartyId, Owner] | None = None
) -> Holdings:
    """Collect and check the links above a company.

    Where several sources tell of the same pair, a known size counts before an unknown one, then the newest, then the
    largest; control that any of them asserts stands.
    Raises `SharesAboveWhole`, `ShareOutOfRange`, `PersonIsOwned` or `OwnershipTooLarge`.
    """
    every = _one_per_pair(links)
    wanted = reachable(owned, {company: [link.owner for link in above] for company, above in every.items()})
    above = {each: found for each, found in every.items() if each in wanted}
    if sum(map(len, above.values())) > LINK_LIMIT:
        raise OwnershipTooLarge
    totals = {each: sum((link.share or Fraction(0) for link in found), Fraction(0)) for each, found in above.items()}
    holdings = Holdings(owned, above, parties or {}, totals)
    for company in holdings.above:
        _check(company, holdings)
    return holdings


def _one_per_pair(links: Iterable[OwnershipLink]) -> dict[PartyId, tuple[OwnershipLink, ...]]:
    best: dict[tuple[PartyId, PartyId], OwnershipLink] = {}
    for link in links:
        pair = (link.owned, link.owner)
        kept, other = sorted((best.get(pair, link), link), key=_weight, reverse=True)
        best[pair] = replace(kept, controls=kept.controls or other.controls, votes=_first(kept.votes, other.votes))
    above: dict[PartyId, list[OwnershipLink]] = {}
    for pair in sorted(best):
        above.setdefault(pair[0], []).append(best[pair])
    return {company: tuple(found) for company, found in above.items()}


def _weight(link: OwnershipLink) -> tuple[bool, str, Fraction, Fraction, str]:
    dated = link.dated.isoformat() if link.dated else ""
    return link.share is not None, dated, link.share or Fraction(0), link.votes or Fraction(0), link.source


def _first(votes: Fraction | None, other: Fraction | None) -> Fraction | None:
    return other if votes is None else votes


def _check(company: PartyId, holdings: Holdings) -> None:
    if holdings.party(company).kind.is_natural:
        raise PersonIsOwned(company)
    for link in holdings.above[company]:
        for part in (link.share, link.votes):
            if part is not None and not 0 <= part <= 1:
                raise ShareOutOfRange(str(float(part)))
    total = holdings.accounted(company)
    if total > 1 + ROUNDING:
        raise SharesAboveWhole(company, total)
