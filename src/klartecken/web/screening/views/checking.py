"""Acts on the check of one assignment: run it, answer a question, answer a finding, say who the client is."""

from datetime import datetime
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from klartecken.assignments import actions as assignments
from klartecken.assignments.models import Assignment
from klartecken.core.journey import State
from klartecken.core.refusals import Invalid
from klartecken.people.models import Person
from klartecken.policies import actions as policies
from klartecken.policies import queries as rules
from klartecken.policies.errors import NotYoursToSettle
from klartecken.policies.models import FindingAnswer
from klartecken.policies.views import QuestionView
from klartecken.screening import actions, queries
from klartecken.web.screening.answers import answer_from
from klartecken.web.screening.check import check_of
from klartecken.web.screening.doors import done, whole
from klartecken.web.visitor import visitor


@login_required
@require_POST
def run(request: HttpRequest, assignment_id: UUID) -> HttpResponse:
    """Screen now."""
    person, now = visitor(request), timezone.now()
    assignment = whole(person, assignment_id, now=now)
    words = _("Kontrollen är gjord. Den går vidare hos den konfliktansvariga.")
    return done(request, assignment_id, lambda: actions.screen(assignment.pk, by=person, now=now), words=words)


@login_required
@require_POST
def answer(request: HttpRequest, assignment_id: UUID) -> HttpResponse:
    """Answer a question of the policy, or say why the answer cannot be had; then judge anew."""
    person, now = visitor(request), timezone.now()
    assignment = whole(person, assignment_id, now=now)
    asked = _asked(assignment, request.POST.get("fact", ""))
    return done(
        request, assignment_id, lambda: _answer(request, assignment, asked, person=person), words=_("Svaret är sparat.")
    )


@login_required
@require_POST
def finding(request: HttpRequest, assignment_id: UUID) -> HttpResponse:
    """Answer a finding: met, not met, or set aside, with reasons."""
    person, now = visitor(request), timezone.now()
    assignment = whole(person, assignment_id, now=now)
    verdict, rule = request.POST.get("verdict", ""), request.POST.get("rule", "")

    def act() -> None:
        if verdict not in FindingAnswer.Verdict.values:
            raise Invalid(_("Välj ett av svaren. Inget har sparats."), field="verdict")
        if not _may_answer(assignment, rule, person=person, now=now):
            raise NotYoursToSettle
        policies.answer_finding(
            assignment.pk,
            rule,
            verdict=verdict,
            reasons=request.POST.get("reasons", ""),
            by=person,
            now=now,
        )

    return done(request, assignment_id, act, words=_("Ställningstagandet är sparat, med dina skäl."))


@login_required
@require_POST
def identity(request: HttpRequest, assignment_id: UUID) -> HttpResponse:
    """Take over a register's identifiers for a party: a person has looked and says that it is the same."""
    person, now = visitor(request), timezone.now()
    assignment = whole(person, assignment_id, now=now)
    chosen = request.POST.get("hit", "")
    hit = next((each for each in queries.hits(assignment, person, now=now) if str(each.pk) == chosen), None)
    if hit is None:
        raise Http404

    def act() -> None:
        actions.take_identity(hit, by=person, now=now)
        _screen_draft(assignment, person)

    return done(request, assignment_id, act, words=_("Numret är tillagt, och kontrollen är gjord på nytt."))


def _may_answer(assignment: Assignment, rule: str, *, person: Person, now: datetime) -> bool:
    """Tell whether the page offers the person to answer this finding: a condition is settled by those on the case."""
    found = check_of(assignment, person=person, now=now).findings
    return any(each.finding.rule == rule and each.may_answer for each in found)


def _asked(assignment: Assignment, fact: str) -> QuestionView:
    question = next((each for each in rules.open_questions(assignment.pk) if each.fact == fact), None)
    if question is None:
        raise Http404
    return question


def _answer(request: HttpRequest, assignment: Assignment, asked: QuestionView, *, person: Person) -> None:
    reason = request.POST.get("not_obtainable", "").strip()
    wants_reason = request.POST.get("how") == "not_obtainable"
    value = None if wants_reason else answer_from(asked, request.POST.get("value", ""))
    assignments.answer(
        assignment,
        fact=asked.fact,
        value=value,
        not_obtainable=reason if wants_reason else "",
        source=request.POST.get("source", ""),
        by=person,
        now=timezone.now(),
    )
    _screen_draft(assignment, person)


def _screen_draft(assignment: Assignment, person: Person) -> None:
    """A draft is not screened by itself when something changes; whoever answers wants to see what it changed."""
    if Assignment.objects.filter(pk=assignment.pk, state=State.DRAFT).exists():
        actions.screen(assignment.pk, by=person, now=timezone.now())
