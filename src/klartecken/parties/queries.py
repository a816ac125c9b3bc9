"""What is known of parties. Who may see it is asked of the assignments: a party alone is visible to nobody."""

from collections.abc import Collection, Iterable
from fractions import Fraction
from uuid import UUID

from django.db.models import F, QuerySet

from klartecken.core.ownership import Owner, OwnerKind, OwnershipLink, Shares, effective_shares
from klartecken.parties.folding import folded
from klartecken.parties.models import Issue, Kind, Ownership, Party
from klartecken.registers.entity import Entity


def named_like(words: str, among: QuerySet[Party]) -> QuerySet[Party]:
    """Return those of `among` whose name or other name holds every word, however it was written."""
    found = among
    for word in folded(words).split():
        found = found.filter(search_name__contains=word)
    return found.order_by("search_name")


def with_particulars(parties: QuerySet[Party]) -> QuerySet[Party]:
    """Fetch identifiers, other names and sectors along, in three queries however many parties there are."""
    return parties.prefetch_related("identifiers", "other_names", "sectors")


def owner_links(party: Party) -> QuerySet[Ownership]:
    """Return the present statements about who owns a party, the largest share first and the unknown last."""
    present = Ownership.objects.filter(owned=party, ended_on__isnull=True).select_related("owner")
    return present.order_by(F("share").desc(nulls_last=True), "owner__search_name")


def ended_links(party: Party) -> QuerySet[Ownership]:
    """Return former owners, the latest first."""
    return Ownership.objects.filter(owned=party, ended_on__isnull=False).select_related("owner").order_by("-ended_on")


def ownership_links(party_ids: Iterable[UUID]) -> list[OwnershipLink]:
    """Return every present link above the parties, through the whole chain that the firm knows.

    One query for each step up the chain, however many parties there are.
    """
    return [_as_link(each) for each in _links_above(set(party_ids))]


def owners_by_id(party_ids: Iterable[UUID]) -> dict[str, Owner]:
    """Return the parties as owners in a chain; persons and sole traders have no country there."""
    return {str(party.pk): as_owner(party) for party in Party.objects.filter(pk__in=set(party_ids))}


def shares_of(party: Party) -> Shares:
    """Compute who holds a party in the end, from the links that the firm knows."""
    links = _links_above({party.pk})
    known = {party.pk} | {link.owner_id for link in links} | {link.owned_id for link in links}
    return effective_shares(str(party.pk), [_as_link(each) for each in links], owners_by_id(known))


def as_owner(party: Party) -> Owner:
    """Return a party as core's ownership reads it."""
    kind = _owner_kind(party)
    return Owner(
        id=str(party.pk), name=party.name, kind=kind, country=None if kind.is_natural else party.country or None
    )


def as_entity(party: Party) -> Entity:
    """Return a party as the registers describe theirs; fetch it by `with_particulars` where there are many."""
    return Entity(
        id=str(party.pk),
        name=party.name,
        names=tuple(sorted(other.name for other in party.other_names.all())),
        kind="person" if party.kind == Kind.PERSON else "organisation",
        country=party.country.lower(),
        identifiers=tuple(sorted((number.scheme, number.value) for number in party.identifiers.all())),
        register="parties",
        extra={"sectors": sorted(str(sector) for sector in party.sectors.all())},
    )


def open_issues() -> QuerySet[Issue]:
    """Return the issues in use, each area before its own issues."""
    return Issue.objects.filter(retired_on__isnull=True).select_related("parent").order_by("parent__name_sv", "name_sv")


def _owner_kind(party: Party) -> OwnerKind:
    if party.kind == Kind.PERSON:
        return OwnerKind.PERSON
    if party.sole_trader:
        return OwnerKind.SOLE_TRADER
    return OwnerKind.STATE if party.state_controlled else OwnerKind.ORGANISATION


def _links_above(party_ids: Collection[UUID]) -> list[Ownership]:
    found: list[Ownership] = []
    seen: set[UUID] = set()
    level = set(party_ids)
    while level:
        seen |= level
        links = Ownership.objects.filter(owned__in=level, ended_on__isnull=True)
        found += links
        level = {link.owner_id for link in links} - seen
    return found


def _as_link(link: Ownership) -> OwnershipLink:
    return OwnershipLink(
        owner=str(link.owner_id),
        owned=str(link.owned_id),
        share=None if link.share is None else Fraction(link.share),
        controls=bool(link.controls),
        source=link.source,
        dated=link.stated_on,
        asserter=link.asserter,
    )
