"""A rulebook as a document that people read, in Swedish or English."""

from collections.abc import Iterator
from typing import Literal

from klartecken.core.journey.states import Effect
from klartecken.core.policy.sentences import filled, shown_definition
from klartecken.core.policy.values import NO_TEXT, Due, Rule, Rulebook, Text

Language = Literal["sv", "en"]

EFFECTS = {
    Effect.HARD_STOP: Text(
        "Lagen stoppar uppdraget; ingen kan gå förbi.", "The law stops the assignment; nobody can override it."
    ),
    Effect.AGAINST: Text(
        "Talar emot; vd kan åsidosätta det med skäl.",
        "A presumption against, which the CEO may set aside with reasons.",
    ),
    Effect.WEIGH: Text("Vd väger det, med skäl.", "The CEO weighs it, with reasons."),
    Effect.CONSULT: Text("Berörda uppdragsgivare tillfrågas först.", "The clients affected are consulted first."),
    Effect.REQUIRE: Text("Ett villkor som ska vara uppfyllt.", "A condition to be met."),
    Effect.MENTION: Text("Berättas för kollegorna.", "Told to colleagues."),
}
TIMES = {
    Due.BEFORE_QUOTE: Text("Senast före offerten.", "At latest before the quote."),
    Due.BEFORE_START: Text("Senast före starten.", "At latest before the start."),
    Due.BEFORE_PUBLICATION: Text("Senast före publiceringen.", "At latest before publication."),
}
HEADINGS = {
    "from": Text("Gäller från", "In force from"),
    "kept": Text("Det programmet självt ser till", "What the program itself keeps"),
    "rules": Text("Reglerna", "The rules"),
    "lists": Text("Listor och gränser", "Lists and thresholds"),
    "presumed": Text("Det vi utgår från", "What is presumed"),
    "applies": Text("Gäller när", "Applies when"),
    "holds": Text("Uppfyllt när", "Met when"),
    "effect": Text("Annars", "Otherwise"),
    "evidence": Text("Underlag", "Evidence"),
    "source": Text("Källa", "Source"),
    "questions": Text("Frågor", "Questions"),
    "linked": Text("Se även", "See also"),
    "nothing": Text("(tom)", "(empty)"),
}


def as_markdown(rulebook: Rulebook, language: Language = "sv") -> str:
    """The whole rulebook as Markdown: principles, rules by clause, lists and presumptions."""
    return "\n".join(_lines(rulebook, language)).strip() + "\n"


def _lines(rulebook: Rulebook, language: Language) -> Iterator[str]:
    def told(text: Text) -> str:
        return text.sv if language == "sv" else text.en

    yield f"# {told(rulebook.title)}\n"
    yield f"{told(rulebook.why)}\n"
    yield f"*{told(HEADINGS['from'])} {rulebook.in_force_from.isoformat()}.*\n"
    if rulebook.principles:
        yield f"## {told(HEADINGS['kept'])}\n"
        for principle in rulebook.principles:
            yield f"- **{told(principle.title)}** ({principle.clause}). {told(principle.text)}"
        yield ""
    yield f"## {told(HEADINGS['rules'])}\n"
    for rule in rulebook.rules:
        yield from _rule(rule, rulebook, language)
    yield f"## {told(HEADINGS['lists'])}\n"
    for definition in rulebook.definitions.values():
        content = told(shown_definition(definition)) if definition.value != () else told(HEADINGS["nothing"])
        yield f"- **{told(definition.title)}** (`{definition.name}`): {content}" + _source(definition.source, language)
    if rulebook.presumptions:
        yield f"\n## {told(HEADINGS['presumed'])}\n"
        for presumption in rulebook.presumptions:
            yield f"- **{told(rulebook.facts[presumption.fact].label)}**: {told(presumption.why)}"


def _rule(rule: Rule, rulebook: Rulebook, language: Language) -> Iterator[str]:
    def told(text: Text) -> str:
        return text.sv if language == "sv" else text.en

    known = {name: shown_definition(each) for name, each in rulebook.definitions.items()}
    yield f"### {told(rule.title)} ({rule.clause})\n"
    yield f"{told(filled(rule.why, known))}\n"
    due = f" {told(TIMES[rule.due])}" if rule.due else ""
    yield f"- {told(HEADINGS['effect'])}: {told(EFFECTS[rule.effect])}{due}"
    if rule.applies_when != "true":
        yield f"- {told(HEADINGS['applies'])}: `{_one_line(rule.applies_when)}`"
    yield f"- {told(HEADINGS['holds'])}: `{_one_line(rule.holds_when)}`"
    questions = _questions(rule, rulebook, language)
    if questions:
        yield f"- {told(HEADINGS['questions'])}: {' '.join(questions)}"
    if rule.evidence != NO_TEXT:
        yield f"- {told(HEADINGS['evidence'])}: {told(rule.evidence)}"
    if rule.policy:
        yield f"- {told(HEADINGS['linked'])}: {told(rulebook.linked_policies[rule.policy].title)}"
    if rule.source:
        yield f"- {told(HEADINGS['source'])}: {rule.source}"
    yield ""


def _questions(rule: Rule, rulebook: Rulebook, language: Language) -> list[str]:
    names = sorted(rulebook.compiled.rules[rule.id].facts)
    texts = [rule.questions.get(name, rulebook.facts[name].question) for name in names]
    return [text.sv if language == "sv" else text.en for text in texts if text != NO_TEXT]


def _source(source: str, language: Language) -> str:
    heading = HEADINGS["source"].sv if language == "sv" else HEADINGS["source"].en
    return f". {heading}: {source}." if source else "."


def _one_line(expression: str) -> str:
    return " ".join(expression.split())
