"""One prospect."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from klartecken.assignments import queries as assignments
from klartecken.assignments.models import Assignment
from klartecken.people import queries as people
from klartecken.people.models import Person
from klartecken.prospects.models import Prospect
from klartecken.web.prospects.doors import own
from klartecken.web.prospects.forms import Line, NextContact, Story, WhoKnowsWhom
from klartecken.web.prospects.words import INTERVALS, ORIGINS
from klartecken.web.visitor import visitor

MOST_COLLEAGUES = 8


@login_required
@require_safe
def show(request: HttpRequest, prospect_id: UUID) -> HttpResponse:
    """Show everything about one prospect."""
    return page(request, own(request, prospect_id))


def page(request: HttpRequest, prospect: Prospect, *, story: Story | None = None, status: int = 200) -> HttpResponse:
    """Render a prospect's page, with a form that was refused where there is one."""
    now, person = timezone.now(), visitor(request)
    context = {
        "prospect": prospect,
        "notes": prospect.notes.all(),
        "acquaintances": prospect.acquaintances.select_related("colleague").order_by("contact"),
        "assignments": _assignments(prospect, person, now=now),
        "fellows": _fellows(prospect, person, now=now),
        "is_due": bool(prospect.next_contact and prospect.next_contact <= timezone.localdate(now)),
        "line": Line(),
        "next_contact": NextContact(initial={"next_contact": prospect.next_contact}),
        "intervals": INTERVALS,
        "origin_words": dict(ORIGINS)[prospect.origin],
        "story": story or Story(initial={"why": prospect.why, "areas": prospect.areas, "origin": prospect.origin}),
        "story_is_open": story is not None,
        "knows": WhoKnowsWhom(now=now),
    }
    return render(request, "prospects/show.html", context, status=status)


def _assignments(prospect: Prospect, person: Person, *, now: datetime) -> QuerySet[Assignment]:
    return assignments.visible_to(person, now=now).filter(prospect=prospect)


def _fellows(prospect: Prospect, person: Person, *, now: datetime) -> Sequence[Person]:
    """Colleagues who show an area of engagement that this prospect has too."""
    areas = [area.strip() for area in prospect.areas.split(",") if area.strip()]
    found = {fellow.pk: fellow for area in areas for fellow in people.colleagues_with_area(area, now)}
    found.pop(person.pk, None)
    return list(found.values())[:MOST_COLLEAGUES]
