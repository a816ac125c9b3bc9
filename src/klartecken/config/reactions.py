"""What happens next: one table from event to actions, run in the event's own transaction.

Each reaction makes its own entry in the ledger, and mail is only queued here; the worker sends it.
"""

from collections.abc import Mapping, Sequence
from uuid import UUID

from klartecken.agenda import actions as agenda
from klartecken.assignments import actions as assignments
from klartecken.assignments.models import Assignment
from klartecken.circulation import actions as circulation
from klartecken.core.journey import CLOSED, State
from klartecken.deciding import actions as deciding
from klartecken.ledger.events import Event, Reaction
from klartecken.notices import actions as notices
from klartecken.people import queries as people
from klartecken.people.models import Person
from klartecken.prospects import actions as prospects
from klartecken.publication import actions as publication
from klartecken.screening import actions as screening

FINISHED = frozenset({*CLOSED, State.ENDED, State.DRAFT})


def screen(event: Event) -> None:
    """Screen the assignment that the event is about."""
    screening.screen(UUID(event.subject), by=None, now=event.at)


def screen_unless_draft(event: Event) -> None:
    """Screen again what has been screened before: drafts wait for their circulation."""
    state = Assignment.objects.values_list("state", flat=True).get(pk=UUID(event.subject))
    if state not in FINISHED:
        screen(event)


def screen_those_with_the_party(event: Event) -> None:
    """Screen again every open assignment in which a changed party has a role."""
    for key in screening.touched_by_party(UUID(event.subject)):
        screening.screen(key, by=None, now=event.at)


def screen_everything_open(event: Event) -> None:
    """Judge every open assignment by the policy that has just come into force."""
    for key in Assignment.objects.exclude(state__in=sorted(FINISHED)).values_list("pk", flat=True):
        screening.screen(key, by=None, now=event.at)


def forget_opt_outs_if_closed(event: Event) -> None:
    """Delete the opt-outs of an assignment that the decision brought to nothing."""
    if Assignment.objects.filter(pk=UUID(event.subject), state__in=sorted(CLOSED)).exists():
        circulation.forget_opt_outs(event)


def publish(event: Event) -> None:
    """Publish a lobbying assignment in the step that starts it."""
    assignment = Assignment.objects.get(pk=UUID(event.subject))
    if assignment.lobbying == "yes":
        publication.publish(assignment, by=_actor(event), now=event.at)


def follow_in_public(event: Event) -> None:
    """Let the public entry say what an amendment changed."""
    assignment = Assignment.objects.get(pk=UUID(event.subject))
    publication.follow(assignment, by=_actor(event), now=event.at)


def go_on_in_public(event: Event) -> None:
    """Publish what has become lobbying while it was suspended, and say what else was changed meanwhile."""
    publish(event)
    assignment = Assignment.objects.get(pk=UUID(event.subject))
    paused = assignment.steps.filter(to_state=State.SUSPENDED).order_by("-at").first()
    if paused is not None:
        publication.follow(assignment, by=_actor(event), now=event.at, since=paused.at)


def end_public_entry(event: Event) -> None:
    """Give the public entry its end date."""
    publication.end_entry(Assignment.objects.get(pk=UUID(event.subject)), by=_actor(event), now=event.at)


def hand_over(event: Event) -> None:
    """Give what a leaver was responsible for to the colleague who was named, else to the CEO."""
    leaver = Person.objects.get(pk=UUID(event.subject))
    heir = leaver.handed_over_to or people.ceo(event.at.date())
    if heir is None or heir == leaver:
        return
    assignments.hand_over(leaver, to=heir, by=_actor(event), now=event.at)
    prospects.hand_over(leaver, to=heir, now=event.at)


def tell_web_hooks(event: Event) -> None:
    """Queue the name-free messages of the firm's own web-hooks."""
    notices.announce(event.verb, UUID(event.subject), now=event.at)


REACTIONS: Mapping[str, Sequence[Reaction]] = {
    "circulation.opened": (screen, circulation.inform, agenda.tell_team, tell_web_hooks),
    "circulation.mask_lifted": (circulation.inform,),
    "circulation.closed": (deciding.review, tell_web_hooks),
    "circulation.viewpoint": (agenda.tell_responsible_of_viewpoint,),
    "circulation.replied": (agenda.tell_of_reply,),
    "circulation.mask_requested": (agenda.tell_deciders,),
    "assignment.amended": (circulation.reopen_if_voided, screen_unless_draft, follow_in_public, tell_web_hooks),
    "assignment.handed_over": (agenda.tell_new_responsible,),
    "assignment.answered": (screen_unless_draft,),
    "assignment.openness_told": (screen_unless_draft,),
    "assignment.openness_accepted": (screen_unless_draft,),
    "assignment.withdrawn": (circulation.forget_opt_outs,),
    "screening.run": (deciding.review,),
    "screening.resolved": (screening.judge_again, deciding.review),
    "screening.seconded": (screening.judge_again, deciding.review),
    "screening.consultation_answered": (screening.judge_again, deciding.review),
    "policies.finding_answered": (deciding.review,),
    "deciding.escalated": (agenda.tell_deciders,),
    "deciding.decided": (forget_opt_outs_if_closed, agenda.tell_of_decision, tell_web_hooks),
    "deciding.declined": (circulation.forget_opt_outs, agenda.tell_of_decision),
    "deciding.vetoed": (circulation.forget_opt_outs, agenda.tell_of_decision),
    "deciding.started": (circulation.forget_opt_outs, publish, tell_web_hooks),
    "deciding.resumed": (go_on_in_public,),
    "deciding.suspended_by_law": (agenda.tell_deciders,),
    "deciding.taken_over": (publish,),
    "deciding.ended": (end_public_entry, tell_web_hooks),
    "publication.published": (tell_web_hooks,),
    "party.amended": (screen_those_with_the_party,),
    "party.owner_stated": (screen_those_with_the_party,),
    "party.owner_ended": (screen_those_with_the_party,),
    "policy.activated": (screen_everything_open,),
    "people.signed": (circulation.inform_newcomer,),
    "people.left": (hand_over,),
}
"""Event (the ledger's verb) to what follows, in order."""


def _actor(event: Event) -> Person | None:
    return None if event.actor == "klartecken" else Person.objects.filter(pk=UUID(event.actor)).first()
