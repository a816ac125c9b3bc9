"""What a page shows of a finding: its word, its sentence, its facts, its questions and the answer that stands."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from django.utils.translation import get_language, gettext_noop
from django.utils.translation import gettext as _

from klartecken.core.journey import Effect
from klartecken.core.policy.values import EFFECT_ORDER, Outcome
from klartecken.policies.models import Finding, FindingAnswer

SETTLES = frozenset({FindingAnswer.Verdict.MET, FindingAnswer.Verdict.SET_ASIDE})

# The word and its colour, by what the rule says; the first row that fits.
FAILING: Mapping[str, tuple[str, str]] = {
    Effect.HARD_STOP: (gettext_noop("Lagen stoppar"), "no"),
    Effect.AGAINST: (gettext_noop("Talar emot"), "no"),
    Effect.WEIGH: (gettext_noop("Vd avgör"), "ask"),
    Effect.CONSULT: (gettext_noop("Samråd"), "ask"),
    Effect.REQUIRE: (gettext_noop("Villkor"), "ask"),
    Effect.MENTION: (gettext_noop("Att veta"), "info"),
}
VERDICTS: Mapping[str, tuple[str, str]] = {
    FindingAnswer.Verdict.MET: (gettext_noop("Uppfyllt"), ""),
    FindingAnswer.Verdict.SET_ASIDE: (gettext_noop("Åsidosatt"), "plain"),
}
OPEN_QUESTION = (gettext_noop("Öppen fråga"), "ask")
UNSETTLED = (gettext_noop("Bedöms"), "ask")
CONDITION = (gettext_noop("Villkor"), "ask")
NO_OBSTACLE = (gettext_noop("Inget hinder"), "")
RANKS = {Outcome.FAILS: 0, Outcome.UNKNOWN: 1, Outcome.OPEN: 2, Outcome.HOLDS: 3, Outcome.NOT_APPLICABLE: 4}
DUE_WORDS = {
    "before_quote": gettext_noop("före offert"),
    "before_start": gettext_noop("före start"),
    "before_publication": gettext_noop("före publicering"),
}


def _in_language(sv: str, en: str) -> str:
    return (en if (get_language() or "sv").startswith("en") else sv) or sv


@dataclass(frozen=True, slots=True)
class QuestionView:
    """A fact that would settle something, and how it is asked."""

    fact: str
    sv: str
    en: str
    answer: str
    choices: tuple[tuple[str, str, str], ...]
    weight: int
    blocks: bool = False

    @property
    def text(self) -> str:
        """The question in the reader's language."""
        return _in_language(self.sv, self.en)

    @property
    def question(self) -> str:
        """The same question under its other name."""
        return self.text

    @property
    def options(self) -> list[tuple[str, str]]:
        """The answers to choose from, in the reader's language."""
        if self.answer == "yes_no":
            return [("yes", _("Ja")), ("no", _("Nej"))]
        return [(value, _in_language(sv, en)) for value, sv, en in self.choices]

    def blocking(self) -> "QuestionView":
        """The same question, which a clearance waits for."""
        return replace(self, blocks=True)


@dataclass(frozen=True, slots=True)
class FactView:
    """A fact that a rule looked at: what it is called, how it stood, and where it was learnt."""

    name: str
    label: str
    shown: str
    source: str
    presumed: bool


@dataclass(frozen=True, slots=True)
class FindingView:
    """What one rule says of one case, in a form for pages and the API."""

    rule: str
    clause: str
    effect: str
    outcome: str
    due: str
    title_sv: str
    title_en: str
    sentence_sv: str
    sentence_en: str
    questions: tuple[QuestionView, ...]
    derivation: Mapping[str, Any]
    blocks: bool
    needs_a_person: bool
    version: int
    facts_used: Mapping[str, Any]
    answer: FindingAnswer | None
    lapsed: FindingAnswer | None

    @property
    def title(self) -> str:
        """What the rule is called."""
        return _in_language(self.title_sv, self.title_en)

    @property
    def sentence(self) -> str:
        """What the rule says of the case."""
        return _in_language(self.sentence_sv, self.sentence_en)

    @property
    def is_settled(self) -> bool:
        """Whether somebody has found it met or set it aside, on the facts as they still stand."""
        return self.answer is not None and self.answer.verdict in SETTLES

    @property
    def stands(self) -> bool:
        """Whether it stands against the case: it fails, or nobody can say, and no person has settled it."""
        return self.needs_a_person and not self.is_settled

    @property
    def is_open_question(self) -> bool:
        """Whether an answer to one of its questions is what it waits for."""
        return self.outcome == Outcome.UNKNOWN and bool(self.questions) and not self.is_settled

    @property
    def is_condition(self) -> bool:
        """Whether it is a condition that is not met yet."""
        return self.outcome == Outcome.OPEN

    @property
    def is_openness(self) -> bool:
        """Whether it is the openness requirement, which the gate has lines of its own for."""
        return bool(self.derivation.get("openness"))

    @property
    def is_shown(self) -> bool:
        """Whether the assignment's page shows it: what holds and what does not apply is told in one line together."""
        return self.rank < RANKS[Outcome.HOLDS]

    @property
    def rank(self) -> int:
        """What fails first, then what is not known, then what remains to be done."""
        return RANKS[Outcome(self.outcome)]

    @property
    def tag(self) -> str:
        """The finding in one or two words."""
        return _(self._word()[0])

    @property
    def kind(self) -> str:
        """The word's colour, as components/tag.html names it."""
        return self._word()[1]

    @property
    def due_words(self) -> str:
        """When the condition falls due."""
        return _(DUE_WORDS[self.due]) if self.due else ""

    @property
    def facts(self) -> list[FactView]:
        """The facts that the rule looked at."""
        return [
            FactView(
                name=each["name"],
                label=_in_language(*each["label"]),
                shown=_in_language(*each["shown"]),
                source=_source(each["source"], presumed=each["presumed"]),
                presumed=each["presumed"],
            )
            for each in self.derivation.get("facts", ())
        ]

    @property
    def not_obtainable(self) -> list[tuple[str, str]]:
        """What was asked and cannot be had, with the reasons."""
        return [(_in_language(*each["label"]), each["reason"]) for each in self.derivation.get("not_obtainable", ())]

    @property
    def why(self) -> str:
        """Why the rule is there."""
        return self._text("why")

    @property
    def changed_by(self) -> str:
        """What would change the finding."""
        return self._text("changed_by")

    @property
    def evidence(self) -> str:
        """What evidence is wanted."""
        return self._text("evidence")

    @property
    def source(self) -> str:
        """The law or text that the rule rests on."""
        return str(self.derivation.get("source", ""))

    def _text(self, name: str) -> str:
        pair = self.derivation.get(name) or ("", "")
        return _in_language(pair[0], pair[1])

    def _word(self) -> tuple[str, str]:
        if self.answer is not None and self.answer.verdict in VERDICTS:
            return VERDICTS[self.answer.verdict]
        if self.outcome == Outcome.FAILS:
            return FAILING[self.effect]
        if self.outcome == Outcome.UNKNOWN:
            return UNSETTLED if self.needs_a_person else OPEN_QUESTION
        return CONDITION if self.outcome == Outcome.OPEN else NO_OBSTACLE


def view_of(row: Finding, answer: FindingAnswer | None) -> FindingView:
    """Return a stored finding as pages show it, with its answer if the answer's facts still stand."""
    stands = answer is not None and answer.facts_used == row.facts_used
    weight = EFFECT_ORDER.index(Effect(row.effect))
    return FindingView(
        rule=row.rule,
        clause=row.clause,
        effect=row.effect,
        outcome=row.outcome,
        due=row.due,
        title_sv=row.title_sv,
        title_en=row.title_en,
        sentence_sv=row.sentence_sv,
        sentence_en=row.sentence_en,
        questions=tuple(_question(each, weight) for each in row.questions),
        derivation=row.derivation,
        blocks=row.blocks,
        needs_a_person=row.derivation.get("needs_a_person", row.outcome == Outcome.FAILS),
        version=row.evaluation.version.number,
        facts_used=row.facts_used,
        answer=answer if stands else None,
        lapsed=None if stands else answer,
    )


def _question(stored: Mapping[str, Any], weight: int) -> QuestionView:
    return QuestionView(
        fact=stored["fact"],
        sv=stored["sv"],
        en=stored["en"],
        answer=stored["answer"],
        choices=tuple((value, sv, en) for value, sv, en in stored["choices"]),
        weight=weight,
    )


def _source(stored: str, *, presumed: bool) -> str:
    return _("antas tills någon säger annat") if presumed else stored
