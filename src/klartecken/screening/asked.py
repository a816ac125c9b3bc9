"""Whom a screening asks about: the client, the other parties, and everybody known to own the client."""

from collections.abc import Iterator
from uuid import UUID

from klartecken.assignments.models import Assignment, AssignmentParty
from klartecken.core.ownership import Owner
from klartecken.parties import queries as parties
from klartecken.parties.models import Kind, Party
from klartecken.screening.cases import CLIENT, PRINCIPAL
from klartecken.screening.found import Asked
from klartecken.screening.group import Chain
from klartecken.screening.register_owners import numbers_of

OWNER = "owner"
JUDGED = (CLIENT, PRINCIPAL)
"""Roles whose ownership the policy judges."""


def party_ids(assignment: Assignment) -> dict[UUID, str]:
    """The parties of the assignment by id, each with its first role."""
    roles = {assignment.client_id: CLIENT}
    rows = AssignmentParty.objects.filter(assignment=assignment).order_by("role")
    for party_id, role in rows.values_list("party_id", "role"):
        roles.setdefault(party_id, role)
    return roles


def asked_about(assignment: Assignment, chain: Chain) -> list[Asked]:
    """Everybody to search for, the client first."""
    roles = party_ids(assignment)
    owners = _owners(roles, chain)
    own_ids = [UUID(node) for node in owners if ":" not in node]
    rows = parties.with_particulars(Party.objects.filter(pk__in=[*roles, *own_ids]))
    by_id = {row.pk: row for row in rows}
    found = [_asked(by_id[key], role) for key, role in roles.items()]
    found += [_asked(by_id[key], OWNER) for key in own_ids if key not in roles]
    found += [_from_register(owner, chain) for node, owner in owners.items() if ":" in node]
    return found


def _owners(roles: dict[UUID, str], chain: Chain) -> dict[str, Owner]:
    above: dict[str, Owner] = {}
    for key, role in roles.items():
        if role in JUDGED:
            above |= chain.owners_above(str(key))
    return above


def _asked(party: Party, role: str) -> Asked:
    return Asked(
        party_id=party.pk,
        role=role,
        name=party.name,
        names=tuple(sorted(other.name for other in party.other_names.all())),
        kind="person" if party.kind == Kind.PERSON else "organisation",
        country=party.country,
        identifiers=tuple(_identifiers(party)),
        node=str(party.pk),
    )


def _identifiers(party: Party) -> Iterator[tuple[str, str]]:
    yield from sorted((number.scheme, number.value) for number in party.identifiers.all())


def _from_register(owner: Owner, chain: Chain) -> Asked:
    entity = chain.register_entities.get(owner.id)
    return Asked(
        party_id=None,
        role=OWNER,
        name=owner.name,
        names=entity.names if entity else (),
        kind="person" if owner.kind.is_natural else "organisation",
        country=owner.country or "",
        identifiers=tuple(sorted(numbers_of(entity))) if entity else (),
        node=owner.id,
    )
