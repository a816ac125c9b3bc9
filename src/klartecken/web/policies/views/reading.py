"""The policy for everybody at the firm: the document in force, its versions, and what changed between them."""

from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from klartecken.core.policy import diff
from klartecken.policies import queries
from klartecken.policies.actions.versions import may_write
from klartecken.policies.errors import NoPolicyInForce
from klartecken.policies.models import LinkedPolicy, PolicyVersion
from klartecken.screening.permissions import may_resolve
from klartecken.web.policies.document import changes, document
from klartecken.web.policies.plain_text import paragraphs
from klartecken.web.visitor import visitor

LINKED = {"environment": "environment", "political-assignments": "political", "openness": "openness"}
"""What rulebooks call the linked policies, and what they are kept as."""


@login_required
@require_safe
def policy(request: HttpRequest) -> HttpResponse:
    """Show the policy in force, clause by clause."""
    now = timezone.now()
    may_edit = may_write(visitor(request), now=now)
    try:
        version = queries.in_force(timezone.localdate(now))
    except NoPolicyInForce:
        return render(request, "policies/none.html", {"may_edit": may_edit})
    context = {
        "version": version,
        "clauses": document(queries.rulebook_of(version)),
        "linked": [(kind, label) for kind, label in LinkedPolicy.Kind.choices],
        "may_edit": may_edit,
        "resolves": may_resolve(visitor(request), now=now),
    }
    return render(request, "policies/policy.html", context)


@login_required
@require_safe
def linked(request: HttpRequest, kind: str) -> HttpResponse:
    """Show a linked policy."""
    found = queries.linked(LINKED.get(kind, kind), timezone.localdate())
    if found is None:
        raise Http404
    text = found.text_en if (get_language() or "sv").startswith("en") else found.text_sv
    return render(request, "policies/linked.html", {"linked": found, "parts": paragraphs(text)})


@login_required
@require_safe
def versions(request: HttpRequest) -> HttpResponse:
    """Show every version, and to the policy owner the drafts."""
    now = timezone.now()
    may_edit = may_write(visitor(request), now=now)
    today = timezone.localdate(now)
    activated = list(queries.activated())
    current = next((each for each in activated if each.in_force_from and each.in_force_from <= today), None)
    context = {
        "activated": activated,
        "current": current,
        "drafts": list(queries.drafts()) if may_edit else [],
        "may_edit": may_edit,
    }
    return render(request, "policies/versions.html", context)


@login_required
@require_safe
def version(request: HttpRequest, version_id: UUID) -> HttpResponse:
    """Show one activated version: what it changed, and the whole of it."""
    found = queries.activated().filter(pk=version_id).first()
    if found is None:
        raise Http404
    former = former_of(found)
    compared = diff(queries.rulebook_of(former), queries.rulebook_of(found)) if former else []
    context = {
        "version": found,
        "former": former,
        "changes": changes(compared),
        "clauses": document(queries.rulebook_of(found)),
    }
    return render(request, "policies/version.html", context)


def former_of(version: PolicyVersion) -> PolicyVersion | None:
    """Return the version that this one took the place of, or would."""
    rows = queries.activated().exclude(pk=version.pk)
    if version.in_force_from:
        rows = rows.filter(in_force_from__lt=version.in_force_from)
    return rows.first()
