"""What one rule says about one case, with everything a person needs to answer it."""

from dataclasses import dataclass

from klartecken.core.journey.states import Effect
from klartecken.core.policy.values import EFFECT_ORDER, NO_TEXT, Answer, Due, Outcome, Plain, Text

REQUIRE_OR_STRONGER = frozenset(EFFECT_ORDER[: EFFECT_ORDER.index(Effect.REQUIRE) + 1])

NOT_FOR_DECISION = frozenset({Effect.HARD_STOP, Effect.CONSULT, Effect.REQUIRE})
"""Effects that nobody decides away: the thing itself must be put right (or the law's exception recorded)."""


@dataclass(frozen=True, slots=True)
class Question:
    """A fact that would settle something, and how to ask for it."""

    fact: str
    sv: str
    en: str
    answer: Answer
    choices: tuple[tuple[str, Text], ...] = ()


@dataclass(frozen=True, slots=True)
class UsedFact:
    """A fact that the rule looked at, as it stood, with its source. `presumed` means that nobody said otherwise."""

    name: str
    value: Plain
    source: str
    label: Text
    shown: Text
    presumed: bool = False


@dataclass(frozen=True, slots=True)
class NotObtainable:
    """A fact that was asked for and cannot be had, and why."""

    fact: str
    label: Text
    reason: str


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule says of a case.

    `questions` are the answers that would settle it; `awaiting` names facts that the program has yet to compute;
    `problem` tells why the expression could not be computed.
    """

    rule: str
    clause: str
    title: Text
    effect: Effect
    due: Due | None
    outcome: Outcome
    sentence_sv: str
    sentence_en: str
    rulebook: str
    digest: str
    facts: tuple[UsedFact, ...] = ()
    questions: tuple[Question, ...] = ()
    awaiting: tuple[str, ...] = ()
    not_obtainable: tuple[NotObtainable, ...] = ()
    changed_by: Text = NO_TEXT
    evidence: Text = NO_TEXT
    policy: str = ""
    source: str = ""
    problem: str = ""

    @property
    def missing(self) -> tuple[str, ...]:
        """The names of all facts that would settle it and can still be had."""
        return (*(question.fact for question in self.questions), *self.awaiting)

    @property
    def is_open_question(self) -> bool:
        """Whether an answer is wanted before the rule can say anything."""
        return self.outcome is Outcome.UNKNOWN and bool(self.missing)

    @property
    def is_condition(self) -> bool:
        """Whether this is a condition that is not met yet and falls due later."""
        return self.outcome is Outcome.OPEN

    @property
    def needs_a_person(self) -> bool:
        """Whether a person must answer the finding itself: it fails, or what is missing cannot be had."""
        return self.outcome is Outcome.FAILS or (self.outcome is Outcome.UNKNOWN and not self.missing)

    @property
    def blocks_clearance(self) -> bool:
        """Whether no clearance can be given while it stands.

        So do open questions at `require` or above, and what fails by law, before consulting or for want of a condition
        that is due at once. What is against the policy or to be weighed waits for the CEO instead, and a question about
        a condition that falls due at a later publication may be answered until then.
        """
        if self.effect not in REQUIRE_OR_STRONGER or self.due is Due.BEFORE_PUBLICATION:
            return False
        return self.is_open_question or (self.effect in NOT_FOR_DECISION and self.needs_a_person)
