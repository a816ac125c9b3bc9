"""Judging stored facts again by the version and engine that judged them: the answer must be the same."""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from klartecken.core.policy import evaluate
from klartecken.policies.actions.judging import ENGINE
from klartecken.policies.models import Evaluation
from klartecken.policies.queries import rulebook_of
from klartecken.policies.trying import facts_from


@dataclass(frozen=True, slots=True)
class Deviation:
    """A rule that says something else now than it said then, of the same facts."""

    case: UUID
    evaluation: UUID
    rule: str
    said: str
    says: str


def replay(*, only_current: bool = True) -> Iterator[Deviation]:
    """Judge stored facts again and give every difference; erased cases are gone, and other engines are left out."""
    rows = Evaluation.objects.filter(engine=ENGINE).select_related("version").prefetch_related("findings")
    for judged in (rows.filter(is_current=True) if only_current else rows).iterator(chunk_size=500):
        said = {each.rule: f"{each.outcome} {each.sentence_sv}" for each in judged.findings.all()}
        found = evaluate(rulebook_of(judged.version), facts_from(judged.facts), judged.not_obtainable)
        says = {each.rule: f"{each.outcome} {each.sentence_sv}" for each in found}
        for rule in sorted(said.keys() | says.keys()):
            if said.get(rule) != says.get(rule):
                yield Deviation(judged.case, judged.pk, rule, said.get(rule, ""), says.get(rule, ""))
