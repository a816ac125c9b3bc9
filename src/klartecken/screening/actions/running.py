"""One screening: fetch what is known, compare, store what was found and what was searched."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.utils.timezone import localdate

from klartecken.assignments import actions as assignments
from klartecken.assignments.models import Assignment
from klartecken.core.journey import CLOSED, State
from klartecken.ledger.actions import SYSTEM, record, step
from klartecken.people.models import Person
from klartecken.policies import queries as policies
from klartecken.registers.manifest import SnapshotRef
from klartecken.registers.snapshot import pin, unpin
from klartecken.screening import words
from klartecken.screening.actions.judging import judge
from klartecken.screening.asked import asked_about
from klartecken.screening.cases import CLIENT, Counterpart, controllers, counterparts, issue_map, view_of
from klartecken.screening.errors import AlreadyClosed
from klartecken.screening.facts import known_chain
from klartecken.screening.found import Asked, Found
from klartecken.screening.group import Chain, own_parties_with, same_group
from klartecken.screening.keys import hit_key
from klartecken.screening.models import Hit, Run
from klartecken.screening.own_search import affiliated_by_register, search_own
from klartecken.screening.register_owners import OwnersRegister, registers_with_owners
from klartecken.screening.register_search import RegisterAnswer, search_registers
from klartecken.screening.rests_on import fingerprint_of


@dataclass(frozen=True, slots=True)
class Findings:
    """Everything that one screening found, and where it looked."""

    found: tuple[Found, ...]
    registers: RegisterAnswer
    cases: Sequence[Counterpart]
    asked: Sequence[Asked]


def screen(assignment_id: UUID, *, by: Person | None, now: datetime) -> Run:
    """Screen an assignment against the registers in use and the firm's own cases, and judge it by the policy.

    What the one who asks sees is the same whether something hidden was hit or not. Raises AlreadyClosed.
    """
    with step():
        held = assignments.hold(assignment_id)
        if held.state in CLOSED or held.state == State.ENDED:
            raise AlreadyClosed
        findings = search(held, now=now)
        run = _store(held, findings, by=by, now=now)
        judge(held, now=now)
        payload = {"snapshots": run.snapshots, "hits": len(findings.found), "fingerprint": run.fingerprint}
        record("screening.run", subject=held.pk, actor=by.pk if by else SYSTEM, now=now, payload=payload)
    return run


def search(assignment: Assignment, *, now: datetime) -> Findings:
    """Look everywhere for what may concern the assignment, without storing anything."""
    chain = known_chain(assignment)
    asked = asked_about(assignment, chain)
    cases = counterparts(apart_from=assignment, now=now)
    registers = search_registers(asked, home=settings.HOME)
    above = _controllers_of_client(asked, chain)
    own = search_own(assignment, view_of(assignment, owners=above), asked, cases=cases, issues=issue_map())
    group = _same_group(asked, cases, registers_with_owners(registers.snapshots, home=settings.HOME))
    known = {(each.kind, each.entity) for each in own}
    extra = [each for each in group if (each.kind, each.entity) not in known]
    return Findings((*registers.found, *own, *extra), registers, cases, asked)


def _controllers_of_client(asked: Sequence[Asked], chain: Chain) -> dict[str, str]:
    names = {key: owner.name for key, owner in chain.parties.items()}
    return controllers([each.node for each in asked if each.role == CLIENT], chain.links, names)


def _same_group(
    asked: Sequence[Asked], cases: Sequence[Counterpart], registers: Sequence[OwnersRegister]
) -> list[Found]:
    client = next(each for each in asked if each.role == CLIENT)
    found: list[Found] = []
    for register in registers:
        top, members = same_group(client.identifiers, register)
        own = {str(key) for key in own_parties_with(members)} - {client.node}
        found += affiliated_by_register(own, client, cases=cases, top=top, source=register.title)
    return found


def _store(held: Assignment, findings: Findings, *, by: Person | None, now: datetime) -> Run:
    former = Run.objects.filter(assignment=held, is_current=True).first()
    Run.objects.filter(assignment=held, is_current=True).update(is_current=False)
    seen = [case for case in findings.cases if case.seen_by_all]
    registers = findings.registers
    run = Run.objects.create(
        assignment=held,
        at=now,
        by=by,
        policy_version=policies.in_force(localdate(now)),
        snapshots={ref.register: ref.id for ref in registers.snapshots},
        searched=words.searched_sentences(
            registers.searched,
            cases=len(seen),
            parties=len({party for case in seen for members in case.roles.values() for party in members}),
            asked=len(findings.asked),
        ),
        not_searched=words.not_searched_sentences(registers.searched, registers.not_searched),
        fingerprint=fingerprint_of(held, on=localdate(now)),
    )
    unique = {hit_key(found.pair, found.facts): found for found in findings.found}
    Hit.objects.bulk_create(_row(run, found, key) for key, found in unique.items())
    transaction.on_commit(lambda: _pin(registers.snapshots, run, former))
    return run


def _pin(snapshots: Sequence[SnapshotRef], run: Run, former: Run | None) -> None:
    """Keep the snapshots that the current run rests on; what only the former run needed may go."""
    for ref in snapshots:
        pin(ref, str(run.pk), home=settings.HOME)
    for register, snapshot in former.snapshots.items() if former else ():
        unpin(SnapshotRef(register, snapshot), str(former.pk) if former else "", home=settings.HOME)


def _row(run: Run, found: Found, key: str) -> Hit:
    return Hit(
        assignment_id=run.assignment_id,
        run=run,
        key=key,
        pair=found.pair,
        kind=found.kind,
        party_id=found.asked.party_id,
        role=found.asked.role,
        party_name=found.asked.name[:300],
        name=found.name[:300],
        register=found.register,
        tier=found.tier[:8],
        entity=found.entity[:120],
        country=found.country,
        score=found.score,
        features=list(found.features),
        sentence_sv=found.sentence_sv,
        sentence_en=found.sentence_en,
        evidence={**found.evidence, "node": found.asked.node},
        other_id=found.other_id,
        prospect_id=found.prospect_id,
        for_resolver_only=found.for_resolver_only,
    )
