"""What the page of one case on the conflict resolver's desk shows."""

from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from klartecken.assignments.models import Assignment
from klartecken.people.models import Person
from klartecken.policies import queries as policies
from klartecken.policies.views import FindingView
from klartecken.screening import permissions, queries
from klartecken.screening.models import Consultation, Resolution

OUTCOMES = {
    Resolution.Outcome.NOT_THE_SAME.value: (
        _("Inte samma"),
        _("Namnen liknar varandra, men det är någon annan."),
    ),
    Resolution.Outcome.SAME_NO_CONFLICT.value: (
        _("Samma, ingen konflikt"),
        _("Det är rätt part, men det hindrar inte uppdraget."),
    ),
    Resolution.Outcome.CONFLICT.value: (
        _("Konflikt"),
        _("Det är en konflikt, eller en bekräftad träff på en sanktionslista."),
    ),
    Resolution.Outcome.NEEDS_CONSULTATION.value: (
        _("Behöver samråd"),
        _("De uppdragsgivare som berörs ska tillfrågas innan vd tar ställning."),
    ),
}
FROM_HITS = frozenset({"sanctions_confirmed", "sanctions_owned_or_controlled", "other_list_hits", "conflict_kinds"})
"""Facts that come of what people have made of hits."""
ANSWERS = {
    Consultation.Answer.NO_OBJECTION.value: _("Ingen invändning"),
    Consultation.Answer.WITH_TERMS.value: _("Ja, med villkor"),
    Consultation.Answer.OBJECTS.value: _("Invänder"),
}


def _follows(finding: FindingView) -> bool:
    return bool(FROM_HITS & finding.facts_used.keys())


def case_page(assignment: Assignment, person: Person, *, now: datetime) -> dict[str, Any]:
    """Read everything that the conflict resolver needs to settle one case."""
    hits = queries.hits(assignment, person, now=now)
    questions = [each for each in hits if each.is_question]
    conflicts = [each for each in questions if each.outcome in {"conflict", "needs_consultation"} and each.hit.other]
    return {
        "assignment": assignment,
        "run": queries.current_run(assignment),
        "hits": questions,
        "open": [each for each in questions if each.is_open],
        "identities": [each for each in hits if not each.is_question],
        "seconds": [each for each in questions if each.waits_for_second],
        "conflicts": conflicts,
        "consultations": list(queries.consultations(assignment)),
        "may_ask": assignment.may_ask_affected is True,
        "asked_about_consent": assignment.may_ask_affected is not None,
        "resolves": permissions.may_resolve(person, now=now),
        "seconds_others": permissions.may_second(person, now=now),
        "person": person,
        "outcomes": [(value, words, means) for value, (words, means) in OUTCOMES.items()],
        "answers": list(ANSWERS.items()),
        "standing": [each for each in policies.findings(assignment.pk) if each.stands and _follows(each)],
    }
