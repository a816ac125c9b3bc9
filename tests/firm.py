"""A small firm for tests, built by the same actions as a real one."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from klartecken.assignments import actions as assignments
from klartecken.assignments.models import Assignment
from klartecken.circulation import actions as circulation
from klartecken.deciding import actions as deciding
from klartecken.notices import actions as notices
from klartecken.parties import actions as parties
from klartecken.parties.models import Party
from klartecken.people import actions as people
from klartecken.people.models import Person, Role
from klartecken.policies import actions as policies

MONDAY = datetime(2026, 9, 7, 8, 0, tzinfo=UTC)
"""A Monday morning in an ordinary week: no holiday until Saturday."""
WINDOW_ENDED = datetime(2026, 9, 9, 14, 30, tzinfo=UTC)
"""Wednesday 16.30 in Stockholm: a window of two business days, opened on Monday, has ended."""
LATER = WINDOW_ENDED + timedelta(hours=1)


@dataclass
class Firm:
    """The people of the firm, by what they do, and short ways to the stages of the journey."""

    ceo: Person
    deputy: Person
    resolver: Person
    administrator: Person
    responsible: Person
    colleague: Person
    newcomer: Person

    @property
    def everyone(self) -> list[Person]:
        return [
            self.ceo,
            self.deputy,
            self.resolver,
            self.administrator,
            self.responsible,
            self.colleague,
            self.newcomer,
        ]

    def client(self, name: str = "Åkerbruket Energi AB", *, now: datetime = MONDAY, **known: Any) -> Party:
        facts: dict[str, Any] = {"country": "SE", "sectors": (("SNI2007", "01.110"),), **known}
        return parties.register(name=name, by=self.responsible, now=now, **facts)

    def draft(self, *, now: datetime = MONDAY, **fields: Any) -> Assignment:
        client = fields.pop("client", None) or self.client(now=now)
        proposal: dict[str, Any] = {
            "summary": "Berätta om småskalig odling",
            "lobbying": "no",
            "party_work": "none",
            "intermediary": False,
            "public_title": "Åkerbruket",
            "public_text": "Vi hjälper Åkerbruket att berätta om odling.",
            **fields,
        }
        return assignments.propose(by=self.responsible, now=now, client=client, **proposal)

    def circulating(self, *, now: datetime = MONDAY, **fields: Any) -> Assignment:
        assignment = self.draft(now=now, **fields)
        circulation.circulate(assignment, by=self.responsible, now=now)
        self.deliver(now=now)
        return fresh(assignment)

    def round_closed(self, *, now: datetime = WINDOW_ENDED, **fields: Any) -> Assignment:
        assignment = self.circulating(**fields)
        circulation.close_round(assignment, by=self.responsible, now=now)
        return fresh(assignment)

    def cleared(self, *, now: datetime = WINDOW_ENDED, **fields: Any) -> Assignment:
        assignment = self.round_closed(**fields)
        deciding.confirm(assignment, by=self.responsible, now=now)
        return fresh(assignment)

    def quoted(self, *, now: datetime = WINDOW_ENDED, **fields: Any) -> Assignment:
        assignment = self.cleared(**fields)
        if assignment.lobbying == "yes":
            assignments.tell_openness(assignment, by=self.responsible, now=now)
        deciding.quote(assignment, by=self.responsible, now=now)
        return fresh(assignment)

    def ongoing(self, *, now: datetime = WINDOW_ENDED, **fields: Any) -> Assignment:
        assignment = self.quoted(**fields)
        if assignment.lobbying == "yes":
            assignments.accept_openness(
                assignment, accepted_by="Verkställande direktören", by=self.responsible, now=now
            )
        deciding.start(assignment, by=self.responsible, now=now)
        return fresh(assignment)

    def deliver(self, *, now: datetime) -> None:
        while notices.deliver_due(now):
            pass


def fresh(assignment: Assignment) -> Assignment:
    """Read an assignment anew."""
    return Assignment.objects.select_related("client", "responsible", "clearance").get(pk=assignment.pk)


def found_firm() -> Firm:
    """Found a firm where everybody has signed, and the default policy is in force."""
    began = MONDAY - timedelta(days=700)
    people.found_firm(name="Sylve & Partner", now=began, mail_domain="sylve.example")

    def join(email: str, name: str, *roles: Role, at: datetime = began) -> Person:
        person, _token = people.invite(email=f"{email}@sylve.example", name=name, roles=roles, by=None, now=at)
        people.sign_undertaking(person, now=at)
        return person

    firm = Firm(
        ceo=join("ceo", "Karin Sylve", Role.CEO),
        deputy=join("deputy", "Olof Brandt"),
        resolver=join("resolver", "Mira Holm", Role.CONFLICT_RESOLVER, Role.POLICY_OWNER),
        administrator=join("administrator", "Axel Nord", Role.ADMINISTRATOR),
        responsible=join("responsible", "Jonas Ek"),
        colleague=join("colleague", "Ebba Lind"),
        newcomer=join("newcomer", "Sam Rask", at=MONDAY - timedelta(days=1)),
    )
    policies.install_default_policy(now=began)
    return firm
