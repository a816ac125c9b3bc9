"""Who owns the parties of an assignment: what the firm has stated, joined with what the registers say."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from uuid import UUID

from klartecken.core.ownership import Owner, OwnerKind, OwnershipLink, PartyId
from klartecken.parties import queries as parties
from klartecken.parties.models import Identifier
from klartecken.registers.entity import Entity, OwnershipEdge
from klartecken.screening.register_owners import CONTROL, OwnersRegister, numbers_of

Number = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Chain:
    """The links above some parties, and everybody in them by the ids that the links use."""

    links: tuple[OwnershipLink, ...]
    parties: Mapping[PartyId, Owner]
    register_entities: Mapping[PartyId, Entity]

    def owners_above(self, party: PartyId) -> dict[PartyId, Owner]:
        """Every owner above a party at any depth, with the share known or not."""
        found: dict[PartyId, Owner] = {}
        level = {party}
        while level:
            above = {link.owner for link in self.links if link.owned in level} - found.keys() - {party}
            found.update({each: self.parties[each] for each in sorted(above) if each in self.parties})
            level = above
        return found


def chain_above(party_ids: Iterable[UUID], registers: Sequence[OwnersRegister]) -> Chain:
    """The whole chain above the parties: the firm's own statements, and what the registers add to them.

    Where the firm has stated who owns a company, a register's shares in it are left out: they would count twice.
    """
    wanted = set(party_ids)
    links = parties.ownership_links(wanted)
    known = {UUID(end) for link in links for end in (link.owner, link.owned)} | wanted
    people = parties.owners_by_id(known)
    numbers = numbers_by_party(known)
    stated = {link.owned for link in links}
    entities: dict[PartyId, Entity] = {}
    owners: dict[PartyId, Owner] = {}
    for register in registers:
        more, described = _from_register(register, numbers)
        links += [link for link in more if link.share is None or link.owned not in stated]
        for node, (owner, entity) in described.items():
            owners[node] = owner
            if entity is not None:
                entities[node] = entity
    return Chain(tuple(links), {**owners, **people}, entities)


def numbers_by_party(party_ids: Iterable[UUID]) -> dict[str, list[Number]]:
    """The identifiers that the parties are known to have, by party id."""
    found: dict[str, list[Number]] = {}
    for party_id, scheme, value in Identifier.objects.filter(party__in=set(party_ids)).values_list(
        "party_id", "scheme", "value"
    ):
        found.setdefault(str(party_id), []).append((scheme, value))
    return found


def same_group(numbers: Sequence[Number], register: OwnersRegister) -> tuple[str, dict[Number, str]]:
    """The name of the group's top and the numbers of everybody else in it, each with the entity's name."""
    entity_id = register.id_of(numbers)
    if not entity_id:
        return "", {}
    top, members = register.group_of(entity_id)
    found: dict[Number, str] = {("lei", member): member for member in members}
    for member in members:
        described = register.entity(member)
        if described is not None:
            found |= dict.fromkeys(numbers_of(described), described.name)
    at_top = register.entity(top)
    return (at_top.name if at_top else top), found


def own_parties_with(numbers: Iterable[Number]) -> set[UUID]:
    """The firm's own parties that have one of these numbers."""
    wanted = set(numbers)
    values = {value for _scheme, value in wanted}
    rows = Identifier.objects.filter(value__in=values).values_list("party_id", "scheme", "value")
    return {party_id for party_id, scheme, value in rows if (scheme, value) in wanted}


Described = dict[PartyId, tuple[Owner, Entity | None]]


def _from_register(
    register: OwnersRegister, numbers: Mapping[str, Sequence[Number]]
) -> tuple[list[OwnershipLink], Described]:
    at = {party: entity_id for party, each in numbers.items() if (entity_id := register.id_of(each))}
    own = {entity_id: party for party, entity_id in at.items()}
    links: dict[tuple[str, str], OwnershipLink] = {}
    described: Described = {}
    for entity_id in own:
        for edge in register.holdings_above(entity_id):
            link = _as_link(edge, own, register)
            links[link.owner, link.owned] = link
            owned = register.entity(edge.owned)
            described[link.owner] = _as_owner(edge.owner, link.owner, register, owned=owned)
    return list(links.values()), described


def _as_link(edge: OwnershipEdge, own: Mapping[str, str], register: OwnersRegister) -> OwnershipLink:
    return OwnershipLink(
        owner=_node(edge.owner, own, register),
        owned=_node(edge.owned, own, register),
        share=None if edge.share is None else Fraction(str(edge.share)),
        controls=edge.relation in CONTROL,
        source=register.title,
        dated=_day(edge.since),
        asserter=register.title,
    )


def _node(entity_id: str, own: Mapping[str, str], register: OwnersRegister) -> PartyId:
    return own.get(entity_id, f"{register.ref.register}:{entity_id}")


def _as_owner(
    entity_id: str, node: PartyId, register: OwnersRegister, *, owned: Entity | None
) -> tuple[Owner, Entity | None]:
    entity = register.entity(entity_id)
    state = str(owned.extra.get("state", "")) if owned is not None else ""
    if state:
        return Owner(id=node, name=entity.name if entity else entity_id, kind=OwnerKind.STATE, country=state), entity
    if entity is None:
        return Owner(id=node, name=entity_id), None
    kind = OwnerKind.PERSON if entity.kind == "person" else OwnerKind.ORGANISATION
    country = None if kind.is_natural else entity.country.upper() or None
    return Owner(id=node, name=entity.name, kind=kind, country=country), entity


def _day(written: str) -> date | None:
    try:
        return date.fromisoformat(written[:10])
    except ValueError:
        return None
