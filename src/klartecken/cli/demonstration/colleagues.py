"""The invented colleagues of the demonstration firm."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from klartecken.people import actions
from klartecken.people.models import Person, Role

FIRM = "Ängby & Lind"
DOMAIN = "angbylind.example"


@dataclass(frozen=True, slots=True)
class Colleague:
    """Somebody who never lived."""

    name: str
    mailbox: str
    roles: tuple[Role, ...] = ()
    areas: tuple[str, ...] = ()

    @property
    def email(self) -> str:
        """Return the address, in a domain that can never exist."""
        return f"{self.mailbox}@{DOMAIN}"


COLLEAGUES = (
    Colleague("Karin Ängby", "karin", (Role.CEO,), ("kulturskolan", "jämställdhet")),
    Colleague("Henrik Lind", "henrik", (Role.BOARD_CHAIR,), ("näringspolitik",)),
    Colleague("Sara Holmqvist", "sara", (), ("folkhälsa", "tobaksfri ungdom")),
    Colleague("Petra Wallin", "petra", (Role.POLICY_OWNER, Role.CONFLICT_RESOLVER), ("rättsstaten",)),
    Colleague("Olle Sandström", "olle", (Role.SURVEY_OWNER,), ("cykling", "kollektivtrafik")),
    Colleague("Mirjam Ek", "mirjam", (Role.ADMINISTRATOR,), ("digital tillgänglighet",)),
    Colleague("Jonas Ek", "jonas", (), ("landsbygd", "elnät", "småskalig energi")),
    Colleague("Amina Said", "amina", (), ("förnybar energi", "skola")),
    Colleague("Per Wahl", "per", (), ("vatten och avlopp",)),
    Colleague("Maja Lo", "maja", (), ("mänskliga rättigheter i leverantörsled",)),
    Colleague("Ebba Lindqvist", "ebba", (), ("skog", "biologisk mångfald")),
    Colleague("Tuomas Niemi", "tuomas", (), ("minoritetsspråk",)),
    Colleague("Leila Haddad", "leila"),  # the newcomer
)


DEPUTY = "sara"
DEPUTY_FOR = timedelta(days=60)
NEWCOMER = "leila"
UNSIGNED = ("Nils Öberg", f"nils@{DOMAIN}")  # begins today: sees the undertaking, and nothing else until it is signed
NEW_SINCE = timedelta(days=9)


def hire(*, founded: datetime, now: datetime) -> dict[str, Person]:
    """Invite everybody, with signed undertakings, roles and areas; return them by mailbox."""
    joined = {each.mailbox: now - NEW_SINCE if each.mailbox == NEWCOMER else founded for each in COLLEAGUES}
    people = {each.mailbox: _hired(each, now=joined[each.mailbox]) for each in COLLEAGUES}
    actions.invite(email=UNSIGNED[1], name=UNSIGNED[0], by=None, now=now)
    today = now.date()
    actions.name_deputy(people[DEPUTY], by=None, now=now, from_date=today, until_date=today + DEPUTY_FOR)
    return people


def _hired(colleague: Colleague, *, now: datetime) -> Person:
    person, _ = actions.invite(email=colleague.email, name=colleague.name, roles=colleague.roles, by=None, now=now)
    actions.sign_undertaking(person, now=now)
    for words in colleague.areas:
        actions.add_area(person, words)
    return person
