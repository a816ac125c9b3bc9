"""The facts of a case, gathered for the policy from everything that the firm knows of it."""

from collections.abc import Iterable, Mapping
from datetime import date

from django.conf import settings
from django.utils.timezone import localdate

from klartecken.assignments.models import Answer, Assignment, AssignmentParty
from klartecken.core.ownership import listed_share
from klartecken.core.ownership.refusals import OwnershipRefused
from klartecken.core.policy import Fact, FactType, FactValue
from klartecken.core.refusals import Invalid
from klartecken.parties import sectors
from klartecken.parties.models import Kind, Party
from klartecken.policies import queries as policies
from klartecken.registers.snapshot import current_snapshots
from klartecken.screening.asked import JUDGED, party_ids
from klartecken.screening.group import Chain, chain_above
from klartecken.screening.ownership_facts import facts_of_ownership
from klartecken.screening.register_owners import registers_with_owners
from klartecken.screening.settled import BINDING, Settled, settled_hits

PROPOSAL = "förslaget"
CHECK = "kontrollen"
Facts = dict[str, FactValue]


def facts_of(assignment: Assignment, *, on: date | None = None) -> tuple[Facts, dict[str, str]]:
    """Return the facts of a case with their sources, and what was asked for and cannot be had, with the reasons.

    What is a column of the assignment or known of the client goes before an answer to the same question.
    """
    day = on or localdate()
    chain = known_chain(assignment)
    judged = _judged(assignment)
    settled = settled_hits(assignment, on=day)
    answers, refused = _answers(assignment, day)
    known: Facts = {
        **answers,
        **_from_columns(assignment),
        **_from_client(assignment.client),
        **facts_of_ownership(judged, chain),
        **_from_hits(settled, judged, chain),
    }
    return known, {fact: reason for fact, reason in refused.items() if fact not in known}


def known_chain(assignment: Assignment) -> Chain:
    """Return the chain of owners above the assignment's parties, the registers' links included."""
    registers = registers_with_owners(current_snapshots(home=settings.HOME), home=settings.HOME)
    return chain_above(party_ids(assignment), registers)


def _judged(assignment: Assignment) -> list[Party]:
    wanted = [key for key, role in party_ids(assignment).items() if role in JUDGED]
    return list(Party.objects.filter(pk__in=wanted))


def _from_columns(assignment: Assignment) -> Facts:
    found: dict[str, object] = {
        "lobbying": assignment.lobbying,
        "openness_told": assignment.openness_told_at is not None,
        "openness_accepted": assignment.openness_accepted_at is not None,
    }
    if assignment.services:
        found["services"] = list(assignment.services)
    if assignment.fee_estimate is not None:
        found["fee_estimate"] = float(assignment.fee_estimate)
    if assignment.party_work:
        found["party_work"] = assignment.party_work
    if assignment.intermediary is not None:
        found["intermediary"] = assignment.intermediary
    if AssignmentParty.objects.filter(assignment=assignment, role=AssignmentParty.PartyRole.PRINCIPAL).exists():
        found["principal_named"] = True
    return {name: FactValue(value, PROPOSAL) for name, value in found.items()}  # type: ignore[arg-type]


def _from_client(client: Party) -> Facts:
    found: Facts = {}
    if client.kind == Kind.PERSON or client.sole_trader:
        found["client_country"] = FactValue("", "en person har inget etableringsland här")
    elif client.country:
        found["client_country"] = FactValue(client.country, "uppgifterna om uppdragsgivaren")
    codes = sorted(str(sector) for sector in client.sectors.all())
    if codes:
        found["client_sectors"] = FactValue(codes, "uppgifterna om uppdragsgivaren")
    return found


def _from_hits(settled: Settled, judged: Iterable[Party], chain: Chain) -> Facts:
    found: dict[str, object] = {
        "sanctions_confirmed": settled.tiers_of_parties(BINDING),
        "sanctions_owned_or_controlled": any(_owned_by_listed(each, settled, chain) for each in judged),
        "other_list_hits": settled.other_lists(),
        "open_hits": settled.open_for_all,
        "conflict_kinds": settled.conflict_kinds,
        "consultations_missing": settled.consultations_missing,
        "consultations_expired": settled.consultations_expired,
    }
    return {name: FactValue(value, CHECK) for name, value in found.items()}  # type: ignore[arg-type]


def _owned_by_listed(party: Party, settled: Settled, chain: Chain) -> bool:
    listed = settled.listed_nodes() - {str(party.pk)}
    if not listed:
        return False
    try:
        return listed_share(str(party.pk), chain.links, listed, parties=chain.parties).owned_or_controlled
    except OwnershipRefused:
        return True  # contradicting statements about a listed owner: a person must look, so nothing is let through


def _answers(assignment: Assignment, day: date) -> tuple[Facts, dict[str, str]]:
    schema = policies.rulebook_of(policies.in_force(day)).facts
    given: Facts = {}
    refused: dict[str, str] = {}
    for row in Answer.objects.filter(assignment=assignment).select_related("answered_by"):
        if row.not_obtainable:
            refused[row.fact] = row.not_obtainable
        elif row.fact in schema and (value := as_fact(schema[row.fact], row.value)) is not None:
            given[row.fact] = FactValue(value, row.source or row.answered_by.name)  # type: ignore[arg-type]
    return given, refused


YES_NO: Mapping[object, bool] = {"yes": True, "no": False, "ja": True, "nej": False}


def as_fact(fact: Fact, value: object) -> object:
    """Return an answer as the policy's schema wants it, or None where it cannot be read so."""
    if fact.name == "client_sectors":
        return _codes(value)
    if fact.type is FactType.BOOL:
        return value if isinstance(value, bool) else YES_NO.get(str(value).lower())
    if fact.type in {FactType.INT, FactType.DOUBLE}:
        return _number(value, whole=fact.type is FactType.INT)
    if fact.type is FactType.STRINGS:
        return _words(value)
    text = str(value).strip() if isinstance(value, str | int | float) else ""
    if fact.choices and text not in fact.choices:
        return None
    return (text.upper() if fact.name == "client_country" else text) or None


def _words(value: object) -> list[str] | None:
    parts = value if isinstance(value, list) else str(value).replace(";", ",").replace("\n", ",").split(",")
    return [str(part).strip() for part in parts if str(part).strip()] or None


def _codes(value: object) -> list[str] | None:
    """Industry codes in canonical form; a code without its version means nothing."""
    found = []
    for word in _words(value) or []:
        version, _, code = word.partition(":")
        try:
            found.append(":".join(sectors.check(version, code)))
        except Invalid:
            return None
    return found or None


def _number(value: object, *, whole: bool) -> float | int | None:
    try:
        number = float(str(value).replace(",", ".").replace(" ", "").replace("\N{NO-BREAK SPACE}", ""))
    except ValueError:
        return None
    return int(number) if whole else number
