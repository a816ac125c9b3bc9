"""Reads what was typed as an answer to a question of the policy."""

from django.utils.translation import gettext_noop as _

from klartecken.core.policy import FACTS, Fact
from klartecken.core.policy.values import Answer, FactType, Origin, Text
from klartecken.core.refusals import Invalid
from klartecken.policies.views import QuestionView
from klartecken.screening.facts import as_fact

TYPES = {
    Answer.YES_NO: FactType.BOOL,
    Answer.NUMBER: FactType.DOUBLE,
    Answer.LIST: FactType.STRINGS,
    Answer.TEXT: FactType.STRING,
    Answer.CHOICE: FactType.STRING,
}
WANTED = {
    "client_sectors": _("Skriv branschkoden med sin version, till exempel SNI2007:70.210. Inget har sparats."),
    "client_country": _("Skriv landskoden med två bokstäver, till exempel SE. Inget har sparats."),
}
NUMBER_WANTED = _("Skriv svaret med siffror. Inget har sparats.")
CHOICE_WANTED = _("Välj ett av svaren. Inget har sparats.")
COUNTRY_LETTERS = 2


def answer_from(question: QuestionView, typed: str) -> object:
    """Return the typed answer in the form that the policy wants, or None where nothing was typed. Raises Invalid."""
    if not typed.strip():
        return None
    fact = _fact(question)
    value = as_fact(fact, typed)
    if value is None or (question.fact == "client_country" and not _is_country(value)):
        raise Invalid(_wanted(question), field=question.fact)
    if question.fact == "fee_estimate":
        return round(float(str(value)))
    return value


def _fact(question: QuestionView) -> Fact:
    if question.fact in FACTS:
        return FACTS[question.fact]
    choices = {value: Text(sv, en) for value, sv, en in question.choices}
    kind = Answer(question.answer)
    name = Text(question.sv, question.en)
    return Fact(question.fact, TYPES[kind], Origin.ASKED, name, name, kind, choices)


def _wanted(question: QuestionView) -> str:
    if question.fact in WANTED:
        return WANTED[question.fact]
    return NUMBER_WANTED if question.answer == Answer.NUMBER else CHOICE_WANTED


def _is_country(value: object) -> bool:
    code = str(value)
    return len(code) == COUNTRY_LETTERS and code.isascii() and code.isalpha()
