"""Judges one case by one rulebook: a finding for every rule, each with its sentence, facts and open questions."""

from collections.abc import Mapping

from klartecken.core.policy.case import Case, case_of
from klartecken.core.policy.findings import Finding, NotObtainable, Question, UsedFact
from klartecken.core.policy.judge import Verdict, verdict_of
from klartecken.core.policy.sentences import filled, joined, labels_of, shown, shown_definition
from klartecken.core.policy.values import NO_TEXT, Answer, FactValue, Origin, Outcome, Rule, Rulebook, Text

PRESUMED = "presumed"
"""The source of a fact that nobody has stated."""


def evaluate(
    rulebook: Rulebook, facts: Mapping[str, FactValue], not_obtainable: Mapping[str, str] | None = None
) -> list[Finding]:
    """What each rule says of the case, in the order of the rulebook, also of those that hold or do not apply.

    `not_obtainable` tells, by fact, why an answer that was asked for cannot be had: it is no longer asked for, and what
    it leaves open is for a person to judge. Raises `FactRefused`.
    """
    case = case_of(rulebook, facts)
    words = _words(rulebook, case)
    return [_finding(rule, rulebook, case, words=words, reasons=not_obtainable or {}) for rule in rulebook.rules]


def _words(rulebook: Rulebook, case: Case) -> dict[str, Text]:
    """Every known fact and every definition as a person reads them."""
    labels = labels_of(rulebook)
    words = {name: shown_definition(definition) for name, definition in rulebook.definitions.items()}
    for name, fact in rulebook.facts.items():
        value = case.value(name)
        if value is not None:
            words[name] = shown(value, fact, labels)
    return words


def _finding(
    rule: Rule, rulebook: Rulebook, case: Case, *, words: Mapping[str, Text], reasons: Mapping[str, str]
) -> Finding:
    verdict = verdict_of(rule, rulebook, case, unobtainable=reasons.keys())
    wanted = [name for name in verdict.missing if name not in reasons]
    questions = tuple(_question(name, rule, rulebook) for name in wanted if rulebook.facts[name].origin is Origin.ASKED)
    refused = tuple(
        NotObtainable(name, rulebook.facts[name].label, reasons[name]) for name in verdict.missing if name in reasons
    )
    sentence = _sentence(rule, verdict, words) or _unsettled(rule, rulebook, verdict, reasons=reasons)
    return Finding(
        rule=rule.id,
        clause=rule.clause,
        title=rule.title,
        effect=rule.effect,
        due=rule.due,
        outcome=verdict.outcome,
        sentence_sv=sentence.sv,
        sentence_en=sentence.en,
        rulebook=rulebook.name,
        digest=rulebook.digest,
        facts=_used(rule, rulebook, case, words=words),
        questions=questions,
        awaiting=tuple(name for name in wanted if rulebook.facts[name].origin is Origin.COMPUTED),
        not_obtainable=refused,
        changed_by=_changed_by(rule, rulebook, verdict, words=words),
        evidence=rule.evidence,
        policy=rule.policy,
        source=rule.source,
        problem=verdict.problem,
    )


def _question(name: str, rule: Rule, rulebook: Rulebook) -> Question:
    fact = rulebook.facts[name]
    text = rule.questions.get(name, fact.question)
    return Question(name, text.sv, text.en, fact.answer or Answer.TEXT, tuple(fact.choices.items()))


def _used(rule: Rule, rulebook: Rulebook, case: Case, *, words: Mapping[str, Text]) -> tuple[UsedFact, ...]:
    found = []
    for name in sorted(rulebook.compiled.rules[rule.id].facts):
        value = case.value(name)
        if value is not None:
            stated = case.known.get(name)
            source = stated.source if stated else PRESUMED
            found.append(UsedFact(name, value, source, rulebook.facts[name].label, words[name], presumed=not stated))
    return tuple(found)


def _sentence(rule: Rule, verdict: Verdict, words: Mapping[str, Text]) -> Text | None:
    """What the rule says of the case, as one sentence in each language; None where it is not settled."""
    if verdict.outcome is Outcome.FAILS:
        return filled(rule.says if rule.says != NO_TEXT else rule.why, words)
    title = rule.title
    if verdict.outcome is Outcome.HOLDS:
        return Text(f"{title.sv}: uppfyllt.", f"{title.en}: met.")
    if verdict.outcome is Outcome.NOT_APPLICABLE:
        return Text(f"{title.sv}: gäller inte här.", f"{title.en}: does not apply here.")
    if verdict.outcome is Outcome.OPEN:
        return (
            filled(rule.says, words)
            if rule.says != NO_TEXT
            else Text(f"{title.sv}: återstår.", f"{title.en}: remains.")
        )
    return None


def _unsettled(rule: Rule, rulebook: Rulebook, verdict: Verdict, *, reasons: Mapping[str, str]) -> Text:
    title = rule.title
    wanted = [rulebook.facts[name] for name in verdict.missing if name not in reasons]
    if any(fact.origin is Origin.COMPUTED for fact in wanted):
        return Text(f"{title.sv}: kontrollen är inte klar.", f"{title.en}: the screening is not finished.")
    if wanted:
        asked = [_question(fact.name, rule, rulebook) for fact in wanted]
        sv, en = " ".join(each.sv for each in asked), " ".join(each.en for each in asked)
        return Text(f"{title.sv}: vi vet inte än. {sv}", f"{title.en}: we do not know yet. {en}")
    if verdict.missing:
        told = " ".join(reasons[name] for name in verdict.missing)
        return Text(
            f"{title.sv}: det har inte gått att få veta. {told}", f"{title.en}: this could not be learnt. {told}"
        )
    return Text(f"{title.sv}: går inte att avgöra.", f"{title.en}: cannot be settled.")


def _changed_by(rule: Rule, rulebook: Rulebook, verdict: Verdict, *, words: Mapping[str, Text]) -> Text:
    """What would change the finding: the rule's own words, or else the facts it turns on."""
    if verdict.outcome in {Outcome.HOLDS, Outcome.NOT_APPLICABLE}:
        return NO_TEXT
    if rule.changed_by != NO_TEXT and verdict.outcome is not Outcome.UNKNOWN:
        return filled(rule.changed_by, words)
    names = verdict.missing or tuple(sorted(rulebook.compiled.rules[rule.id].facts))
    labels = [rulebook.facts[name].label for name in names]
    sv, en = joined([each.sv for each in labels], "eller"), joined([each.en for each in labels], "or")
    return Text(f"Andra uppgifter om {sv} kan ändra detta.", f"Other facts about {en} may change this.")
