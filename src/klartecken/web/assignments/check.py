"""What the check says, for people: each thing once, so that one unanswered question is one line and not five."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from klartecken.core.journey import Effect
from klartecken.core.journey.mandate import ABOVE_MANDATE
from klartecken.policies.queries import questions_in
from klartecken.policies.views import FindingView


@dataclass(frozen=True, slots=True)
class Line:
    """One line: a word with its quiet colour, a sentence, and why the rule is there."""

    tag: Promise | str
    kind: str
    text: str
    why: str = ""


def lines(findings: Iterable[FindingView]) -> list[Line]:
    """Return what stands or remains to be done, then every open question once."""
    found = list(findings)
    stated = [Line(each.tag, each.kind, each.sentence, each.why) for each in found if _is_stated(each)]
    asked = [Line(_("Öppen fråga"), "ask", question.text) for question in questions_in(found)]
    return stated + asked


def note(findings: Iterable[FindingView]) -> str:
    """Say how the check stands in a few words, for the line of the journey."""
    found = list(findings)
    to_weigh = sum(1 for each in found if each.stands and Effect(each.effect) in ABOVE_MANDATE)
    if to_weigh:
        return ngettext("en sak att väga", "%(count)d saker att väga", to_weigh) % {"count": to_weigh}
    return gettext("öppna frågor") if questions_in(found) else gettext("inget hinder")


def _is_stated(finding: FindingView) -> bool:
    return finding.is_shown and not finding.is_open_question
