"""Takes an invented assignment to a stage of the journey, by the same actions as people use."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings

from klartecken.assignments import actions as assignments
from klartecken.assignments.models import Assignment
from klartecken.circulation import actions as circulation
from klartecken.circulation import queries as rounds
from klartecken.cli.demonstration.companies import Company, register
from klartecken.core.calendar import is_business_day
from klartecken.deciding import actions as deciding
from klartecken.people.models import Person
from klartecken.policies import queries as policies
from klartecken.screening import actions as screening
from klartecken.screening import queries as screenings

AFTER_WINDOW = timedelta(minutes=30)


@dataclass(frozen=True, slots=True)
class Said:
    """A viewpoint in a story."""

    by: str
    stance: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class Story:
    """What is proposed, by whom, and what colleagues say."""

    company: Company
    responsible: str
    summary: str
    public_text: str
    lobbying: str = "no"
    said: Sequence[Said] = ()
    fields: Mapping[str, object] = field(default_factory=dict)
    team: Sequence[str] = ()


class Teller:
    """Tells stories with the demonstration's people; each method leaves the assignment one stage further on."""

    def __init__(self, people: Mapping[str, Person]) -> None:
        """Take the people by mailbox."""
        self.people = people
        self.ceo = people["karin"]
        self.resolver = people["petra"]

    def draft(self, story: Story, *, at: datetime) -> Assignment:
        """Write the draft."""
        responsible = self.people[story.responsible]
        known: dict[str, Any] = {"party_work": "none", "intermediary": False, "geography": ["SE"], **story.fields}
        return assignments.propose(
            by=responsible,
            now=at,
            client=register(story.company, by=responsible, now=at),
            summary=story.summary,
            lobbying=story.lobbying,
            public_title=story.company.name.removesuffix(" AB"),
            public_text=story.public_text,
            team=[self.people[mailbox] for mailbox in story.team],
            **known,
        )

    def circulating(self, story: Story, *, at: datetime, speaking: datetime | None = None) -> Assignment:
        """Send it to all colleagues and let them speak, an hour apart, at the latest at `speaking`."""
        assignment = self.draft(story, at=at)
        self.send(assignment, story, at=at, speaking=speaking)
        return fresh(assignment)

    def send(self, assignment: Assignment, story: Story, *, at: datetime, speaking: datetime | None = None) -> None:
        """Circulate a draft, and let colleagues speak."""
        responsible = self.people[story.responsible]
        circulation.circulate(assignment, by=responsible, now=at)
        for member in assignment.team.exclude(person=responsible).select_related("person"):
            assignments.stand_behind(assignment, by=member.person, now=at + timedelta(hours=2))
        for hours, said in enumerate(story.said, start=1):
            moment = min(at + timedelta(hours=hours), speaking or at + timedelta(hours=hours))
            circulation.give_viewpoint(
                assignment, by=self.people[said.by], now=moment, stance=said.stance, words=said.words
            )

    def closed(self, story: Story, *, at: datetime) -> tuple[Assignment, datetime]:
        """Let the window end; return the assignment and when it closed."""
        assignment = self.circulating(story, at=at)
        return assignment, self.close(assignment)

    def close(self, assignment: Assignment) -> datetime:
        """Show the page to everybody and close the round when its window has ended; return when."""
        valid = rounds.current_round(assignment)
        if valid is None:
            raise LookupError("The story has no round.")
        ended = valid.closes_at + AFTER_WINDOW
        for person in rounds.to_be_informed(valid, now=ended):
            circulation.shown(assignment, by=person, now=valid.opened_at + timedelta(hours=3))
        self.settle(assignment, at=ended)
        circulation.close_round(assignment, by=None, now=ended)
        return ended

    def settle(self, assignment: Assignment, *, at: datetime) -> None:
        """Let the conflict resolver look at every open hit, and somebody answer the open questions."""
        for hit in screenings.hits(assignment, self.resolver):
            if hit.outcome is None:
                reason = "Ett annat bolag med liknande namn."
                screening.resolve(hit, outcome="not_the_same", reason=reason, by=self.resolver, now=at)
        for question in policies.open_questions(assignment.pk):
            reason = "Frågan är ställd; uppdragsgivaren återkommer."
            assignments.answer(assignment, fact=question.fact, not_obtainable=reason, by=self.people["jonas"], now=at)

    def cleared(self, story: Story, *, at: datetime) -> tuple[Assignment, datetime]:
        """Clear it: by agreement, or by the CEO where there is something to weigh."""
        assignment, ended = self.closed(story, at=at)
        if fresh(assignment).state == "escalated":
            reasons = "Frågan är viktig, och invändningen är besvarad. Vi går vidare."
            deciding.decide(assignment, by=self.ceo, now=ended, outcome="accept", reasons=reasons)
        else:
            deciding.confirm(assignment, by=self.people[story.responsible], now=ended)
        return fresh(assignment), ended

    def quoted(self, story: Story, *, at: datetime) -> tuple[Assignment, datetime]:
        """Let the quote leave the day after."""
        assignment, ended = self.cleared(story, at=at)
        responsible, quoting = self.people[story.responsible], ended + timedelta(days=1)
        if story.lobbying == "yes":
            assignments.tell_openness(assignment, by=responsible, now=quoting)
        deciding.quote(fresh(assignment), by=responsible, now=quoting)
        return fresh(assignment), quoting

    def ongoing(self, story: Story, *, at: datetime) -> tuple[Assignment, datetime]:
        """Start the work a week after the quote."""
        assignment, quoted = self.quoted(story, at=at)
        responsible, starting = self.people[story.responsible], quoted + timedelta(days=7)
        if story.lobbying == "yes":
            assignments.accept_openness(assignment, accepted_by="Vd", by=responsible, now=starting)
        deciding.start(fresh(assignment), by=responsible, now=starting)
        return fresh(assignment), starting

    def ended(self, story: Story, *, at: datetime, lasting: timedelta) -> Assignment:
        """End the work."""
        assignment, started = self.ongoing(story, at=at)
        deciding.end(assignment, by=self.people[story.responsible], now=started + lasting)
        return fresh(assignment)


def fresh(assignment: Assignment) -> Assignment:
    """Read an assignment anew."""
    return Assignment.objects.select_related("client", "responsible", "clearance").get(pk=assignment.pk)


def morning(day: datetime) -> datetime:
    """Return nine o'clock on that day, or on the business day before it."""
    local = day.astimezone(ZoneInfo(settings.TIME_ZONE)).replace(hour=9, minute=12, second=0, microsecond=0)
    while not is_business_day(local.date()):
        local -= timedelta(days=1)
    return local
