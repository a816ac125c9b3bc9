"""The undertaking: the one page that a new colleague sees, and can read again later."""

import re
from dataclasses import dataclass
from itertools import groupby

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from klartecken.people import actions, queries
from klartecken.people.models import Person, Undertaking, UndertakingText
from klartecken.web.people.attempting import attempt
from klartecken.web.people.forms import SigningForm
from klartecken.web.visitor import visitor

NUMBERED = re.compile(r"\d+\. ")


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of the text: a heading, a list of numbered promises, or a paragraph."""

    kind: str
    words: str = ""
    promises: tuple[str, ...] = ()


@login_required
def undertaking(request: HttpRequest) -> HttpResponse:
    """Show the undertaking; a POST signs it."""
    person = visitor(request)
    form = SigningForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and attempt(form, lambda: actions.sign_undertaking(person, now=timezone.now())):
        messages.success(request, _("Tack. Din sekretessförbindelse är registrerad. Välkommen in!"))
        return redirect(settings.LOGIN_REDIRECT_URL)
    return _page(request, person, form)


def _page(request: HttpRequest, person: Person, form: SigningForm) -> HttpResponse:
    signed = Undertaking.objects.filter(person=person).select_related("text").first()
    text = signed.text if signed and signed.text else queries.current_undertaking_text(timezone.localdate())
    context = {"form": form, "signed": signed, "blocks": blocks(_in_readers_language(text))}
    return render(request, "people/undertaking.html", context, status=422 if form.errors else 200)


def blocks(text: str) -> list[Block]:
    """Split a text into headings (short lines without a full stop), lists of numbered promises, and paragraphs."""
    pieces = [piece.strip() for piece in re.split(r"\n\s*\n", text.strip())]
    grouped = [(kind, list(group)) for kind, group in groupby(pieces, key=_kind)]
    return [block for kind, group in grouped for block in _blocks_of(kind, group)]


def _blocks_of(kind: str, pieces: list[str]) -> list[Block]:
    if kind == "promises":
        return [Block(kind, promises=tuple(NUMBERED.sub("", piece, count=1) for piece in pieces))]
    return [Block(kind, words=piece) for piece in pieces]


def _kind(piece: str) -> str:
    if NUMBERED.match(piece):
        return "promises"
    is_heading = "\n" not in piece and not piece.endswith((".", ":", "?", "!"))
    return "heading" if is_heading else "paragraph"


def _in_readers_language(text: UndertakingText) -> str:
    return text.text_en if get_language() == "en" else text.text_sv
