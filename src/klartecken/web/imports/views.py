"""Three steps: a file, a look at what it would become, and the storing of it."""

from dataclasses import replace
from typing import Any

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from klartecken.core.refusals import Refused
from klartecken.parties import tables
from klartecken.parties.importing import Stored
from klartecken.web.imports import waiting
from klartecken.web.imports.forms import MappingForm, Upload
from klartecken.web.imports.kinds import KINDS
from klartecken.web.imports.waiting import Waiting
from klartecken.web.people.doors import administrators
from klartecken.web.prospects.doors import add_refusal
from klartecken.web.visitor import sentences, visitor

MOST_SHOWN = 200
"""Wrong cells and good rows that a page shows; the rest is counted."""


@administrators
@require_http_methods(["GET", "HEAD", "POST"])
def upload(request: HttpRequest) -> HttpResponse:
    """Take a file, read it once to see that it is a table, and let it wait."""
    form = Upload(request.POST, request.FILES) if request.method == "POST" else Upload()
    if form.is_valid() and _taken(request, form):
        return redirect("import_check")
    context = {"form": form, "kinds": KINDS.values()}
    return render(request, "imports/upload.html", context, status=422 if form.errors else 200)


@administrators
@require_http_methods(["GET", "HEAD", "POST"])
def check(request: HttpRequest) -> HttpResponse:
    """Show what the file would become; a POST says which column means what."""
    kept = waiting.waiting(request)
    if kept is None:
        return redirect("import")
    kind = KINDS[kept.kind]
    try:
        preview = kind.read(kept.content(), kept.mapping)
    except Refused as refused:
        return _start_again(request, refused)
    form = MappingForm(
        request.POST if request.method == "POST" else None,
        columns=kind.columns,
        headings=preview.headings,
        initial=preview.mapping,
    )
    if form.is_valid():
        waiting.remember(request, replace(kept, mapping=dict(form.mapping())))
        return redirect("import_check")
    context = {"kept": kept, "kind": kind, "preview": preview, "form": form, **_shown(preview)}
    return render(request, "imports/check.html", context, status=422 if form.errors else 200)


@administrators
@require_POST
def store(request: HttpRequest) -> HttpResponse:
    """Store the good rows, all or none."""
    kept = waiting.waiting(request)
    if kept is None:
        return redirect("import")
    try:
        stored = _stored(request, kept)
    except Refused as refused:
        return _start_again(request, refused)
    waiting.drop(request)
    messages.success(request, _told(stored))
    return redirect("import")


@administrators
@require_POST
def cancel(request: HttpRequest) -> HttpResponse:
    """Throw the waiting file away."""
    waiting.drop(request)
    messages.info(request, _("Filen är borttagen. Inget har lästs in."))
    return redirect("import")


def _taken(request: HttpRequest, form: Upload) -> bool:
    file: UploadedFile[Any] = form.cleaned_data["file"]
    try:
        if (file.size or 0) > tables.LARGEST:
            raise tables.TableTooLarge(field="file")
        content = file.read()
        tables.read(content)
        waiting.put(request, kind=form.cleaned_data["kind"], filename=file.name or "", content=content)
    except Refused as refused:
        add_refusal(form, refused)
    except OSError:
        form.add_error("file", _("Filen kunde inte sparas, troligen är disken full. Inget har lästs in."))
    return form.is_valid()


def _stored(request: HttpRequest, kept: Waiting) -> Stored:
    kind = KINDS[kept.kind]
    stored: Stored = kind.store(kind.read(kept.content(), kept.mapping), visitor(request), timezone.now())
    return stored


def _start_again(request: HttpRequest, refused: Refused) -> HttpResponse:
    for sentence in sentences(refused):
        messages.error(request, sentence)
    return redirect("import")


def _shown(preview: Any) -> dict[str, object]:  # noqa: ANN401 - a preview of any kind of row
    wrong = [(cell.line, cell.column, _in_a_table(cell.message)) for cell in preview.wrong[:MOST_SHOWN]]
    used = [heading for heading in preview.headings if heading in preview.mapping.values()]
    good = {line for line, _row in preview.rows}
    return {
        "wrong": wrong,
        "more_wrong": max(0, len(preview.wrong) - MOST_SHOWN),
        "good": len(preview.rows),
        "bad": preview.lines - len(preview.rows),
        "used": used,
        "sample": [
            (line.number, line.number in good, [line.cells.get(each, "") for each in used]) for line in preview.sample
        ],
    }


def _in_a_table(message: str) -> str:
    """Leave out of a cell's sentence what the page says once for all."""
    return _(message).removesuffix(_("Inget har sparats.")).strip()


def _told(stored: Stored) -> str:
    new = ngettext("%(new)s rad är inläst.", "%(new)s rader är inlästa.", stored.new) % {"new": stored.new}
    if not stored.known:
        return new
    known = ngettext("%(known)s fanns redan.", "%(known)s fanns redan.", stored.known) % {"known": stored.known}
    return f"{new} {known}"
