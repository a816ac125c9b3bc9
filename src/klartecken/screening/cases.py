"""The firm's assignments and prospects as the conflict check sees them, read in a few queries however many."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from klartecken.assignments.models import Access, Assignment, AssignmentParty, Mask, Position
from klartecken.core.conflicts import CaseView, IssueMap
from klartecken.core.conflicts import Position as Stance
from klartecken.core.journey import CLOSED, OPEN_TO_ALL, PROPOSED, State
from klartecken.core.ownership import OwnershipLink, effective_shares
from klartecken.core.ownership.refusals import OwnershipRefused
from klartecken.parties import queries as parties
from klartecken.parties.models import Issue, Kind, Party
from klartecken.prospects.models import Prospect

COOLING_OFF = timedelta(days=365)
"""How long an ended assignment still counts."""
PROSPECT = "prospect:"
CLIENT, PRINCIPAL, ADVERSE = "client", "principal", "adverse"


@dataclass(frozen=True, slots=True)
class Counterpart:
    """A case of the firm that may be in conflict with the one asked about."""

    view: CaseView
    roles: Mapping[str, frozenset[str]]  # role -> the firm's ids of the parties in it
    seen_by_all: bool
    only_identity: bool  # a garden's or a declined case: who it is matters, not what was wanted
    assignment_id: UUID | None = None
    prospect_id: UUID | None = None


def counterparts(*, apart_from: Assignment, now: datetime) -> list[Counterpart]:
    """Every case of the firm that still counts, apart from one and the prospect it came from."""
    rows = list(_still_counting(now=now).exclude(pk=apart_from.pk))
    gardens = list(_gardens(apart_from))
    parties_by_id = _parties(rows, gardens)
    owners = _controllers(set(parties_by_id))
    found = [_of_assignment(row, parties_by_id, owners) for row in rows]
    return [*found, *(_of_prospect(each, parties_by_id, owners) for each in gardens)]


def view_of(assignment: Assignment, *, owners: Mapping[str, str]) -> CaseView:
    """The assignment itself as the conflict check sees it; `owners` are those who control its client."""
    roles = _roles(assignment)
    clients = [each for role in (CLIENT, PRINCIPAL) for each in roles[role]]
    return _view(assignment, clients, roles[ADVERSE], owners=owners)


def issue_map() -> IssueMap:
    """The controlled list of issues."""
    rows = Issue.objects.values_list("id", "name_sv", "name_en", "parent_id")
    return IssueMap(
        names={str(key): (sv, en) for key, sv, en, _parent in rows},
        part_of={str(key): str(parent) for key, _sv, _en, parent in rows if parent is not None},
    )


def controllers(party_ids: Iterable[str], links: Iterable[OwnershipLink], known: Mapping[str, str]) -> dict[str, str]:
    """Those who control any of the parties, at any depth, by id with their names."""
    every = list(links)
    found: dict[str, str] = {}
    for party in party_ids:
        try:
            above = effective_shares(party, every).controllers
        except OwnershipRefused:
            continue
        found.update({each.owner: known.get(each.owner, each.owner) for each in above})
    return found


def _still_counting(*, now: datetime) -> QuerySet[Assignment]:
    ended_lately = Q(state=State.ENDED) & (Q(closed_at__isnull=True) | Q(closed_at__gt=now - COOLING_OFF))
    walls = Access.objects.filter(assignment=OuterRef("pk"), level=Access.Level.NOTHING)
    rows = Assignment.objects.filter(~Q(state=State.ENDED) | ended_lately).annotate(has_wall=Exists(walls))
    return rows.prefetch_related("parties", "positions").order_by("pk")


def _gardens(apart_from: Assignment) -> QuerySet[Prospect]:
    rows = Prospect.objects.filter(closed_at__isnull=True)
    if apart_from.prospect_id is not None:
        rows = rows.exclude(pk=apart_from.prospect_id)
    return rows.exclude(owner=apart_from.responsible_id, party=apart_from.client_id).order_by("pk")


def _parties(rows: Iterable[Assignment], gardens: Iterable[Prospect]) -> dict[UUID, Party]:
    wanted = {row.client_id for row in rows} | {each.party_id for each in gardens}
    wanted |= {party.party_id for row in rows for party in row.parties.all()}
    found = parties.with_particulars(Party.objects.filter(pk__in=wanted))
    return {party.pk: party for party in found}


def _controllers(party_ids: set[UUID]) -> dict[UUID, dict[str, str]]:
    links = parties.ownership_links(party_ids)
    if not links:
        return {}
    named = {UUID(link.owner) for link in links}
    names = {key: owner.name for key, owner in parties.owners_by_id(named).items()}
    owned = {UUID(link.owned) for link in links} & party_ids
    return {each: controllers([str(each)], links, names) for each in owned}


def _of_assignment(
    row: Assignment, known: Mapping[UUID, Party], owners: Mapping[UUID, Mapping[str, str]]
) -> Counterpart:
    roles = _roles(row, known)
    clients = [each for role in (CLIENT, PRINCIPAL) for each in roles[role]]
    above = {owner: name for each in clients for owner, name in owners.get(each.pk, {}).items()}
    only_identity = row.state in CLOSED
    view = _view(row, clients, [] if only_identity else roles[ADVERSE], owners=above, only_identity=only_identity)
    return Counterpart(
        view=view,
        roles={role: frozenset(str(each.pk) for each in found) for role, found in roles.items()},
        seen_by_all=_seen_by_all(row),
        only_identity=only_identity,
        assignment_id=row.pk,
    )


def _of_prospect(
    prospect: Prospect, known: Mapping[UUID, Party], owners: Mapping[UUID, Mapping[str, str]]
) -> Counterpart:
    party = known[prospect.party_id]
    view = CaseView(
        id=f"{PROSPECT}{prospect.pk}",
        name=party.name,
        client_ids=frozenset({str(party.pk)}),
        names=_names(party),
        is_person=party.kind == Kind.PERSON,
        identifiers=_identifiers(party),
        owners=owners.get(party.pk, {}),
    )
    roles = {CLIENT: frozenset({str(party.pk)})}
    return Counterpart(view=view, roles=roles, seen_by_all=False, only_identity=True, prospect_id=prospect.pk)


def _seen_by_all(row: Assignment) -> bool:
    """Whether every colleague sees the whole of it; what is closed is confidential, whoever could read it."""
    if row.has_wall or row.state in CLOSED:  # type: ignore[attr-defined]  # annotated
        return False
    if row.state in OPEN_TO_ALL:
        return True
    return row.state in PROPOSED and row.circulated_at is not None and row.mask != Mask.APPROVED


def _roles(row: Assignment, known: Mapping[UUID, Party] | None = None) -> dict[str, list[Party]]:
    found: defaultdict[str, list[Party]] = defaultdict(list)
    found[CLIENT].append(known[row.client_id] if known else row.client)
    for each in row.parties.all():
        found[each.role].append(known[each.party_id] if known else each.party)
    for role in (PRINCIPAL, ADVERSE, AssignmentParty.PartyRole.INTERMEDIARY):
        found[role] = found[role]
    return found


def _view(
    row: Assignment,
    clients: list[Party],
    adverse: list[Party],
    *,
    owners: Mapping[str, str],
    only_identity: bool = False,
) -> CaseView:
    return CaseView(
        id=str(row.pk),
        name=clients[0].name,
        client_ids=frozenset(str(each.pk) for each in clients),
        names=tuple(name for each in clients for name in _names(each)),
        is_person=clients[0].kind == Kind.PERSON,
        identifiers=frozenset(number for each in clients for number in _identifiers(each)),
        owners=dict(owners),
        sectors=frozenset() if only_identity else frozenset(str(s) for each in clients for s in each.sectors.all()),
        geography=frozenset(row.geography),
        services=frozenset(word.casefold() for word in row.services),
        positions=() if only_identity else tuple(_stance(each) for each in row.positions.all()),
        adverse={str(each.pk): each.name for each in adverse},
    )


def _stance(position: Position) -> Stance:
    return Stance(issue=str(position.issue_id), stance=position.stance)


def _names(party: Party) -> tuple[str, ...]:
    return (party.name, *sorted(other.name for other in party.other_names.all()))


def _identifiers(party: Party) -> frozenset[str]:
    return frozenset(f"{each.scheme}:{each.value}" for each in party.identifiers.all())
