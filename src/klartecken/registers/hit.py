"""A hit: an entity that may be the party asked for, how likely, and why."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from math import fsum

from klartecken.core.names.explain import Contribution, Explanation, explain, probability_of
from klartecken.registers.entity import Entity


@dataclass
class Hit:
    """One entity found for an asked name.

    `name` is the register's spelling that agreed best, `id` the entity's id (its position, for an index of plain names)
    and `score` the probability that it is the same party. Features, sentence and entity are worked out when they are
    asked for.
    """

    id: str | int
    name: str
    score: float
    asked: str
    kind: str | None
    model: str
    evidence: tuple[Contribution, ...]
    read_entity: Callable[[], Entity] = field(repr=False, compare=False)
    register: str = ""
    snapshot: str = ""

    @cached_property
    def entity(self) -> Entity:
        """The whole entity as the register holds it."""
        return self.read_entity()

    @cached_property
    def explanation(self) -> Explanation:
        """The score of the two names alone, taken apart."""
        return explain(self.asked, self.name, self.kind, version=self.model)

    @property
    def features(self) -> tuple[Contribution, ...]:
        """Every contribution: the names' features, then the other evidence; with `start` they add up to `log_odds`."""
        return (*self.explanation.features, *self.evidence)

    @property
    def start(self) -> float:
        """The log-odds before anything was compared."""
        return self.explanation.start

    @property
    def log_odds(self) -> float:
        """The log-odds whose probability is the score."""
        return fsum((self.start, *(feature.contribution for feature in self.features)))

    @property
    def sentence_sv(self) -> str:
        """The reasons in Swedish."""
        return _with_evidence(self.explanation.sentence_sv, self.evidence, 0)

    @property
    def sentence_en(self) -> str:
        """The reasons in English."""
        return _with_evidence(self.explanation.sentence_en, self.evidence, 1)

    @property
    def sentence(self) -> str:
        """The reasons in Swedish, the source language."""
        return self.sentence_sv


EVIDENCE_SENTENCES = {
    "same_country": ("Samma land", "Same country"),
    "other_country": ("Olika land", "Different countries"),
    "same_identifier": ("Samma identitetsnummer", "Same identifier"),
    "other_identifier": ("Olika identitetsnummer av samma slag", "Different identifiers of the same kind"),
}


def _with_evidence(sentence: str, evidence: tuple[Contribution, ...], language: int) -> str:
    """The names' sentence with the other evidence before the probability, which is the whole score's."""
    told = [EVIDENCE_SENTENCES[part.name][language] for part in evidence if part.name in EVIDENCE_SENTENCES]
    if not told:
        return sentence
    label = ("Sannolikhet av namnet", "Probability by name")[language]
    return ". ".join([sentence.rstrip(".").replace(("Sannolikhet", "Probability")[language], label), *told]) + "."


def with_evidence(odds: float, evidence: tuple[Contribution, ...]) -> float:
    """The probability of the names' log-odds with the evidence added."""
    if not evidence:
        return probability_of(odds)
    return probability_of(odds + fsum(part.contribution for part in evidence))
