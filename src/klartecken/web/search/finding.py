"""What a search finds: assignments, parties and one's own prospects, each narrowed to what one may see."""

from dataclasses import dataclass
from datetime import datetime

from klartecken.assignments import queries as assignments
from klartecken.parties import queries as parties
from klartecken.parties.models import Party
from klartecken.people.models import Person
from klartecken.prospects import queries as prospects
from klartecken.prospects.models import Prospect
from klartecken.web.assignments.listing import LONGEST_SEARCH, Row, row_of

MOST = 20


@dataclass(frozen=True, slots=True)
class Found:
    """What was found, each list cut at `MOST`."""

    assignments: list[Row]
    parties: list[Party]
    prospects: list[Prospect]

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing was found."""
        return not (self.assignments or self.parties or self.prospects)


def find(person: Person, words: str, *, now: datetime) -> Found:
    """Search what the person sees; every word must be there."""
    asked = words[:LONGEST_SEARCH]
    rows = assignments.named_like(assignments.visible_to(person, now=now), asked)
    ordered = rows.select_related("client", "responsible").order_by("-changed_at", "pk")[:MOST]
    seen = parties.named_like(asked, assignments.visible_parties(person, now=now))
    own = parties.named_like(asked, Party.objects.filter(prospects__owner=person))
    return Found(
        assignments=[row_of(each) for each in ordered],
        parties=list(seen.prefetch_related("identifiers")[:MOST]),
        prospects=list(prospects.garden(person).filter(party__in=own)[:MOST]),
    )
