"""A dream client is planted; an enquiry is received."""

from datetime import date, datetime
from typing import TypedDict

from django.utils.translation import gettext as _
from typing_extensions import Unpack

from klartecken.ledger import actions as ledger
from klartecken.parties import actions as parties
from klartecken.parties.models import Party
from klartecken.people import queries as people
from klartecken.people.models import Person
from klartecken.prospects import checks, enquiry
from klartecken.prospects.errors import EnquiryEmpty, EnquiryTooLong
from klartecken.prospects.models import Origin, Prospect


class Planting(TypedDict, total=False):
    """What may be said when a prospect is planted; everything can be left for later."""

    country: str
    identifiers: list[tuple[str, str]]
    kind: str
    origin: str
    why: str
    areas: str
    next_contact: date | None
    enquiry_text: str


def plant(*, owner: Person, name: str, now: datetime, party: Party | None = None, **said: Unpack[Planting]) -> Prospect:
    """Put a possible client in the owner's garden, where nobody else sees it.

    `party` is a party that the owner sees already; without one, a new party is registered by `name`.
    """
    prospect = Prospect(
        owner=owner,
        kind=checks.choice(said.get("kind", Prospect.Kind.DREAM), Prospect.Kind.values, field="kind"),
        origin=checks.choice(said.get("origin", Origin.OWN_OUTREACH), Origin.values, field="origin"),
        why=checks.text(said.get("why", ""), field="why"),
        areas=checks.text(said.get("areas", ""), field="areas", longest=checks.AREAS),
        next_contact=checks.coming_day(said.get("next_contact"), now),
        enquiry_text=checks.text(said.get("enquiry_text", ""), field="text", longest=enquiry.LONGEST),
        created_at=now,
        tended_at=now,
    )
    with ledger.step():
        prospect.party = party or parties.register(
            name=name,
            country=said.get("country", ""),
            identifiers=said.get("identifiers", []),
            by=owner,
            now=now,
        )
        prospect.save(force_insert=True)
        told = {"kind": prospect.kind, "origin": prospect.origin, "party": str(prospect.party.pk)}
        ledger.record("prospect.planted", subject=prospect.pk, actor=owner.pk, now=now, payload=told)
    return prospect


def receive_enquiry(text: str, *, owner: Person, now: datetime, name: str = "") -> Prospect:
    """Make a pasted mail into an enquiry; `name` is the organisation where the reader knows better than the guess.

    Reads any text; only an empty one, or one that is far too long, is refused.
    """
    found = read_enquiry(text)
    guess = name or found.organisation or found.sender_name or _("Okänd avsändare")
    return plant(
        owner=owner,
        name=guess,
        kind=Prospect.Kind.ENQUIRY,
        origin=Origin.INBOUND,
        why=found.subject[: checks.PAGE],
        enquiry_text=text,
        now=now,
    )


def read_enquiry(text: str) -> enquiry.Enquiry:
    """Read a pasted mail without keeping anything of it."""
    if len(text) > enquiry.LONGEST:
        raise EnquiryTooLong(field="text")
    if not text.strip():
        raise EnquiryEmpty(field="text")
    return enquiry.read(text, own_domain=people.firm().mail_domain)
